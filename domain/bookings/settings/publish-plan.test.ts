import { expect, test } from 'vitest'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import type { Booking } from '../booking.ts'
import { ada, at, desk1, desk2, harbour, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import type { PublishRequest } from '../wishes/setting-requests.ts'
import { decidePublishing, type PlaceSettings, type PlacesDrawn } from './publish-plan.ts'

const now = at('2026-11-24', 540)
const floorId = desk1.floorId
const floors = [{ id: floorId, name: 'Loft', planVersion: 1 }]
const catalogue: Catalogue = { ...harbour, site: { ...harbour.site, floors } }
const request: PublishRequest = {
  ...{ siteId: catalogue.site.id, floorId, epoch: 'e', n: 7, basedOn: 1 },
  resolutions: {},
}
const fresh = toId('resource', 'res_fresh')

function drawn(
  places: Readonly<Record<string, PlaceSettings>>,
  gone: readonly Resource[] = [],
): PlacesDrawn {
  const named = Object.entries(places).map(([id, set]) => ({
    resourceId: toId('resource', id),
    set,
  }))
  return { floorId, version: 2, places: named, gone: gone.map(({ id }) => id) }
}

function decide(
  what: PlacesDrawn | null,
  bookings: readonly Booking[] = [],
  more: Partial<PublishRequest> = {},
  of = catalogue,
) {
  const facts = { catalogue: of, bookings, occupied: bookings.map(occupiedBy) }
  return decidePublishing({ ...request, ...more }, what, facts, now)
}

function booked(place: Resource): Booking {
  const facts = {
    catalogue,
    member: ada,
    occupied: [],
    ownBookings: [],
    wallet: emptyWallet,
    distance: noDistance,
  }
  const made = settle(wish(place, span('2026-11-26', 540, 600)), { ...facts, madeBy: null }, now)
  return must(made.booking, 'it is free')
}

test('[SETTINGS-08] of two who publish the second is told, and so is whoever names a state that is gone', () => {
  const refused = { outcome: { refusal: { reason: 'setting-changed' } }, facts: [] }
  expect(decide(drawn({}), [], { basedOn: 0 })).toMatchObject(refused)
  expect(decide(null)).toMatchObject(refused)
  const elsewhere = { floorId: toId('floor', 'flr_cellar') }
  expect(decide(drawn({}), [], elsewhere)).toMatchObject(refused)
})

test('[SETTINGS-09] the site names the next version, a new place is like its kind, a known one is set as drawn', () => {
  const { outcome, facts, subject } = decide(
    drawn({
      [desk1.id]: { name: 'Window desk' },
      [room.id]: {},
      [fresh]: { name: 'Desk 99', kind: 'hot-desk', capacity: 1 },
    }),
  )
  expect(outcome.kind).toBe('confirmed')
  expect(subject).toBe(floorId)
  expect(facts).toMatchObject([
    { kind: 'resource', isNew: false, resource: { ...desk1, name: 'Window desk' } },
    { kind: 'resource', isNew: true, resource: { id: fresh, rules: desk1.rules, name: 'Desk 99' } },
    { kind: 'site', site: { floors: [{ id: floorId, name: 'Loft', planVersion: 2 }] } },
  ])
})

test('[SETTINGS-09] [D-10] a place that is not drawn any more is retired once its bookings are dealt with, and keeps none', () => {
  const mine = booked(desk2)
  const without = drawn({ [desk1.id]: {} }, [desk2])
  const listed = { refusal: { reason: 'unresolved-bookings', bookingIds: [mine.id] } }
  expect(decide(without, [mine]).outcome).toMatchObject(listed)
  const keep = { resolutions: { [mine.id]: { kind: 'keep' } } } as const
  expect(decide(without, [mine], keep).outcome).toMatchObject(listed)
  const cancel = { resolutions: { [mine.id]: { kind: 'cancel' } } } as const
  const { facts, bookings } = decide(without, [mine], cancel)
  expect(bookings).toMatchObject([{ id: mine.id, state: 'cancelled' }])
  expect(facts[0]).toMatchObject({ kind: 'resource-retired', resourceId: desk2.id })
})

test('[SETTINGS-09] bookings keep their place through a rename', () => {
  const mine = booked(desk1)
  const renamed = decide(drawn({ [desk1.id]: { name: 'Window desk', zoneName: 'Bay' } }), [mine])
  expect(renamed).toMatchObject({ outcome: { kind: 'confirmed' }, bookings: [] })
})

test('[SETTINGS-02] [SETTINGS-10] names that two would have, other floors and retired places are told at their place', () => {
  const former = [{ id: fresh, kind: desk1.kind, name: 'Desk 99' }]
  const cellar = { ...desk2, floorId: toId('floor', 'flr_cellar') }
  const of: Catalogue = {
    ...catalogue,
    former,
    resources: catalogue.resources.map((one) => (one.id === desk2.id ? cellar : one)),
  }
  const what = drawn({
    [desk1.id]: { name: room.name },
    [cellar.id]: {},
    [fresh]: { name: 'Desk 99', kind: 'hot-desk' },
  })
  const { outcome } = decide(what, [], {}, of)
  expect(outcome).toMatchObject({ refusal: { reason: 'invalid-setting' } })
  const problems =
    outcome.kind === 'refused' && outcome.refusal.reason === 'invalid-setting'
      ? outcome.refusal.problems
      : []
  expect(problems).toEqual(
    expect.arrayContaining([
      { field: `${desk2.id}.floorId`, code: 'other-floor' },
      { field: `${fresh}.id`, code: 'unknown-place' },
      { field: `${desk1.id}.name`, code: 'name-taken' },
    ]),
  )
})
