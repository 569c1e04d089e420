// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ada, harbour } from '../../domain/bookings/for-tests.ts'
import { catalogueSections } from '../../domain/sites/catalogue-sections.ts'
import type { Json } from '../../domain/values/sections.ts'
import type { PortalDatabase } from '../store/database.ts'
import { dropPictures } from './drop-pictures.ts'
import { makeDevice, toJson } from './for-tests.ts'
import { Space, type Writing } from './space/for-tests.ts'

const hash = (letter: string) => letter.repeat(64)
const address = (letter: string) => `https://loft.example/api/photos/sit_loft/${hash(letter)}`
const [bens, chis, own, room, floor, shown, begun] = ['a', 'b', 'c', 'd', 'e', 'f', '0'] as const

/** The part of the browser's caches that is used: the worker's pictures, and another of the member's. */
function stubCaches(letters: readonly string[]) {
  const pictures = new Map(letters.map((one) => [address(one), new Request(address(one))]))
  const codes = 'https://loft.example/api/access/sit_loft'
  const others = new Map([[codes, new Request(codes)]])
  const cacheOf = (kept: Map<string, Request>) => ({
    keys: async () => [...kept.values()],
    delete: async ({ url }: Request) => kept.delete(url),
  })
  vi.stubGlobal('caches', {
    keys: async () => ['workbox-precache', 'user-access', 'user-photos'],
    open: async (name: string) => cacheOf(name === 'user-photos' ? pictures : others),
  })
  const held = () => [...pictures.keys()].map((url) => url.at(-1))
  return {
    held,
    others,
    see: (one: string) => pictures.set(address(one), new Request(address(one))),
  }
}

async function name(db: PortalDatabase, document: string, key: string, value: Json) {
  await db.records.put({ document, section: 'people', key, value })
}

afterEach(() => vi.unstubAllGlobals())

test('[DEVICE-62] [D-55] the picture of who is forgotten, hides it or takes another is gone with the word of it; what anything names stays', async () => {
  const { db, identity } = makeDevice(new Space())
  const cache = stubCaches([bens, chis, own, room, floor, shown, begun])
  const directory = 'directory/sit_loft'
  await name(db, directory, 'mem_ben', { name: 'Ben', photo: `sit_loft/${hash(bens)}` })
  await name(db, directory, 'mem_chi', { name: 'Chi', photo: `sit_loft/${hash(chis)}` })
  await name(db, 'tickets/mem_ada', 'tkt_1', { photos: [{ full: hash(shown) }] })
  await db.catalogues.put({ siteId: 'sit_loft', catalogue: { photos: [hash(room)] } } as never)
  await db.plans.put({ key: 'flr_1/1', plan: { background: { picture: hash(floor) } } })
  await db.unsent.put({ key: 'ticket', value: { photos: [hash(begun)] }, bytes: null })
  const profile = new Y.Doc()
  profile.getMap('fields').set('photo', `sit_loft/${hash(own)}`)
  const bytes = Y.encodeStateAsUpdate(profile)
  await db.drafts.put({ name: `profile/${identity.memberId}`, epoch: 'e', bytes, memo: null })
  await dropPictures(true, db)
  expect(cache.held()).toHaveLength(7)

  await db.records.delete([directory, 'people', 'mem_ben'])
  await name(db, directory, 'mem_chi', { name: 'Chi' })
  await dropPictures(true, db)
  expect(cache.held()).toEqual([own, room, floor, shown, begun])
  expect(cache.others.size).toBe(1)

  // Seen in the moment in which it was let go.
  cache.see(bens)
  await dropPictures(false, db)
  expect(cache.held()).toEqual([own, room, floor, shown, begun])
  profile.getMap('fields').set('photo', '')
  await db.drafts.update(`profile/${identity.memberId}`, { bytes: Y.encodeStateAsUpdate(profile) })
  await dropPictures(true, db)
  expect(cache.held()).toEqual([room, floor, shown, begun])
  for (const table of db.tables) await table.clear()
  await dropPictures(true, db)
  expect(cache.held()).toEqual([])
})

test('[DEVICE-62] [D-55] pictures are looked at when a directory says less, also on a device that was away meanwhile', async () => {
  const space = new Space()
  const device = makeDevice(space)
  const directory = 'directory/sit_harbour-loft'
  const ben = toJson({ name: 'Ben', photo: `sit_harbour-loft/${hash(bens)}` })
  space.write({
    [device.member]: { me: { member: toJson({ ...ada, id: device.identity.memberId }) } },
    'catalogue/sit_harbour-loft': catalogueSections(harbour) as Writing,
    [directory]: { people: { mem_ben: ben } },
  })
  const cards = () => device.db.records.where({ document: directory }).count()
  const before = device.start()
  await expect.poll(cards).toBe(1)
  await before.stop()
  device.looks.length = 0
  space.rebuild(directory, { people: {} })
  const after = device.start()
  await expect.poll(cards).toBe(0)
  await expect.poll(() => device.looks).toContain(true)
  await after.stop()
})
