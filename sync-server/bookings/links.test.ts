import { expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { insertClaims } from '../storage/claims.ts'
import { onEachEngine } from '../storage/for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const people = { people: 20 }

onEachEngine('a hall of two halves', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function ask(space: TestSpace, member: string, place: string, from: number, until: number) {
    const intent = await space.request(member, place, quietDay, from, until, people)
    await space.send(member, intent)
    return (await space.outcomeOf(intent)).outcome
  }

  async function claimsOn(space: TestSpace, bookingId: string) {
    const rows = await space.storage.read
      .selectFrom('claim')
      .select('resource_id')
      .where('booking_id', '=', bookingId)
      .where('released_at', 'is', null)
      .orderBy('resource_id')
      .execute()
    return rows.map((row) => row.resource_id)
  }

  test('[LINKS-01] [D-13] [B-24] a half takes the hall and not the other half, the hall takes both', () =>
    inSpace(async (space) => {
      expect(await ask(space, 'mem_hana', 'res_hall-north', 600, 660)).toMatchObject({
        kind: 'held',
      })
      expect(await ask(space, 'mem_felix', 'res_hall', 630, 690)).toMatchObject({
        refusal: { reason: 'linked', resourceId: 'res_hall-north', name: 'Hall North' },
      })
      expect(await ask(space, 'mem_felix', 'res_hall-south', 630, 690)).toMatchObject({
        kind: 'held',
      })
      expect(await ask(space, 'mem_felix', 'res_hall', 780, 840)).toMatchObject({ kind: 'held' })
      expect(await ask(space, 'mem_hana', 'res_hall-south', 780, 840)).toMatchObject({
        refusal: { reason: 'linked', resourceId: 'res_hall', name: 'The Hall' },
      })
    }))

  test('[LINKS-04] what is booked with its parts is given back with them', () =>
    inSpace(async (space) => {
      const outcome = await ask(space, 'mem_felix', 'res_hall', 780, 840)
      if (outcome.kind !== 'held') throw new Error('The hall is free that day')
      const { bookingId } = outcome
      expect(await claimsOn(space, bookingId)).toEqual([
        ...['res_hall', 'res_hall-north', 'res_hall-south'],
      ])
      const cancel = intentOf(space.now, 'booking.cancel', { bookingId })
      await space.send('mem_felix', cancel)
      expect((await space.outcomeOf(cancel)).outcome).toMatchObject({ kind: 'confirmed' })
      expect(await claimsOn(space, bookingId)).toEqual([])
      expect(await ask(space, 'mem_hana', 'res_hall-south', 780, 840)).toMatchObject({
        kind: 'held',
      })
    }))

  test('[LINKS-04] wishes for the hall and its halves in one batch never get the same time', () =>
    inSpace(async (space) => {
      const places = ['res_hall-north', 'res_hall', 'res_hall-south', 'res_hall-north'] as const
      const wishes = []
      for (const [index, place] of places.entries()) {
        const member = index % 2 === 0 ? 'mem_hana' : 'mem_felix'
        const intent = await space.request(member, place, quietDay, 600, 660, people)
        wishes.push(intent)
        await space.send(member, intent)
      }
      await space.settlement.settleWaiting()
      const kinds = []
      for (const intent of wishes) kinds.push((await space.outcomeOf(intent)).outcome.kind)
      expect(kinds).toEqual(['held', 'refused', 'held', 'refused'])
    }))

  test('[LINKS-04] the engine refuses a half of a booked hall whatever the rules say', () =>
    inSpace(async (space) => {
      const outcome = await ask(space, 'mem_felix', 'res_hall', 780, 840)
      if (outcome.kind !== 'held') throw new Error('The hall is free that day')
      const claims = await space.storage.read
        .selectFrom('claim')
        .selectAll()
        .where('booking_id', '=', outcome.bookingId)
        .execute()
      const half = claims.find(({ resource_id }) => resource_id === 'res_hall-south')
      if (half === undefined) throw new Error('The hall claims its halves')
      const { released_at: _live, ...claim } = half
      const second = { ...claim, starts_at: claim.starts_at + 60_000 }
      const stands = await space.storage.transaction((tx) => insertClaims(tx, [second]))
      expect(stands).toBe(false)
    }))
})
