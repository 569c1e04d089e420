// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { PortalDatabase } from './database.ts'

test('what an older app left on the device is read by this one without asking the space', async () => {
  const old = new Dexie('portal-mem_old')
  old.version(1).stores({ facts: 'key', desk: '[siteId+date]', bookings: 'id, startsAt' })
  await old.table('facts').put({ key: 'me', bookings: [{ id: 'bkg_1', note: 'as it was' }] })
  await old.table('desk').put({ siteId: 'sit_1', date: '2026-11-26', arrivals: [{ unit: 1 }] })
  await old.table('bookings').put({ id: '1', startsAt: 1 })
  old.close()
  const db = new PortalDatabase('mem_old', 'relaxed')
  expect((await db.facts.get('me'))?.bookings).toEqual([
    { id: 'bkg_1', note: 'as it was', checkIn: null, series: null },
  ])
  expect((await db.facts.get('me'))?.series).toEqual([])
  expect((await db.desk.toArray())[0]?.arrivals).toEqual([{ unit: 1, checkIn: null }])
  expect(await db.bookings.get('1')).toMatchObject({
    checkIn: null,
    isFeeWaived: false,
    series: null,
  })
  db.close()
})
