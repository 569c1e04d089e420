import { expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { openTestSpace, sampleAt } from '../settlement/for-tests.ts'
import { countBlobs, dropBlobs, findBlob, keepBlobs } from './blobs.ts'
import { onEachEngine } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
const site_id = 'sit_harbour-loft'
const blob = (sha256: string, kept_at: number, length = 3) => ({
  ...{ sha256, site_id, type: 'image/webp', kept_at },
  bytes: Buffer.alloc(length, 7),
})

onEachEngine('blobs', (makeDatabase) => {
  test('[PHOTOS-06] what no place names goes when it is old; what is named, new or kept again stays', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const { storage } = await openTestSpace(await database.open(), now)
      await storage.transaction((tx) =>
        keepBlobs(tx, [blob('named', 10), blob('old', 10), blob('again', 10), blob('new', 30)]),
      )
      await storage.transaction((tx) => keepBlobs(tx, [blob('again', 30)]))
      await storage.transaction((tx) => dropBlobs(tx, site_id, new Set(['named']), 20))
      expect(await countBlobs(storage.read, site_id)).toBe(3)
      expect(await findBlob(storage.read, site_id, 'old')).toBeUndefined()
      const found = await findBlob(storage.read, site_id, 'named')
      expect(found?.bytes.equals(Buffer.alloc(3, 7))).toBe(true)
      expect(await findBlob(storage.read, 'sit_other', 'named')).toBeUndefined()
    } finally {
      await database.remove()
    }
  })

  test('[PHOTOS-03] the database itself keeps nothing larger than a megabyte', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const { storage } = await openTestSpace(await database.open(), now)
      const large = [blob('large', 1, 1_000_001)]
      await expect(storage.transaction((tx) => keepBlobs(tx, large))).rejects.toThrow()
    } finally {
      await database.remove()
    }
  })
})
