// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { at, desk1, harbour, span, wish } from '../../domain/bookings/for-tests.ts'
import { catalogueSections } from '../../domain/sites/catalogue-sections.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { IntentRow } from '../store/rows.ts'
import { writeBookingRows } from './booking-rows.ts'
import type { Change } from './change.ts'
import { makeDocumentStore, Overtaken } from './documents.ts'
import { booked, makeDevice, toJson } from './for-tests.ts'
import { Space, type Writing, writeInto } from './space/for-tests.ts'

const now = at('2026-11-25', 600)
const week = 'occupancy/sit_harbour-loft/2026-W48'
const desk = 'res_desk-1.1/540'

function replace(name: string, doc: Y.Doc, epoch = 'one', n = 1): Change {
  return { kind: 'replace', name, update: Y.encodeStateAsUpdate(doc), held: { epoch, n } }
}

function docOf(writing: Writing): Y.Doc {
  const doc = new Y.Doc()
  writeInto(doc, writing)
  return doc
}

function next(name: string, doc: Y.Doc, writing: Writing, n: number, epoch = 'one'): Change {
  return { kind: 'apply', name, update: writeInto(doc, writing), held: { epoch, n } }
}

/** The week is the whole truth at that time. */
function current(at: number): Change {
  return { kind: 'current', name: week, held: { epoch: 'one', n: 1 }, at }
}

async function save(db: PortalDatabase, state: IntentRow['state'] = 'received') {
  const intent = wish(desk1, span('2026-11-26', 540, 1020))
  await db.intents.add({
    ...{ id: intent.id, seq: intent.seq, intent, state, wasSent: true },
    ...{ sendAfter: 0, settled: null, settledAt: null },
  })
  await db.transaction('rw', db.tables, () => writeBookingRows(db, now))
  return intent
}

test('[DEVICE-01] the outcome, its wish and the bookings that follow change in one moment', async () => {
  const { db, member } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ me: {} })
  await store.keep([replace(member, doc)], now)
  const intent = await save(db)
  const seen = new Set<string>()
  const watching = liveQuery(() =>
    db.transaction('r', db.intents, db.bookings, db.occupancy, async () => {
      const [own] = await db.intents.toArray()
      const rows = await db.bookings.toArray()
      const spans = (await db.occupancy.toArray()).flatMap((day) => day.spans).length
      return `${own?.state} ${rows.map((row) => row.state).join()} ${spans} taken`
    }),
  ).subscribe((state) => seen.add(state))
  await expect.poll(() => seen.size).toBe(1)
  const taken = docOf({ '2026-11-26': { [desk]: [480, 'b'] } })
  await store.keep([next(member, doc, booked(intent), 2), replace(week, taken)], now)
  await expect.poll(() => seen.size).toBe(2)
  watching.unsubscribe()
  expect([...seen]).toEqual(['received received 0 taken', 'settled confirmed 1 taken'])
})

test('[DEVICE-02] a wish ends only when its outcome is stored, and not when the store fails', async () => {
  const { db, member } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ me: {} })
  await store.keep([replace(member, doc)], now)
  const intent = await save(db)
  const fail = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError')
  }
  db.bookings.hook('updating', fail)
  const told = next(member, doc, booked(intent), 2)
  await expect(store.keep([told], now)).rejects.toThrow('the disk is full')
  expect((await db.intents.get(intent.id))?.state).toBe('received')
  expect((await store.heads()).get(member)).toEqual({ epoch: 'one', n: 1 })
  db.bookings.hook('updating').unsubscribe(fail)
  const { settled } = await store.keep([told], now)
  expect(settled).toEqual([intent.id])
  const row = await db.intents.get(intent.id)
  expect([row?.state, row?.settled?.outcome.kind, row?.settledAt]).toEqual([
    'settled',
    'confirmed',
    now,
  ])
})

test('[DEVICE-03] a document that cannot be read costs nothing but itself', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ '2026-11-26': { [desk]: [60, 'b'] } })
  await store.keep([replace(week, doc)], now)
  const broken: Change = {
    ...{ kind: 'apply', name: week, held: { epoch: 'one', n: 2 } },
    update: new Uint8Array([9, 9, 9]),
  }
  const catalogue = docOf(catalogueSections(harbour) as Writing)
  const other = 'catalogue/sit_harbour-loft'
  const kept = await store.keep([broken, replace(other, catalogue)], now)
  expect(kept.unreadable).toEqual([week])
  expect(await db.catalogues.count()).toBe(1)
  expect((await db.occupancy.get(['sit_harbour-loft', '2026-11-26']))?.spans).toHaveLength(1)
  expect((await store.heads()).get(week)).toBeNull()
})

test('[DEVICE-03] a row on the disk that cannot be read is asked for again as a whole', async () => {
  const { db } = makeDevice(new Space())
  const doc = docOf({ '2026-11-26': { [desk]: [60, 'b'] } })
  await makeDocumentStore(db).keep([replace(week, doc)], now)
  await db.documents.put({ name: week, bytes: new Uint8Array([1, 2]) })
  const store = makeDocumentStore(db)
  const change = next(week, doc, { '2026-11-27': { [desk]: [60, 'b'] } }, 2)
  expect((await store.keep([change], now)).unreadable).toEqual([week])
  expect((await store.heads()).get(week)).toBeNull()
})

test('[DEVICE-04] a record of a newer space is left out alone', async () => {
  const { db, member } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const intent = wish(desk1, span('2026-11-26', 540, 1020))
  const { bookings = {}, outcomes = {} } = booked(intent)
  const odd = {
    bkg_odd: { id: 'bkg_odd', state: 'dreamt-of' },
    bkg_none: null,
    bkg_list: [],
  }
  const strange = { bki_odd: { intentId: 'bki_odd', outcome: { kind: 'perhaps' } }, bki_text: '!' }
  const doc = docOf({
    me: {},
    bookings: { ...(toJson(odd) as object), ...bookings },
    outcomes: { ...(toJson(strange) as object), ...outcomes },
  })
  await store.keep([replace(member, doc)], now)
  expect((await db.bookings.toArray()).map((row) => row.state)).toEqual(['confirmed'])
  expect((await db.facts.get('me'))?.settled).toHaveLength(1)
})

test('[DEVICE-05] a document that is dropped takes its rows with it', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  await store.keep([replace(week, docOf({ '2026-11-26': { [desk]: [60, 'b'] } }))], now)
  expect(await db.occupancy.count()).toBe(7)
  await store.keep([{ kind: 'drop', name: week }], now)
  expect([await db.occupancy.count(), await db.heads.count(), await db.documents.count()]).toEqual([
    0, 0, 0,
  ])
})

test('[DEVICE-05] another epoch replaces the copy and all of its rows', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  await store.keep([replace(week, docOf({ '2026-11-26': { [desk]: [60, 'b'] } }))], now)
  const rebuilt = docOf({ '2026-11-27': { [desk]: [60, 'h'] } })
  await store.keep([replace(week, rebuilt, 'two', 7)], now)
  const taken = (await db.occupancy.toArray()).filter((row) => row.spans.length > 0)
  expect(taken.map((row) => row.date)).toEqual(['2026-11-27'])
  expect((await store.heads()).get(week)).toEqual({ epoch: 'two', n: 7 })
})

test('[DEVICE-06] that nothing changed moves the age of a document and touches nothing else', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ '2026-11-26': { [desk]: [60, 'b'] } })
  await store.keep([replace(week, doc), current(now)], now)
  const later = toInstant(now + 60_000)
  const fail = () => {
    throw new Error('the bytes were written again')
  }
  db.documents.hook('updating', fail)
  db.occupancy.hook('updating', fail)
  await store.keep([current(later)], later)
  expect((await db.heads.get(week))?.asOf).toBe(later)
})

test('[DEVICE-06] rows that are still incomplete do not look fresh', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ '2026-11-26': { [desk]: [60, 'b'] } })
  await store.keep([replace(week, doc), current(now)], now)
  const later = toInstant(now + 60_000)
  await store.keep([next(week, doc, { '2026-11-27': { [desk]: [60, 'b'] } }, 2)], later)
  expect((await db.heads.get(week))?.asOf).toBe(now)
})

test('[DEVICE-07] a tab that was overtaken by another keeps nothing', async () => {
  const { db } = makeDevice(new Space())
  const doc = docOf({ '2026-11-26': { [desk]: [60, 'b'] } })
  const [one, other] = [makeDocumentStore(db), makeDocumentStore(db)]
  await one.keep([replace(week, doc)], now)
  const change = next(week, doc, { '2026-11-27': { [desk]: [60, 'b'] } }, 2)
  await other.keep([change], now)
  await expect(one.keep([change], now)).rejects.toBeInstanceOf(Overtaken)
  expect((await one.heads()).get(week)).toEqual({ epoch: 'one', n: 2 })
})

test('[DEVICE-07] what the browser cleared is not called current', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  await store.keep([replace(week, docOf({ '2026-11-26': { [desk]: [60, 'b'] } }))], now)
  await db.heads.clear()
  await expect(store.keep([current(now)], now)).rejects.toBeInstanceOf(Overtaken)
})

test('[DEVICE-08] only the days that changed are written', async () => {
  const { db } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ '2026-11-26': { [desk]: [60, 'b'] }, '2026-11-27': { [desk]: [60, 'b'] } })
  await store.keep([replace(week, doc)], now)
  const written: unknown[] = []
  db.occupancy.hook('updating', (_change, key) => void written.push(key))
  await store.keep([next(week, doc, { '2026-11-27': { [desk]: null } }, 2)], now)
  expect(written).toEqual([['sit_harbour-loft', '2026-11-27']])
  expect((await db.occupancy.get(['sit_harbour-loft', '2026-11-27']))?.spans).toEqual([])
})

test('[DEVICE-09] [DEVICE-08] [DEVICE-05] what has no table of its own is kept record by record, and goes with its document', async () => {
  const { db, member } = makeDevice(new Space())
  const store = makeDocumentStore(db)
  const doc = docOf({ me: {}, parcels: { one: { from: 'Ana' }, two: { from: 'Ben' } }, bills: {} })
  await store.keep([replace(member, doc)], now)
  const [one, two] = await db.records.toArray()
  expect(one).toEqual({ document: member, section: 'parcels', key: 'one', value: { from: 'Ana' } })
  expect(two?.value).toEqual({ from: 'Ben' })

  const written: unknown[] = []
  db.records.hook('updating', (_change, key) => void written.push(key))
  await store.keep([next(member, doc, { parcels: { one: null, two: { from: 'Cem' } } }, 2)], now)
  expect(written).toEqual([[member, 'parcels', 'two']])
  expect((await db.records.toArray()).map(({ key, value }) => [key, value])).toEqual([
    ['two', { from: 'Cem' }],
  ])

  await store.keep([{ kind: 'drop', name: member }], now)
  expect(await db.records.count()).toBe(0)
})
