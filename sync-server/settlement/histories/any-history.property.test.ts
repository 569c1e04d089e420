import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOf } from '../../domain/values/ids.ts'
import { addMinutes, toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { intentOf, openTestSpace, type TestSpace } from './for-tests.ts'
import { provenDocuments } from './proven-documents.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const people = ['mem_hana', 'mem_anton', 'mem_chidi'] as const

async function withSpace(
  work: (space: TestSpace) => Promise<void>,
  prove: typeof provenDocuments = provenDocuments,
): Promise<void> {
  const database = await makeSqlite()
  try {
    const space = await openTestSpace(await database.open(), now, prove)
    await work(space)
    expect(space.log).toEqual([])
  } finally {
    await database.remove()
  }
}

/** One thing that happens; the numbers choose whom, where and when. */
type Happening =
  | { readonly kind: 'wish'; readonly who: number; readonly desk: number; readonly hour: number }
  | { readonly kind: 'cancel'; readonly which: number }
  | { readonly kind: 'close'; readonly desk: number }
  | { readonly kind: 'rename'; readonly who: number }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'settle' }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('wish' as const),
      who: fc.nat(2),
      desk: fc.integer({ min: 14, max: 16 }),
      hour: fc.integer({ min: 8, max: 17 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      desk: fc.integer({ min: 14, max: 16 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), who: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
)

let closures = 0

function memberAt(index: number): string {
  return must(people[index], 'there are three')
}

async function happen(space: TestSpace, what: Happening, wishes: [string, AnyIntent][]) {
  switch (what.kind) {
    case 'wish': {
      const { who, desk, hour } = what
      const member = memberAt(who)
      const wish = await space.request(
        member,
        `res_desk-${desk}`,
        quietDay,
        hour * 60,
        hour * 60 + 120,
      )
      wishes.push([member, wish])
      return space.send(member, wish)
    }
    case 'cancel': {
      const [member, wish] = wishes[what.which] ?? []
      if (member === undefined || wish === undefined) return
      const bookingId = bookingIdOf(wish.id)
      return space.send(member, intentOf(space.now, 'booking.cancel', { bookingId }))
    }
    case 'close':
      return space.send(
        'mem_mara',
        intentOf(space.now, 'closure.add', {
          siteId: 'sit_harbour-loft',
          closureId: `clo_test-${++closures}`,
          name: 'New floor',
          resourceIds: [`res_desk-${what.desk}`],
          from: { date: quietDay, minute: 0 },
          until: { date: quietDay, minute: 600 },
          resolutions: Object.fromEntries(
            wishes.map(([, wish]) => [bookingIdOf(wish.id), { kind: 'cancel' }]),
          ),
        }),
      )
    case 'rename':
      await space.storage.transaction((tx) =>
        tx
          .updateTable('member')
          .set({ name: `Renamed ${space.now}` })
          .where('id', '=', memberAt(what.who))
          .execute(),
      )
      return
    case 'wait':
      space.now = addMinutes(space.now, what.hours * 60)
      return
    case 'settle':
      await space.settlement.settleWaiting()
  }
}

test('[SETTLEMENT-01] documents changed by their differences are their projections', async () => {
  let amended = 0
  const counting: typeof provenDocuments = (real, projections) => {
    const proven = provenDocuments(real, projections)
    return {
      ...proven,
      amend: async (...asked) => {
        const answer = await proven.amend(...asked)
        amended += answer.rows.length
        return answer
      },
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 40, maxLength: 60 }), (happenings) =>
      withSpace(async (space) => {
        const wishes: [string, AnyIntent][] = []
        for (const what of happenings) await happen(space, what, wishes)
        await space.settlement.settleWaiting()
      }, counting),
    ),
    { numRuns: 5 },
  )
  expect(amended).toBeGreaterThan(10)
})
