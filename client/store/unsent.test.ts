// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, test } from 'vitest'
import { database } from './database.ts'
import { writeIdentity } from './identity.ts'
import { keepUnsent, unsentUnder } from './unsent.ts'

test('[X-03] what somebody has begun is shown as kept once it is on the disk, and not before', async () => {
  writeIdentity({ memberId: 'mem_ada', deviceId: 'dev_phone' })
  const seen: number[] = []
  const looking = liveQuery(() => unsentUnder('picture/')).subscribe((rows) => {
    seen.push(rows.length)
  })
  await expect.poll(() => seen).toEqual([0])

  // Another tab writes there, and takes its time.
  let looks = 0
  let isHeld = true
  const store = database().backendDB().transaction('unsent', 'readwrite').objectStore('unsent')
  const hold = () => {
    looks += 1
    if (isHeld) store.count().onsuccess = hold
  }
  hold()
  const kept = keepUnsent({ key: 'picture/1', value: null, bytes: null })
  const before = looks
  await expect.poll(() => looks).toBeGreaterThan(before + 20)
  expect(seen).toEqual([0])

  isHeld = false
  expect(await kept).toBe(true)
  await expect.poll(() => seen.at(-1)).toBe(1)
  looking.unsubscribe()
})
