/** Goes through every screen of the app, as one of its people, on a device that keeps what works without a network. */
import type { Page } from 'playwright-core'
import { type Screen, screens } from '../screens.ts'
import type { Device } from './device.ts'
import type { Devices } from './journey.ts'
import { waitUntilKept } from './stored.ts'

/** Whose screens there are. */
export const people: readonly Screen['who'][] = ['Hana', 'Mara', 'nobody']

/** A device of each of them, with everything kept that works without a network. */
async function deviceOf(devices: Devices, who: Screen['who']): Promise<Device> {
  if (who !== 'nobody') {
    const device = await devices.of(who)
    await waitUntilKept(device.page())
    return device
  }
  const device = await devices.fresh()
  await device.page().goto('/sign-in')
  await device.page().evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return device
}

/** Does something with each screen of one person, and collects what is wrong. */
export async function sweep(
  devices: Devices,
  who: Screen['who'],
  look: (page: Page, device: Device) => (screen: Screen) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const wrong: string[] = []
  const device = await deviceOf(devices, who)
  const lookAt = look(device.page(), device)
  for (const screen of screens.filter((one) => one.who === who)) {
    const found = await lookAt(screen)
    wrong.push(...found.map((one) => `${screen.name}: ${one}`))
  }
  return wrong
}
