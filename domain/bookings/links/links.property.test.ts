/** A hall, its halves and a corner of one of them, under any history. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { overlaps } from '../../values/interval.ts'
import { type Booking, isLive } from '../booking.ts'
import { cancelBooking } from '../change-booking.ts'
import { by, span } from '../for-tests.ts'
import { moveBooking } from '../move-booking.ts'
import { occupiedBy } from '../occupied-by.ts'
import { choiceAt } from '../wishes/choice.ts'
import { ask, change, hall, halls, north, now, south } from './for-tests.ts'

const corner = { ...north, id: toId('resource', 'res_corner'), name: 'Corner', partOf: north.id }
const catalogue: Catalogue = { ...halls, resources: [hall, north, south, corner] }
/** Who cannot be in use together, said plainly. */
const together = new Set(['hall north', 'hall south', 'hall corner', 'north corner'])
const short = new Map([
  ...([
    [hall.id, 'hall'],
    [north.id, 'north'],
    [south.id, 'south'],
    [corner.id, 'corner'],
  ] as const),
])

const place = fc.constantFrom(hall, north, south, corner)
const when = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => span('2026-11-26', 480 + from * 15, 480 + (from + length) * 15))
const step = fc.record({
  kind: fc.constantFrom('wish', 'wish', 'wish', 'cancel', 'move', 'change'),
  which: fc.nat(),
  place,
  at: when,
})

test('[LINKS-08] [D-13] whatever is wished, cancelled and moved, a whole and its parts never overlap', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const bookings = new Map<string, Booking>()
      for (const one of steps) {
        const changed = play(one, [...bookings.values()])
        if (changed === null) continue
        bookings.set(changed.id, changed)
        expect(clashes([...bookings.values()].filter(({ state }) => isLive(state)))).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})

function play(
  { kind, which, place, at }: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
  all: readonly Booking[],
): Booking | null {
  const live = all.filter(({ state }) => isLive(state))
  if (kind === 'wish') return ask(place, at, live, catalogue).booking
  const booking = live[which % Math.max(1, live.length)]
  if (booking === undefined) return null
  if (kind === 'cancel') return cancelBooking(booking, by('member', now), now).booking
  if (kind === 'change') return change(booking, place, at, live, catalogue).booking
  const others = live.filter(({ id }) => id !== booking.id).map(occupiedBy)
  const answer = moveBooking(booking, choiceAt(catalogue, place.id, at), catalogue, others, now)
  return answer.kind === 'moved' ? answer.booking : null
}

function clashes(live: readonly Booking[]): readonly string[] {
  return live.flatMap((a) =>
    live
      .filter((b) => a.id !== b.id && overlaps(a.interval, b.interval))
      .map((b) => `${short.get(a.resourceId)} ${short.get(b.resourceId)}`)
      .filter((pair) => together.has(pair) || new Set(pair.split(' ')).size === 1),
  )
}
