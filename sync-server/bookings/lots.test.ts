import { expect, test } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import { allowance, lot } from '../../domain/bookings/lots/for-tests.ts'
import type { KnownLot, Wallet } from '../../domain/bookings/lots/lot.ts'
import { leftOf } from '../../domain/bookings/lots/use-of.ts'
import { walletWith } from '../../domain/bookings/lots/wallet-with.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { addMinutes, toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import type { Sections } from '../../domain/values/sections.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { writeLot } from '../settlement/write-lots.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { bookingProjections } from './projections.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const hana = toId('member', 'mem_hana')
const anchor = 'res_room-anchor'

onEachEngine('passes and allowances', (makeDatabase) => {
  const inSpace = (lots: readonly KnownLot[], play: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, async (space) => {
      await space.storage.transaction(async (tx) => {
        for (const one of lots) await writeLot(tx, one)
      })
      await play(space)
    })

  const hanas = (id: string, more: Partial<KnownLot>) =>
    lot(id, { holder: { kind: 'member', memberId: hana }, ...more })

  async function book(space: TestSpace, member: string, from: number, until: number, more = {}) {
    const intent = await space.request(member, anchor, quietDay, from, until, more)
    await space.send(member, intent)
    return intent
  }

  async function bookings(space: TestSpace, member: string) {
    const document = await documentOf(space, member)
    return document.bookings
      .filter(({ settledAt }) => settledAt >= now)
      .toSorted((a, b) => a.interval.startsAt - b.interval.startsAt)
  }

  async function documentOf(space: TestSpace, member: string) {
    const part = must(
      bookingProjections.find(({ document }) => document === 'member'),
      'members have documents',
    )
    const name = { kind: 'member' as const, memberId: toId('member', member) }
    const [sections] = await space.storage.transaction((tx) =>
      // The part of that kind, as found.
      (part.project as (...asked: unknown[]) => Promise<readonly Sections[]>)(
        tx,
        [name],
        space.now,
      ),
    )
    return readMember(must(sections, 'there is such a member'))
  }

  const told = ({ covered, owed }: Booking) => ({
    uses: covered.map(({ lot, amount }) => `${lot.id} ${amount}`),
    owed: owed.amountMinor,
  })

  test('[LOTS-01] [LOTS-10] [D-24] [D-25] 3 + 1 hours are used, told to their member, and back once it is cancelled', async () => {
    const june = hanas('soon', { amount: 180, expiresAt: addMinutes(now, 600) })
    await inSpace([june, hanas('ever', {})], async (space) => {
      await space.outcomeOf(await book(space, hana, 540, 780))
      const [booking] = await bookings(space, hana)
      expect(told(must(booking, 'it was booked'))).toEqual({
        uses: ['lot_soon 180', 'lot_ever 60'],
        owed: 0,
      })
      const left = async () => {
        const { wallet, bookings: own } = await documentOf(space, hana)
        const known = walletWith({ ...wallet, uses: [] }, own)
        return Object.fromEntries(known.lots.map((one) => [one.id, leftOf(one, known.uses)]))
      }
      expect(await left()).toEqual({ lot_soon: 0, lot_ever: 540 })
      space.now = addMinutes(now, 660)
      const { id: bookingId } = must(booking, 'it was booked')
      const cancel = intentOf(space.now, 'booking.cancel', { bookingId })
      await space.send(hana, cancel)
      await space.outcomeOf(cancel)
      const grace = `lot_${bookingId.slice(4)}.1.0`
      expect(await left()).toEqual({ lot_soon: 180, lot_ever: 600, [grace]: 180 })
    })
  })

  test('[LOTS-14] two wishes race for the last hour: one has it, whether they are settled together or not', async () => {
    for (const isTogether of [true, false]) {
      await inSpace([hanas('last', { amount: 60 })], async (space) => {
        const first = await book(space, hana, 540, 600)
        if (!isTogether) await space.outcomeOf(first)
        const second = await book(space, hana, 660, 720, {
          quote: { amountMinor: 0, currency: 'EUR' },
        })
        expect((await space.outcomeOf(second)).outcome).toMatchObject({
          kind: 'ask-again',
          price: { amountMinor: 2200 },
        })
        expect((await bookings(space, hana)).map(told)).toEqual([
          { uses: ['lot_last 60'], owed: 0 },
        ])
      })
    }
  })

  test('[LOTS-09] [LOTS-14] [D-27] a team’s hour is used once, and every teammate is told', async () => {
    const holder = { kind: 'team', teamId: toId('team', 'tea_north') } as const
    await inSpace([lot('team', { holder, amount: 60 })], async (space) => {
      const mates = await space.storage.read
        .selectFrom('member')
        .select('id')
        .where('team_id', '=', 'tea_north')
        .orderBy('id')
        .execute()
      const ids = mates.map(({ id }) => id)
      const [first, second] = [must(ids[0], 'it has members'), must(ids[1], 'it has members')]
      for (const id of ids) await space.settlement.ensureDocument(`member/${id}`)
      await space.outcomeOf(await book(space, first, 540, 600, { payWith: 'team' }))
      await space.outcomeOf(await book(space, second, 660, 720, { payWith: 'team' }))
      expect((await bookings(space, first)).map(told)).toEqual([{ uses: ['lot_team 60'], owed: 0 }])
      expect((await bookings(space, second)).map(told)).toEqual([{ uses: [], owed: 2200 }])
      const { wallet } = await documentOf(space, first)
      expect(wallet).toMatchObject<Partial<Wallet>>({
        team: { usedBy: 'everybody', isFirst: true },
      })
      expect((await documentOf(space, second)).wallet.lots).toEqual([])
    })
  })

  test('[LOTS-23] [D-27] who manages the team is told who used what of its hours, also once they are used up; its people are not', async () => {
    const holder = { kind: 'team', teamId: toId('team', 'tea_north') } as const
    await inSpace([lot('team', { holder, amount: 180 })], async (space) => {
      const mates = await space.storage.read
        .selectFrom('member')
        .select('id')
        .where('team_id', '=', 'tea_north')
        .where('role', '=', 'member')
        .orderBy('id')
        .execute()
      const [first = '', second = ''] = mates.map(({ id }) => id)
      const team = { payWith: 'team' }
      await space.outcomeOf(await book(space, first, 540, 600, team))
      await space.outcomeOf(await book(space, second, 660, 750, team))
      const lotsOf = async (who: string) => (await documentOf(space, who)).wallet.lots
      const usedBy = [
        { memberId: second, amount: 90 },
        { memberId: first, amount: 60 },
      ]
      expect(await lotsOf('mem_ola')).toMatchObject([{ usedElsewhere: 150, usedBy }])
      const [own] = await lotsOf(first)
      expect(own).toMatchObject({ usedElsewhere: 90 })
      expect(own).not.toHaveProperty('usedBy')
      await space.outcomeOf(await book(space, first, 780, 810, team))
      expect(await lotsOf('mem_ola')).toMatchObject([{ usedElsewhere: 180 }])
      expect(JSON.stringify(await documentOf(space, second))).not.toContain(first)
    })
  })

  test('[LOTS-09] [D-27] [B-31] whoever manages a team books for its people with what it has, where they may not themselves', async () => {
    const holder = { kind: 'team', teamId: toId('team', 'tea_north') } as const
    await inSpace([lot('team', { holder, amount: 120 })], async (space) => {
      const wallet = JSON.stringify({ usedBy: 'manager', isFirst: true })
      await space.storage.transaction((tx) => tx.updateTable('team').set({ wallet }).execute())
      const { id: mate } = await space.storage.read
        .selectFrom('member')
        .select('id')
        .where('team_id', '=', 'tea_north')
        .where('role', '=', 'member')
        .orderBy('id')
        .executeTakeFirstOrThrow()
      const team = { payWith: 'team', forMemberId: mate }
      await space.outcomeOf(await book(space, mate, 540, 600, { payWith: 'team' }))
      await space.outcomeOf(await book(space, 'mem_ola', 660, 720, team))
      expect((await bookings(space, mate)).map(told)).toEqual([
        { uses: [], owed: 2200 },
        { uses: ['lot_team 60'], owed: 0 },
      ])
    })
  })

  test('[LOTS-04] [LOTS-16] [D-23] the allowance of the month is used up date by date, and what is left is told by the tier', async () => {
    await inSpace([], async (space) => {
      await space.storage.transaction(async (tx) => {
        const at = tx.selectFrom('tier').where('id', '=', 'tie_hot-desk')
        const { body } = await at.select('body').executeTakeFirstOrThrow()
        const allowances = [allowance({ amount: 90 })]
        await tx
          .updateTable('tier')
          .set({ body: JSON.stringify({ ...JSON.parse(body), allowances }) })
          .where('id', '=', 'tie_hot-desk')
          .execute()
      })
      await space.outcomeOf(await book(space, hana, 540, 600))
      await space.outcomeOf(await book(space, hana, 660, 720))
      const used = `lot_hana.rooms.${quietDay.slice(0, 7)}-01`
      expect((await bookings(space, hana)).map(told)).toEqual([
        { uses: [`${used} 60`], owed: 0 },
        { uses: [`${used} 30`], owed: 1100 },
      ])
      const hanaNow = (await loadActors(space.storage.read, [hana])).get(hana)
      expect(hanaNow?.tierSince).toBeNull()
    })
  })

  test('[LOTS-20] [P-11] hours of the month before are used first, as far as bookings of that month left them', async () => {
    await inSpace([], async (space) => {
      const before = toLocalDate(
        `${addDays(toLocalDate(`${quietDay.slice(0, 7)}-01`), -1).slice(0, 7)}-01`,
      )
      const rollover = { periods: 1, amountMax: 45, from: before }
      await space.storage.transaction(async (tx) => {
        const at = tx.selectFrom('tier').where('id', '=', 'tie_hot-desk')
        const { body } = await at.select('body').executeTakeFirstOrThrow()
        const allowances = [allowance({ amount: 90, rollover })]
        await tx
          .updateTable('tier')
          .set({ body: JSON.stringify({ ...JSON.parse(body), allowances }) })
          .where('id', '=', 'tie_hot-desk')
          .execute()
      })
      await space.outcomeOf(await book(space, hana, 540, 600))
      const [booking] = await bookings(space, hana)
      expect(told(must(booking, 'it was booked')).uses).toEqual([
        `lot_hana.rooms.${before} 45`,
        `lot_hana.rooms.${quietDay.slice(0, 7)}-01 15`,
      ])
    })
  })

  test('[LOTS-18] what a manager gives is there for the next wish, and is taken back as far as it is left', async () => {
    await inSpace([], async (space) => {
      const siteId = 'sit_harbour-loft'
      const grant = intentOf(space.now, 'lot.grant', {
        ...{ siteId, holder: { kind: 'member', memberId: hana }, name: 'Sorry', unit: 'minutes' },
        ...{ kinds: ['meeting-room'], amount: 120, lastOn: null, reason: 'Noise' },
      })
      await space.send('mem_mara', grant)
      await space.outcomeOf(await book(space, hana, 540, 600))
      const lotId = `lot_${grant.id.slice(4)}`
      expect((await bookings(space, hana)).map(told)).toEqual([{ uses: [`${lotId} 60`], owed: 0 }])
      const take = async (who: string, amount: number) => {
        const body = { siteId, lotId, amount, reason: 'Given twice' }
        const intent = intentOf(space.now, 'lot.take-back', body)
        await space.send(who, intent)
        return (await space.outcomeOf(intent)).outcome
      }
      expect(await take('mem_mara', 90)).toMatchObject({
        refusal: { reason: 'lot-used', left: 60 },
      })
      expect(await take('mem_jonas', 60)).toMatchObject({ refusal: { reason: 'not-allowed' } })
      expect(await take('mem_mara', 60)).toMatchObject({ kind: 'confirmed' })
      const trail = await space.storage.read
        .selectFrom('audit')
        .select('command')
        .where('subject', '=', lotId)
        .execute()
      expect(trail.map(({ command }) => command)).toEqual(['lot.grant', 'lot.take-back'])
    })
  })

  test('[LOTS-21] [D-20] the morning’s half-day comes back to whoever stays on, and the day is used', async () => {
    const together = { amount: 2, expiresAt: addMinutes(now, 60 * 24 * 60) }
    const half = hanas('half', { ...together, unit: 'half-days' })
    const days = hanas('days', { ...together, unit: 'days' })
    await inSpace([days, half], async (space) => {
      await space.outcomeOf(await book(space, hana, 540, 780))
      const [booking] = await bookings(space, hana)
      const { id: bookingId, resourceId, interval } = must(booking, 'it was booked')
      expect(told(must(booking, 'it was booked'))).toEqual({ uses: ['lot_half 1'], owed: 0 })
      const catalogue = must(
        await loadCatalogue(space.storage.read, 'sit_harbour-loft'),
        'the sample',
      )
      const until = addMinutes(interval.endsAt, 240)
      const longer = intentOf(space.now, 'booking.change', {
        bookingId,
        choice: choiceAt(catalogue, resourceId, { ...interval, endsAt: until }),
        quote: { amountMinor: 1_000_000, currency: 'EUR' },
        ceiling: null,
      })
      await space.send(hana, longer)
      expect((await space.outcomeOf(longer)).outcome.kind).toBe('confirmed')
      const changed = (await bookings(space, hana)).map(told)
      expect(changed).toEqual([{ uses: ['lot_days 1'], owed: 0 }])
    })
  })
})
