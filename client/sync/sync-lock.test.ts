// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { locks } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeIdentity } from '../store/identity.ts'

const LOCK = 'portal.sync.mem_ada'
const tabs: { stopSync(): Promise<void> }[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  vi.stubGlobal('__APP_VERSION__', 'test')
  vi.stubGlobal('fetch', async () => new Response('offline', { status: 503 }))
  writeIdentity({ memberId: 'mem_ada', deviceId: 'dev_phone' })
})

afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.stopSync()))
  await expect.poll(async () => (await held()).length).toBe(0)
  vi.useRealTimers()
})

/** A tab: the same code, loaded once more. */
async function openTab() {
  vi.resetModules()
  const tab = await import('./sync-lock.ts')
  tabs.push(tab)
  return tab
}

const held = async () => ((await locks.query()).held ?? []).filter(({ name }) => name === LOCK)
const waiting = async () =>
  ((await locks.query()).pending ?? []).filter(({ name }) => name === LOCK)

test('[DEVICE-80] one tab syncs, and the next takes over when it goes', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.startSync()
  await expect.poll(async () => (await held()).length).toBe(1)
  other.startSync()
  await expect.poll(async () => (await waiting()).length).toBe(1)
  await one.stopSync()
  await expect.poll(async () => [(await held()).length, (await waiting()).length]).toEqual([1, 0])
})

test('[DEVICE-81] a tab in sight takes the lock from one that does not answer', async () => {
  const lost = vi.fn()
  locks.request(LOCK, () => new Promise(() => undefined)).catch(lost)
  const tab = await openTab()
  tab.startSync()
  await expect.poll(async () => (await waiting()).length).toBe(1)
  await expect
    .poll(async () => {
      await vi.advanceTimersByTimeAsync(1_000)
      return lost.mock.calls.length
    })
    .toBe(1)
  expect(await held()).toHaveLength(1)
})

test('[DEVICE-81] a holder in sight that answers keeps the lock', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.startSync()
  await expect.poll(async () => (await held()).length).toBe(1)
  const answers = new BroadcastChannel('portal.sync')
  const answered = new Promise((heard) => {
    answers.onmessage = ({ data }) => data.kind === 'here' && heard(data.hiddenMs)
  })
  other.startSync()
  expect(await answered).toBe(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await waiting()).toHaveLength(1)
  answers.close()
})
