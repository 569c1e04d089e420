import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import { must } from '../../domain/values/assert.ts'
import { makeStandingLists } from './standing-list.ts'

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

test('a list that stands holds what it would if it were read again, and what it gave before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(bookings), fc.array(bookings), (before, decided) => {
      const now = new Map(before.map((one) => [one.id, one]))
      const lists = makeStandingLists()
      const live = lists.ofAll([...now.values()].filter(isLive), isLive, idOf)
      const ownOf = (memberId: string) => (one: Booking) => one.memberId === memberId
      const own = people.map((id) =>
        lists.ofMember(id, [...now.values()].filter(ownOf(id)), ownOf(id)),
      )
      for (const booking of decided) {
        const held = live.rows()
        const copy = [...held]
        lists.decide(booking)
        now.set(booking.id, booking)
        expect(held).toEqual(copy)
        expect([...live.rows()].sort()).toEqual([...now.values()].filter(isLive).map(idOf).sort())
      }
      for (const [index, id] of people.entries()) {
        const rows = must(own[index], 'each has a list').rows()
        expect(new Set(rows)).toEqual(new Set([...now.values()].filter(ownOf(id))))
      }
    }),
  )
})
