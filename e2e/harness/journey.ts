/** `test` for journeys: a server per file, devices per journey, evidence when it fails, and no fault anywhere when it ends. */
import { test as base } from 'vitest'
import { SignInPage } from '../pages/sign-in.ts'
import { type Device, type DeviceOptions, openDevice } from './device.ts'
import { startServer } from './server.ts'

export interface Devices {
  /** A device that nobody has used yet. */
  fresh(options?: DeviceOptions): Promise<Device>
  /** A device on which somebody of the sample space has signed in, by first name. */
  of(name: string, options?: DeviceOptions): Promise<Device>
}

export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which other fixtures are wanted.
  .extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await startServer()
    onCleanup(() => server.dispose())
    return server
  })
  .extend('devices', async ({ server, task }, { onCleanup }): Promise<Devices> => {
    const opened: Device[] = []
    const fresh = async (options?: DeviceOptions) => {
      const device = await openDevice(server.url, options)
      opened.push(device)
      return device
    }
    onCleanup(() => endJourney(task.name, task.result?.state === 'fail', opened))
    return {
      fresh,
      of: async (name, options) => {
        const device = await fresh(options)
        await new SignInPage(device.page()).signInAs(name)
        return device
      },
    }
  })

async function endJourney(
  title: string,
  hasFailed: boolean,
  devices: readonly Device[],
): Promise<void> {
  const faults = devices.flatMap((device) => device.faults.seen())
  for (const [index, device] of devices.entries()) {
    if (hasFailed || faults.length > 0) {
      const name = `${title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 60)}-${index + 1}`
      const paths = await device.keepEvidence(name).catch((error: unknown) => [String(error)])
      console.log(`What device ${index + 1} showed: ${paths.join(', ')}`)
    }
    await device.dispose()
  }
  if (faults.length > 0) throw new Error(`Seen on the way:\n${faults.join('\n')}`)
}
