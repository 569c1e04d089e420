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

/** Does something with each screen of one person, and then something else with each, and collects what is wrong. */
export async function sweep(
  devices: Devices,
  who: Screen['who'],
  ...looks: readonly Look[]
): Promise<readonly string[]> {
  const wrong: string[] = []
  const device = await deviceOf(devices, who)
  for (const { before, at } of looks) {
    await before(device)
    for (const screen of screens.filter((one) => one.who === who)) {
      const found = await at(device.page(), screen)
      wrong.push(...found.map((one) => `${screen.name}: ${one}`))
    }
  }
  return wrong
}

export interface Look {
  /** How the device stands while it goes through the screens. */
  before(device: Device): Promise<void>
  at(page: Page, screen: Screen): Promise<readonly string[]>
}
