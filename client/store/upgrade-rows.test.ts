// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { freeUntilStart } from '../../domain/sites/cancellation-policy.ts'
import { PortalDatabase } from './database.ts'

const euros = { amountMinor: 400, currency: 'EUR' }

test('what an older app left on the device is read by this one without asking the space', async () => {
  const old = new Dexie('portal-mem_old')
  old.version(1).stores({
    facts: 'key',
    me: 'key',
    desk: '[siteId+date]',
    bookings: 'id, startsAt',
    catalogues: 'siteId',
  })
  const over = { id: 'bkg_2', price: euros, state: 'cancelled', cancelledAt: 5 }
  await old.table('facts').put({ key: 'me', bookings: [{ id: 'bkg_1', price: euros }, over] })
  await old.table('me').put({ key: 'me', member: { name: 'Ada' } })
  await old.table('desk').put({ siteId: 'sit_1', date: '2026-11-26', arrivals: [{ unit: 1 }] })
  await old.table('bookings').put({ id: '1', startsAt: 1, price: euros })
  const resources = [{ id: 'res_1', rules: { minMinutes: 15 } }]
  const catalogue = { site: {}, resources, tiers: [{ id: 'tie_1' }], rates: [{ id: 'rat_1' }] }
  await old.table('catalogues').put({ siteId: 'sit_1', catalogue })
  old.close()
  const db = new PortalDatabase('mem_old', 'relaxed')
  const terms = { owed: euros, policy: freeUntilStart, checkIn: null, series: null }
  expect((await db.facts.get('me'))?.bookings).toMatchObject([
    { id: 'bkg_1', ...terms, changedAt: null, revision: 0, parts: [], extras: [], guests: [] },
    { id: 'bkg_2', owed: { amountMinor: 0, currency: 'EUR' }, refundDue: euros, effectiveAt: 5 },
  ])
  expect(await db.facts.get('me')).toMatchObject({ series: [], waits: [] })
  expect(await db.me.get('me')).toMatchObject({
    member: { name: 'Ada', consents: [] },
    favourites: [],
  })
  expect((await db.desk.toArray())[0]?.arrivals).toEqual([
    { unit: 1, checkIn: null, isRecurring: false, terms: null, guests: [] },
  ])
  expect(await db.bookings.get('1')).toMatchObject({
    ...terms,
    ...{ isFeeWaived: false, basketId: null, guests: [] },
    cancelled: null,
  })
  expect((await db.catalogues.get('sit_1'))?.catalogue).toMatchObject({
    site: { extras: [], houseRules: [] },
    resources: [
      {
        ...{ isBookable: true, partOf: null, approvalMinutes: null, absences: [], photos: [] },
        rules: { minMinutes: 15, cancellation: freeUntilStart, checkIn: null },
      },
    ],
    tiers: [{ cancellation: null, quotas: [] }],
    rates: [{ hours: null, priority: 0, halfDayMinor: null }],
    former: [],
  })
  db.close()
})
