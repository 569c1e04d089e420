import { expect, test } from 'vitest'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import { locationSettings } from '../../sites/site.ts'
import { must } from '../../values/assert.ts'
import { fingerprint } from '../../values/fingerprint.ts'
import { toId } from '../../values/ids.ts'
import type { Interval } from '../../values/interval.ts'
import type { Booking } from '../booking.ts'
import { ada, at, desk2, harbour, noDistance, pool, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { SettingBodies, SettingKind } from '../wishes/setting-requests.ts'
import { applySetting, rulesOf, type SettingIntent } from './apply-setting.ts'
import { decideSetting } from './decide-setting.ts'

const now = at('2026-11-24', 540)
const floors = [{ id: toId('floor', 'flr_loft'), name: 'Loft', planVersion: 1 }]
const catalogue: Catalogue = { ...harbour, site: { ...harbour.site, floors } }

function booked(place: Resource, interval: Interval, people = 1): Booking {
  const facts = {
    catalogue,
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
  }
  const decision = settle(wish(place, interval, { people }), { ...facts, madeBy: null }, now)
  return must(decision.booking, 'it is free')
}

function intentOf<Kind extends SettingKind>(kind: Kind, body: object): SettingIntent {
  const siteId = catalogue.site.id
  const made = { ...wish(room, span('2026-11-26', 540, 600)), kind, body: { siteId, ...body } }
  return made as unknown as SettingIntent // kind and body go together in these tests
}

function save(resource: Resource, more: Partial<SettingBodies['resource.save']> = {}) {
  const before = catalogue.resources.find(({ id }) => id === resource.id)
  const basedOn = before === undefined ? null : fingerprint(before)
  const common = { resource, holder: null, resolutions: {}, basedOn }
  return intentOf('resource.save', { ...common, ...more })
}

function decide(intent: SettingIntent, bookings: readonly Booking[] = [], when = now) {
  return decideSetting(intent, { catalogue, bookings, occupied: bookings.map(occupiedBy) }, when)
}

const thursday = span('2026-11-26', 540, 600)

test('[SETTINGS-01] of two operators who edit the same place the second is told', () => {
  const first = { ...room, name: 'Anchor one' }
  expect(decide(save(first)).outcome.kind).toBe('confirmed')
  const stale = save({ ...room, capacity: 8 }, { basedOn: fingerprint(first) })
  expect(decide(stale).outcome).toMatchObject({ refusal: { reason: 'setting-changed' } })
  const lost = save(room, { basedOn: null })
  expect(decide(lost).outcome).toMatchObject({ refusal: { reason: 'setting-changed' } })
})

test('[SETTINGS-01] one place of a kind that was changed meanwhile stops the rules of all of them', () => {
  const resourceIds = [room.id, desk2.id]
  const rules = { ...room.rules, maxMinutes: 120 }
  const basedOn = fingerprint(rulesOf(catalogue, resourceIds))
  const intent = intentOf('rules.save', { resourceIds, rules, basedOn })
  const decision = decide(intent)
  expect(decision.facts.map((fact) => fact.kind)).toEqual(['resource', 'resource'])
  expect(applySetting(catalogue, intent).after.resources[2]?.rules.maxMinutes).toBe(120)
  const gone = intentOf('rules.save', { resourceIds: [room.id, 'res_gone'], rules, basedOn })
  expect(decide(gone).outcome).toMatchObject({ refusal: { reason: 'setting-changed' } })
  const other = { ...catalogue, resources: [{ ...room, rules }, desk2] }
  const facts = { catalogue: other, bookings: [], occupied: [] }
  expect(decideSetting(intent, facts, now).outcome).toMatchObject({
    refusal: { reason: 'setting-changed' },
  })
})

test('[SETTINGS-02] every problem is told with its field', () => {
  const wrong = { ...room, name: '', capacity: 0 }
  expect(decide(save(wrong)).outcome).toMatchObject({
    refusal: {
      reason: 'invalid-setting',
      problems: [
        { field: 'name', code: 'missing' },
        { field: 'capacity', code: 'below-one' },
      ],
    },
  })
  const holder = { kind: 'member', memberId: ada.id } as const
  expect(decide(save(room, { holder })).outcome).toMatchObject({
    refusal: { problems: [{ field: 'holder', code: 'not-shared' }] },
  })
})

test('[SETTINGS-12] a location takes another name and address, and keeps its zone and currency', () => {
  const basedOn = fingerprint(locationSettings(catalogue.site))
  const sent = { name: ' Quay Nine ', address: ' Am Kai 9, Hamburg ', basedOn }
  const { site } = applySetting(catalogue, intentOf('site.save', sent)).after
  expect(site).toEqual({ ...catalogue.site, name: 'Quay Nine', address: 'Am Kai 9, Hamburg' })
  expect(decide(intentOf('site.save', { ...sent, address: '' })).outcome.kind).toBe('confirmed')
  expect(decide(intentOf('site.save', { ...sent, basedOn: null })).outcome).toMatchObject({
    refusal: { reason: 'setting-changed' },
  })
})

test('[SETTINGS-12] a location without a name, or with more than a line holds, is refused', () => {
  const basedOn = fingerprint(locationSettings(catalogue.site))
  const [name, address] = ['n'.repeat(81), 'a'.repeat(201)]
  const refused = (sent: object) => decide(intentOf('site.save', { ...sent, basedOn })).outcome
  expect(refused({ name: '  ', address: '' })).toMatchObject({
    refusal: { reason: 'invalid-setting', problems: [{ field: 'name', code: 'missing' }] },
  })
  expect(refused({ name, address })).toMatchObject({
    refusal: {
      problems: [
        { field: 'name', code: 'too-long' },
        { field: 'address', code: 'too-long' },
      ],
    },
  })
})

test('[SETTINGS-03] [D-10] [L-09] less room lists who would not fit, and saves when each is decided about', () => {
  const six = booked(room, thursday, 6)
  const two = booked(room, span('2026-11-26', 600, 660), 2)
  const smaller = { ...room, capacity: 4 }
  const refused = decide(save(smaller), [six, two])
  expect(refused.outcome).toMatchObject({
    refusal: { reason: 'unresolved-bookings', bookingIds: [six.id] },
  })
  expect(refused.facts).toEqual([])
  const kept = decide(save(smaller, { resolutions: { [six.id]: { kind: 'keep' } } }), [six, two])
  expect(kept).toMatchObject({ outcome: { kind: 'confirmed' }, bookings: [] })
  const freed = decide(save(smaller, { resolutions: { [six.id]: { kind: 'cancel' } } }), [six, two])
  expect(freed.bookings).toMatchObject([{ id: six.id, state: 'cancelled', cancelledBy: 'space' }])
})

test('[SETTINGS-03] what did not fit before, is over, or is cancelled is nobody’s decision', () => {
  const over = booked(room, span('2026-11-24', 600, 660), 6)
  const smaller = { ...room, capacity: 4 }
  expect(decide(save(smaller), [over], at('2026-11-24', 700)).outcome.kind).toBe('confirmed')
  const gone = { ...over, state: 'cancelled', cancelledAt: now, cancelledBy: 'member' }
  expect(decide(save(smaller), [gone as unknown as Booking]).outcome.kind).toBe('confirmed')
  const tooMany = { ...booked(room, thursday, 6), people: 40 }
  expect(decide(save({ ...room, capacity: 5 }), [tooMany]).outcome.kind).toBe('confirmed')
})

test('[SETTINGS-03] fewer units, shorter hours, assigned and not bookable take the ground from bookings', () => {
  const second = { ...booked(pool, thursday), unit: 2 }
  const one = { ...pool, mode: { kind: 'pool', units: 1 } } as const
  expect(decide(save(one), [second]).outcome).toMatchObject({
    refusal: { bookingIds: [second.id] },
  })
  const early = booked(room, span('2026-11-26', 420, 480))
  const office = [{ opens: 480, closes: 1080 }]
  const hours = [office, office, office, office, office, [], []] as const
  for (const changed of [
    { ...room, hours },
    { ...room, mode: { kind: 'assigned' } as const },
    { ...room, isBookable: false },
  ]) {
    expect(decide(save(changed), [early]).outcome).toMatchObject({
      refusal: { bookingIds: [early.id] },
    })
  }
  const basedOn = fingerprint(catalogue.site.hours)
  const shorter = intentOf('hours.save', { hours, resolutions: {}, basedOn })
  const inside = booked(room, thursday)
  expect(decide(shorter, [early, inside]).outcome).toMatchObject({
    refusal: { bookingIds: [early.id] },
  })
})

test('[SETTINGS-04] a place is retired when its bookings ahead are moved or cancelled, never while one is kept', () => {
  const one = booked(room, thursday)
  const basedOn = fingerprint(room)
  const retire = (resolutions: object) =>
    intentOf('resource.retire', { resourceId: room.id, basedOn, resolutions })
  const refused = { refusal: { reason: 'unresolved-bookings', bookingIds: [one.id] } }
  expect(decide(retire({}), [one]).outcome).toMatchObject(refused)
  expect(decide(retire({ [one.id]: { kind: 'keep' } }), [one]).outcome).toMatchObject(refused)
  const choice = choiceAt(catalogue, desk2.id, thursday)
  const moved = decide(retire({ [one.id]: { kind: 'move', choice } }), [one])
  expect(moved.bookings).toMatchObject([{ id: one.id, resourceId: desk2.id, price: one.price }])
  expect(moved.facts).toMatchObject([{ kind: 'resource-retired', resourceId: room.id }])
  const again = intentOf('resource.retire', { resourceId: 'res_gone', basedOn, resolutions: {} })
  expect(decide(again).outcome).toMatchObject({ refusal: { reason: 'setting-changed' } })
})

test('[SETTINGS-05] prices, rules and memberships change no booking', () => {
  const one = booked(room, thursday)
  const [tier] = catalogue.tiers
  const intents = [
    intentOf('rates.save', { rates: [], basedOn: fingerprint(catalogue.rates) }),
    intentOf('tier.save', { tier: { ...tier, kinds: [] }, basedOn: fingerprint(tier) }),
    intentOf('rules.save', {
      resourceIds: [room.id],
      rules: { ...room.rules, minMinutes: 120 },
      basedOn: fingerprint(rulesOf(catalogue, [room.id])),
    }),
  ]
  for (const intent of intents) {
    expect(decide(intent, [one])).toMatchObject({ outcome: { kind: 'confirmed' }, bookings: [] })
  }
})

test('[SETTINGS-07] what is edited stays in its place, what is added comes last', () => {
  const added = { ...room, id: toId('resource', 'res_new'), name: 'Buoy' }
  const ids = (intent: SettingIntent) =>
    applySetting(catalogue, intent).after.resources.map(({ id }) => id)
  const before = catalogue.resources.map(({ id }) => id)
  expect(ids(save({ ...desk2, name: 'Desk two' }))).toEqual(before)
  expect(ids(save(added))).toEqual([...before, added.id])
  const floor = intentOf('floor.save', { floorId: 'flr_attic', name: 'Attic', basedOn: null })
  expect(applySetting(catalogue, floor).after.site.floors.map(({ name }) => name)).toEqual([
    'Loft',
    'Attic',
  ])
  const twice = intentOf('floor.save', { floorId: 'flr_attic', name: 'Loft', basedOn: null })
  expect(decide(twice).outcome).toMatchObject({ refusal: { problems: [{ code: 'name-taken' }] } })
})
