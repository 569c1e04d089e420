/** What a device keeps, read from the browser itself: for journeys about what must be there, and about what must not. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const PATIENCE = { timeout: 30_000 }
/** Thirteen weeks after the journeys' morning. */
const lastDay = 2027_03_03

export interface Stored {
  readonly databases: readonly string[]
  readonly localStorage: readonly string[]
  readonly sessionStorage: readonly string[]
  readonly cookies: readonly string[]
  readonly caches: readonly string[]
}

export async function readStored(page: Page): Promise<Stored> {
  const inPage = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    caches: await caches.keys(),
  }))
  const cookies = await page.context().cookies()
  return { ...inPage, cookies: cookies.map(({ name }) => name) }
}

/** Until the app opens without a network: its files are kept, where the browser keeps any, and thirteen weeks of availability have arrived. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    if ('serviceWorker' in navigator) await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(lastDayKept), PATIENCE).toBeGreaterThanOrEqual(lastDay)
}

/** The last date of which the device knows the availability, as a number like 20270303; 0 for none. Runs inside the page. */
async function lastDayKept(): Promise<number> {
  const answerOf = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const portal = names.find((name) => name.startsWith('portal-'))
  if (portal === undefined) return 0
  const database = await answerOf(indexedDB.open(portal))
  try {
    const occupancy = database.transaction('occupancy').objectStore('occupancy')
    const days = (await answerOf(occupancy.getAllKeys())).flatMap((key) =>
      Array.isArray(key) ? [Number(String(key[1]).replaceAll('-', ''))] : [],
    )
    return Math.max(0, ...days)
  } finally {
    database.close()
  }
}

/** Until so many of the PDFs that the member's document names are on the device. */
export async function waitUntilPapersKept(page: Page, papers: number): Promise<void> {
  await expect.poll(() => page.evaluate(papersKept), PATIENCE).toBeGreaterThanOrEqual(papers)
}

/** Runs inside the page. */
async function papersKept(): Promise<number> {
  const found = await indexedDB.databases()
  const name = found.find((one) => one.name?.startsWith('portal-mem_'))?.name
  if (name === undefined) return 0
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const kept = await new Promise<number>((resolve, reject) => {
    const request = db.transaction('papers').objectStore('papers').count()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  db.close()
  return kept
}
