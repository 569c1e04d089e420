/** `test` for journeys: a browser per worker, a server per file, devices per journey, evidence when it fails, and no fault anywhere when it ends. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { SignInPage } from '../pages/sign-in.ts'
import { type Device, type DeviceOptions, openDevice, startBrowser } from './device.ts'
import { repository, startServer } from './server.ts'

export interface Devices {
  /** A device that nobody has used yet. */
  fresh(options?: DeviceOptions): Promise<Device>
  /** A device on which somebody of the sample space has signed in, by first name. */
  of(name: string, options?: DeviceOptions): Promise<Device>
  /** A member on a phone and somebody of the staff at a desk, at the same time. */
  phoneAndDesk(member: string, staff: string): Promise<readonly [Device, Device]>
}

export const test = base
  .extend('folder', { scope: 'file' }, repository)
  .extend('server', { scope: 'file' }, async ({ folder }, { onCleanup }) => {
    const server = await startServer(folder, inject('sampleFolder'))
    onCleanup(() => server.dispose())
    return server
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its pattern
  .extend('sharedBrowser', { scope: 'worker' }, ({}, { onCleanup }): (() => Promise<Browser>) => {
    let started: Promise<Browser> | null = null
    onCleanup(async () => (await started)?.close())
    return () => {
      started ??= startBrowser()
      return started
    }
  })
  .extend('keepsApp', true)
  .extend(
    'devices',
    async ({ server, sharedBrowser, task, keepsApp }, { onCleanup }): Promise<Devices> => {
      const opened = new Map<string, Device>()
      // What failed is walked once more, in a space where it has not been before, and that walk leaves a trace.
      const isTraced = (task.result?.retryCount ?? 0) > 0
      if (isTraced) await server.startOver()
      const open = async (whose: string, options?: DeviceOptions) => {
        const device = await openDevice(server, sharedBrowser, {
          ...{ isTraced, keepsApp },
          ...options,
        })
        opened.set(`${opened.size + 1}-${whose}`, device)
        return device
      }
      onCleanup(async () => {
        const hasFailed = task.result?.state === 'fail'
        if (hasFailed) console.log(`The server's last words:\n${server.lastWords()}`)
        await endJourney(task.name, hasFailed, opened)
      })
      const of = async (name: string, options?: DeviceOptions) => {
        const device = await open(name, options)
        await new SignInPage(device.page()).signInAs(name)
        return device
      }
      return {
        fresh: (options) => open('fresh', options),
        of,
        phoneAndDesk: (member, staff) =>
          Promise.all([of(member), of(staff, { width: 1440, height: 900 })]),
      }
    },
  )

/** For journeys that never leave the network: their browsers know of no service worker, which would fetch and keep the whole app for each. */
export const onlineTest = test.extend('keepsApp', false)

async function endJourney(
  title: string,
  hasFailed: boolean,
  devices: ReadonlyMap<string, Device>,
): Promise<void> {
  const faults = [...devices.values()].flatMap((device) => device.faults.seen())
  for (const [name, device] of devices) {
    if (hasFailed || faults.length > 0) {
      const kept = await device.keepEvidence(join(folderOf(title), name)).catch(String)
      console.log(`What ${name} showed: ${kept}`)
    }
    await device.dispose()
  }
  if (faults.length > 0) throw new Error(`Seen on the way:\n${faults.join('\n')}`)
}

function folderOf(title: string): string {
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return join('test-output/journeys', slug.slice(0, 60))
}
