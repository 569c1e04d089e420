import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import { makeStandingList } from './standing-list.ts'

const people = ['mem_ada', 'mem_ben']
const bookings = fc
  .tuple(fc.nat({ max: 8 }), fc.constantFrom(...people), fc.boolean())
  .map(([n, memberId, isLive]) => ({
    ...{ id: `bkg_${n}.${memberId}`, memberId },
    ...{ state: isLive ? 'confirmed' : 'cancelled' },
  }))
  .map((one) => one as unknown as Booking) // of a booking nothing else is looked at

const isLive = ({ state }: Booking) => state === 'confirmed'
const idOf = ({ id }: Booking) => id

test('a list that stands holds what it would if it were read again, in the same order, and what it gave before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(bookings), fc.array(bookings), (before, decided) => {
      const now = new Map(before.map((one) => [one.id, one]))
      const inOrder = () => [...now.values()].filter(isLive).map(idOf).sort()
      const live = makeStandingList([...now.values()].filter(isLive), isLive, idOf)
      for (const booking of decided) {
        const held = live.rows()
        const copy = [...held]
        live.decide(booking)
        now.set(booking.id, booking)
        expect(held).toEqual(copy)
        expect(live.rows()).toEqual(inOrder())
      }
    }),
  )
})
