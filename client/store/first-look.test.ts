// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { database } from './database.ts'
import { openFirstLook } from './first-look.ts'
import { followRows } from './follow-rows.ts'
import { writeIdentity } from './identity.ts'
import type { Reader } from './reader.ts'

const questions: readonly ((reader: Reader) => Promise<unknown>)[] = [
  (reader) => reader.get('me', 'me'),
  (reader) => reader.get('status', 'sync'),
  (reader) => reader.all('bookings', 'startsAt'),
  (reader) => reader.all('catalogues'),
  (reader) => reader.many('heads', ['b', 'none', 'a']),
  (reader) => reader.many('occupancy', [['sit_1', '2026-11-26']]),
]

test('the first look finds what Dexie finds, question by question', async () => {
  writeIdentity({ memberId: 'mem_ada', deviceId: 'dev_phone' })
  const db = database()
  await db.table('me').put({ key: 'me', member: { name: 'Ada' } })
  await db.table('bookings').bulkPut([1, 2, 3].map((id) => ({ id: `${id}`, startsAt: 10 - id })))
  await db.table('catalogues').put({ siteId: 'sit_1', catalogue: {} })
  await db.table('heads').bulkPut([
    { name: 'a', n: 1 },
    { name: 'b', n: 2 },
  ])
  await db.table('occupancy').put({ siteId: 'sit_1', date: '2026-11-26', spans: [] })
  const look = await openFirstLook('mem_ada')
  const seen = await Promise.all(questions.map((ask) => look && ask(look.reader)))
  look?.close()
  expect(seen).toEqual(await Promise.all(questions.map(askDexie)))
  expect(seen[2]).toMatchObject([{ startsAt: 7 }, { startsAt: 8 }, { startsAt: 9 }])
})

function askDexie(ask: (reader: Reader) => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    followRows(ask, resolve, reject)
  })
}

test('where there is no database it makes none', async () => {
  expect(await openFirstLook('mem_ben')).toBeNull()
  expect(await Dexie.exists('portal-mem_ben')).toBe(false)
})

test('what another version of the app left is for Dexie to change, not to look at', async () => {
  const old = new Dexie('portal-mem_chi')
  old.version(1).stores({ me: 'key' })
  await old.open()
  old.close()
  expect(await openFirstLook('mem_chi')).toBeNull()
})
