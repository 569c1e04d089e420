import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, desk1, harbour, span, wish } from '../for-tests.ts'
import { bodies } from './for-tests.ts'
import type { AnyIntent, IntentBodies, IntentKind } from './intent.ts'
import { parseIntent } from './parse-intent.ts'

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
