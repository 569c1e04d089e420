import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { addDays, toLocalDate, type Weekday } from '../../values/local-date.ts'
import { at, desk1, desk2, harbour, room, span, wish } from '../for-tests.ts'
import type { Nth, Rhythm } from '../series/recurrence.ts'
import { choiceAt } from './choice.ts'
import type { AnyIntent, IntentBodies, IntentKind } from './intent.ts'
import { parseIntent } from './parse-intent.ts'

const places = fc.constantFrom(desk1, desk2, room)
const choices = fc
  .tuple(places, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 2000 }))
  .map(([place, from, length]) =>
    choiceAt(harbour, place.id, span('2026-10-20', from, from + length)),
  )
const money = fc.record({ amountMinor: fc.nat(1_000_000_000), currency: fc.constant('EUR') })
const wall = fc.record({
  date: fc.constantFrom('2026-12-24', '2026-12-25'),
  minute: fc.integer({ min: 0, max: 1440 }),
})
const bookingId = fc.nat().map((number) => toId('booking', `bkg_${number}`))
const siteId = fc.constant(harbour.site.id)
const closureId = fc.constant(toId('closure', 'clo_1'))
const resolution = fc.oneof(
  fc.constant({ kind: 'cancel' }),
  fc.constant({ kind: 'keep' }),
  choices.map((choice) => ({ kind: 'move', choice })),
)

const dates = fc
  .integer({ min: 0, max: 365 })
  .map((days) => addDays(toLocalDate('2026-11-26'), days))
const weekdays = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const spans = fc
  .record({ from: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) })
  .map(({ from, length }) => ({ from, until: from + length }))
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constant({ kind: 'daily' as const }),
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays: fc.uniqueArray(weekdays, { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('monthly-by-date' as const),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    kind: fc.constant('monthly-by-weekday' as const),
    weekday: weekdays,
    nth: fc.constantFrom<Nth>(1, 2, 3, 4, -1),
  }),
)
const recurrences = fc.record({
  rhythm: rhythms,
  every: fc.integer({ min: 1, max: 366 }),
  startOn: dates,
  end: fc.oneof(
    fc.record({ kind: fc.constant('until'), on: dates }),
    fc.record({ kind: fc.constant('count'), count: fc.integer({ min: 1, max: 10_000 }) }),
  ),
})
const listedOccurrences = fc
  .array(fc.oneof(fc.constant(null), fc.record({ choice: choices, quote: money })), {
    maxLength: 100,
  })
  .map((all) =>
    all.map((one, index) =>
      one === null
        ? { kind: 'skip', number: index + 1 }
        : { kind: 'book', number: index + 1, ...one },
    ),
  )

/** Bodies of every kind, as the app's own code makes them. */
const bodies: { readonly [Kind in IntentKind]: fc.Arbitrary<unknown> } = {
  'booking.request': fc.record({
    siteId,
    choice: choices,
    fallbacks: fc.array(choices, { maxLength: 5 }),
    takeNearest: fc.boolean(),
    people: fc.integer({ min: 1, max: 500 }),
    note: fc.string({ maxLength: 500 }),
    quote: money,
    ceiling: fc.option(money),
    forMemberId: fc.option(fc.constant(toId('member', 'mem_ada'))),
    override: fc.option(fc.record({ reason: fc.constant('The board meets') })),
  }),
  'series.request': fc.record({
    siteId,
    resourceId: fc.constant(room.id),
    recurrence: recurrences,
    span: spans,
    people: fc.integer({ min: 1, max: 500 }),
    note: fc.string({ maxLength: 500 }),
    occurrences: listedOccurrences,
    mode: fc.constantFrom('exactly', 'what-can-be-had'),
  }),
  'series.cancel': fc.record({
    seriesId: fc.constant(toId('series', 'ser_1')),
    scope: fc.oneof(
      fc.record({
        kind: fc.constantFrom('this', 'following'),
        occurrence: fc.constantFrom(1, 100),
      }),
      fc.record({ kind: fc.constant('all') }),
      fc.record({ kind: fc.constant('between'), from: dates, until: dates }),
    ),
    bookingIds: fc.uniqueArray(bookingId, { minLength: 1, maxLength: 100 }),
  }),
  'booking.cancel': fc.record({ bookingId }),
  'booking.change': fc.record({
    bookingId,
    choice: choices,
    quote: money,
    ceiling: fc.option(money),
  }),
  'booking.end': fc.record({ bookingId }),
  'booking.confirm': fc.record({ bookingId }),
  'booking.extend-hold': fc.record({ bookingId }),
  'booking.check-in': fc.record({ bookingId }),
  'closure.add': fc.record({
    siteId,
    closureId,
    name: fc.constant('Christmas'),
    resourceIds: fc.option(
      fc.array(
        places.map(({ id }) => id),
        { minLength: 1, maxLength: 5 },
      ),
    ),
    from: wall,
    until: wall,
    resolutions: fc.dictionary(bookingId, resolution, { maxKeys: 5 }),
  }),
  'closure.remove': fc.record({ siteId, closureId }),
}

const kinds = Object.keys(bodies) as IntentKind[] // the keys of the record above
const intents = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    bodies[kind].map((body) => ({ ...wish(desk1, span('2026-11-26', 540, 600)), kind, body })),
  )

test('[BOOKINGS-01] every wish that the app makes is accepted and read as it was written', () => {
  fc.assert(
    fc.property(intents, (intent) => {
      const sent: unknown = JSON.parse(JSON.stringify(intent))
      expect(parseIntent(sent)).toEqual({ ok: true, value: sent })
    }),
    { numRuns: 300 },
  )
})

test('[BOOKINGS-01] a wall time may say which of two repeated hours it means', () => {
  const night = wish(desk1, span('2026-10-25', 150, 240))
  expect(night.body.choice.wall.start.pass).toBe('first')
  expect(parseIntent(JSON.parse(JSON.stringify(night))).ok).toBe(true)
})

test('[BOOKINGS-01] an app from before one could act for others wishes for its own member', () => {
  const { forMemberId, override, ...body } = wish(desk1, span('2026-11-26', 540, 600)).body
  const sent: unknown = JSON.parse(JSON.stringify({ ...fine, body }))
  expect(parseIntent(sent)).toMatchObject({ ok: true, value: { body: { forMemberId, override } } })
})

const fine = wish(desk1, span('2026-11-26', 540, 600))

/** The wish with one thing changed, at a dotted path. */
function bent(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(fine)) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

const { startsAt, endsAt } = fine.body.choice.interval
const hostile: readonly (readonly [path: string, value: unknown])[] = [
  ['v', 2],
  ['id', 'bkg_1'],
  ['id', ''],
  ['device', 'dev_/..'],
  ['seq', 0],
  ['seq', 1.5],
  ['seq', 2 ** 60],
  ['madeAt', -1],
  ['madeAt', '2026-11-24'],
  ['deadlineAt', Date.UTC(9999, 0)],
  ['deadlineAt', undefined],
  ['heardAt', { generation: 'g'.repeat(65), at: startsAt }],
  ['price', 0],
  ['memberId', 'mem_ben'],
  ['body.memberId', 'mem_ben'],
  ['body.role', 'owner'],
  ['body.siteId', 'res_desk-1'],
  ['body.people', 0],
  ['body.people', 501],
  ['body.people', Number.NaN],
  ['body.note', 'x'.repeat(501)],
  ['body.note', null],
  ['body.forMemberId', 'dev_phone'],
  ['body.override', { reason: ' ' }],
  ['body.override', { reason: 'x'.repeat(301) }],
  ['body.override', true],
  ['body.quote', { amountMinor: -1, currency: 'EUR' }],
  ['body.quote', { amountMinor: 0.5, currency: 'EUR' }],
  ['body.quote', { amountMinor: 1, currency: 'eur' }],
  ['body.ceiling', { amountMinor: 2_000_000_000, currency: 'EUR' }],
  ['body.takeNearest', 'yes'],
  ['body.fallbacks', Array.from({ length: 6 }, () => fine.body.choice)],
  ['body.fallbacks', {}],
  ['body.choice.interval', { startsAt: endsAt, endsAt: startsAt }],
  ['body.choice.interval', { startsAt, endsAt: startsAt }],
  ['body.choice.interval', { startsAt, endsAt: Number.POSITIVE_INFINITY }],
  ['body.choice.interval', { startsAt: startsAt + 0.5, endsAt }],
  ['body.choice.interval', { startsAt: Date.UTC(1999, 0), endsAt }],
  ['body.choice.interval', { startsAt, endsAt: Date.UTC(2300, 0) }],
  ['body.choice.unit', 0],
  ['body.choice.unit', 1001],
  ['body.choice.resourceId', '__proto__'],
  ['body.choice.wall.start', { date: '2026-02-30', minute: 0 }],
  ['body.choice.wall.start', { date: '2026-11-26', minute: 1441 }],
  ['body.choice.wall.start', { date: '2026-11-26', minute: 0, pass: 'third' }],
  ['body.choice.wall.start', { date: '2026-11-26', minute: -0.5 }],
]

test('[BOOKINGS-02] whatever else arrives is malformed and names the field', () => {
  for (const [path, value] of hostile) {
    const found = parseIntent(bent(path, value))
    expect({ [path]: found }).toMatchObject({
      [path]: { ok: false, problem: { kind: 'malformed' } },
    })
    if (!found.ok && found.problem.kind === 'malformed' && path.startsWith('body.choice')) {
      expect(found.problem.path).toContain('body.choice')
    }
  }
})

test('[BOOKINGS-02] keys that mean something to the language get nothing past the door', () => {
  const text = JSON.stringify(fine)
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
    const deep = text.replace('"body":{', `"body":{"${key}":{"role":"owner"},`)
    const top = text.replace('{', `{"${key}":{"role":"owner"},`)
    for (const sent of [deep, top]) expect(parseIntent(JSON.parse(sent)).ok).toBe(false)
  }
  expect({}).not.toHaveProperty('role')
})

test('[BOOKINGS-02] nothing at all, in any shape, makes the door throw', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (input) => {
      expect(parseIntent(input).ok).toBe(false)
    }),
  )
})

test('[BOOKINGS-02] a closure with an empty name, no resource or another noun as a key is malformed', () => {
  const date = '2026-12-25'
  const body = {
    siteId: harbour.site.id,
    closureId: 'clo_1',
    name: 'Christmas',
    resourceIds: null,
    from: { date, minute: 0 },
    until: { date, minute: 1440 },
    resolutions: {},
  } satisfies Record<keyof IntentBodies['closure.add'], unknown>
  const closure = { ...fine, kind: 'closure.add', body }
  const odd = [
    { ...body, name: '   ' },
    { ...body, resourceIds: [] },
    { ...body, resolutions: { mem_ada: { kind: 'keep' } } },
    { ...body, resolutions: { bkg_1: { kind: 'delete' } } },
    { ...body, resolutions: { bkg_1: { kind: 'move' } } },
  ]
  for (const one of odd) expect(parseIntent({ ...closure, body: one }).ok).toBe(false)
  expect(parseIntent(closure).ok).toBe(true)
})

test('[BOOKINGS-03] a kind that is not known is answered as unknown', () => {
  for (const kind of ['booking.move', '', 'toString', '__proto__', 'constructor']) {
    const sent: unknown = { ...fine, kind }
    expect(parseIntent(sent)).toEqual({ ok: false, problem: { kind: 'unknown-kind' } })
  }
})

/** The type holds for what the app writes; the clock of the device is only ever a claim. */
const claimed: AnyIntent = { ...fine, madeAt: at('2199-12-31', 0) }

test('[BOOKINGS-01] a device whose clock is wrong by a century still gets its wish through', () => {
  expect(parseIntent(claimed).ok).toBe(true)
})
