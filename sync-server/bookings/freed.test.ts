import { expect, test } from 'vitest'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOfWait } from '../../domain/values/ids.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import {
  about,
  ask,
  book,
  clock,
  join,
  offerOf,
  quietDay,
  room,
  siteId,
  stateOf,
  waitOf,
  withSpace,
} from './for-tests.ts'

test('[WAIT-10] [D-37] a yes in time books it, and the wait is over', () =>
  withSpace(makeSqlite, async (space) => {
    const taken = await book(space, 'mem_hana', room, 840, 900)
    const wait = await join(space, 'mem_dev', room, 840, 900)
    space.now = clock(9)
    await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: taken }))
    space.now = clock(9, 20)
    const yes = about(space, 'booking.confirm', { bookingId: bookingIdOfWait(wait) })
    expect(await ask(space, 'mem_dev', yes)).toMatchObject({ kind: 'confirmed' })
    expect(await offerOf(space, wait)).toMatchObject({
      state: 'confirmed',
      settledAt: clock(9, 20),
    })
    expect(await waitOf(space, wait)).toMatchObject({ ending: { because: 'booked' } })
  }))

test('[WAIT-05] [WAIT-06] [D-37] no thanks costs nothing, goes to the next, and keeps the turn for another day', () =>
  withSpace(makeSqlite, async (space) => {
    const nextDay = addDays(quietDay, 1)
    const taken = await book(space, 'mem_hana', room, 840, 900)
    const other = await book(space, 'mem_hana', room, 840, 900, nextDay)
    const declined = await join(space, 'mem_dev', room, 840, 900)
    const kept = await join(space, 'mem_dev', room, 840, 900, nextDay)
    const next = await join(space, 'mem_anton', room, 840, 900)
    const behind = await join(space, 'mem_anton', room, 840, 900, nextDay)
    space.now = clock(9)
    await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: taken }))
    for (const _twice of [1, 2]) {
      const no = about(space, 'wait.leave', { waitId: declined })
      expect(await ask(space, 'mem_dev', no)).toMatchObject({ kind: 'confirmed' })
    }
    expect(await offerOf(space, declined)).toMatchObject({
      state: 'cancelled',
      owed: { amountMinor: 0 },
    })
    expect(await offerOf(space, next)).toMatchObject({ state: 'held' })
    await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: other }))
    expect(await stateOf(space, kept)).toBe('offered')
    expect(await stateOf(space, behind)).toBe('waiting')
  }))

test('[WAIT-04] [D-37] missed at 09:15, what is left of it is offered for five minutes, whatever the notice', () =>
  withSpace(makeSqlite, async (space) => {
    await book(space, 'mem_hana', 'res_room-ebb', 540, 660) // an hour's notice
    const wait = await join(space, 'mem_dev', 'res_room-ebb', 540, 660)
    space.now = clock(9, 15)
    await space.runJobs()
    expect(await offerOf(space, wait)).toMatchObject({
      state: 'held',
      holdExpiresAt: clock(9, 20),
      interval: { startsAt: clock(9, 15), endsAt: clock(11) },
    })
  }))

test('[WAIT-03] [D-37] nothing is offered inside the notice, or a quarter of an hour before the start', () =>
  withSpace(makeSqlite, async (space) => {
    const noticed = await book(space, 'mem_hana', 'res_room-ebb', 600, 660)
    const late = await book(space, 'mem_hana', room, 720, 780)
    const waits = [
      await join(space, 'mem_dev', 'res_room-ebb', 600, 660),
      await join(space, 'mem_dev', room, 720, 780),
    ]
    space.now = clock(9, 1)
    await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: noticed }))
    space.now = clock(11, 45)
    await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: late }))
    for (const wait of waits) expect(await stateOf(space, wait)).toBe('waiting')
  }))

test('[WAIT-01] a shorter, an ended and a moved booking free what they had', () =>
  withSpace(makeSqlite, async (space) => {
    const shorter = await book(space, 'mem_hana', room, 600, 720)
    const afterShorter = await join(space, 'mem_dev', room, 675, 720)
    const moved = await book(space, 'mem_hana', 'res_room-beacon', 600, 660)
    const afterMoved = await join(space, 'mem_dev', 'res_room-beacon', 600, 660)
    const running = await book(space, 'mem_hana', 'res_desk-10', 480, 1020)
    const afterEnded = await join(space, 'mem_anton', 'res_desk-10', 720, 1020)
    space.now = clock(8, 30)
    const to = async (place: string, from: number, until: number, bookingId: string) => {
      const { body } = await space.request('mem_hana', place, quietDay, from, until)
      const { choice, quote } = body as { choice: Choice; quote: object } // a booking request
      return about(space, 'booking.change', { bookingId, choice, quote, ceiling: null })
    }
    await ask(space, 'mem_hana', await to(room, 600, 660, shorter))
    await ask(space, 'mem_hana', await to('res_room-anchor', 600, 660, moved))
    await ask(space, 'mem_hana', about(space, 'booking.end', { bookingId: running }))
    expect(await offerOf(space, afterShorter)).toMatchObject({ state: 'held' })
    expect(await offerOf(space, afterMoved)).toMatchObject({ state: 'held' })
    expect(await offerOf(space, afterEnded)).toMatchObject({ state: 'held' })
  }))

test('[WAIT-01] [WAIT-09] [D-15] a request that is declined frees its place; a yes to the offer asks the team', () =>
  withSpace(makeSqlite, async (space) => {
    const asked = await book(space, 'mem_hana', 'res_room-compass', 840, 900)
    const wait = await join(space, 'mem_dev', 'res_room-compass', 840, 900)
    const no = about(space, 'booking.decline', { bookingId: asked, reason: 'Taken' })
    await ask(space, 'mem_jonas', no)
    const bookingId = bookingIdOfWait(wait)
    expect(await offerOf(space, wait)).toMatchObject({ heldFor: 'confirmation' })
    await ask(space, 'mem_dev', about(space, 'booking.confirm', { bookingId }))
    expect(await offerOf(space, wait)).toMatchObject({ state: 'held', heldFor: 'approval' })
    expect(await waitOf(space, wait)).toMatchObject({ ending: { because: 'booked' } })
    space.now = addMinutes(space.now, 120)
    await space.runJobs()
    expect(await offerOf(space, wait)).toMatchObject({ state: 'lapsed' })
  }))

test('[WAIT-01] a hold and a request that nobody answers free their places', () =>
  withSpace(makeSqlite, async (space) => {
    await book(space, 'mem_hana', 'res_hall', 1080, 1200)
    await book(space, 'mem_hana', 'res_room-compass', 840, 900)
    const half = await join(space, 'mem_dev', 'res_hall-north', 1080, 1200)
    const compass = await join(space, 'mem_dev', 'res_room-compass', 840, 900)
    space.now = addMinutes(space.now, 121)
    await space.runJobs()
    expect(await offerOf(space, half)).toMatchObject({ state: 'held' })
    expect(await offerOf(space, compass)).toMatchObject({ state: 'held' })
  }))

test('[WAIT-01] [B-37] a desk whose holder is away and a closure that is removed are offered too', () =>
  withSpace(makeSqlite, async (space) => {
    const desk = must(
      await space.storage.read
        .selectFrom('resource')
        .select('id')
        .where('assigned_member', '=', 'mem_dev')
        .executeTakeFirst(),
      'Dev holds a desk',
    ).id
    const own = await join(space, 'mem_hana', desk, 540, 1020)
    const days = { from: quietDay, until: quietDay }
    await ask(
      space,
      'mem_dev',
      about(space, 'absence.declare', { siteId, resourceId: desk, ...days }),
    )
    expect(await offerOf(space, own)).toMatchObject({ state: 'held', memberId: 'mem_hana' })

    const closureId = 'clo_paint'
    const wall = (minute: number) => ({ date: quietDay, minute })
    const closed = { siteId, closureId, name: 'Paint', resourceIds: [room], resolutions: {} }
    const times = { from: wall(0), until: wall(1440) }
    await ask(space, 'mem_mara', about(space, 'closure.add', { ...closed, ...times }))
    const painted = await join(space, 'mem_hana', room, 840, 900)
    await ask(space, 'mem_mara', about(space, 'closure.remove', { siteId, closureId }))
    expect(await offerOf(space, painted)).toMatchObject({ state: 'held' })
  }))

test('[WAIT-07] [D-37] a yes from a phone that was offline arrives too late and is told the next best', () =>
  withSpace(makeSqlite, async (space) => {
    const taken = await book(space, 'mem_hana', room, 840, 900)
    const wait = await join(space, 'mem_dev', room, 840, 900)
    await join(space, 'mem_anton', room, 840, 900)
    space.now = clock(9)
    await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: taken }))
    const yes = about(space, 'booking.confirm', { bookingId: bookingIdOfWait(wait) })
    space.now = clock(9, 31)
    await space.runJobs()
    const outcome = await ask(space, 'mem_dev', yes)
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'hold-expired' } })
    const { alternatives } = outcome as { alternatives: readonly { choice: Choice }[] } // refused
    expect(alternatives).toHaveLength(3)
    expect(alternatives[0]?.choice.resourceId).not.toBe(room)
  }))

test('[WAIT-08] what is free is not waited for, and nobody waits twice or for what is not theirs to book', () =>
  withSpace(makeSqlite, async (space) => {
    const wish = async (place: string, from: number, until: number, people = 1) => {
      const { body } = await space.request('mem_dev', place, quietDay, from, until)
      const { choice } = body as { choice: Choice } // a booking request
      return about(space, 'wait.join', { siteId, choice, people, ceiling: null })
    }
    const free = await ask(space, 'mem_dev', await wish(room, 840, 900))
    expect(free).toMatchObject({ refusal: { reason: 'free-now' }, alternatives: [{}] })
    await book(space, 'mem_hana', room, 840, 900)
    await join(space, 'mem_dev', room, 840, 900)
    const twice = await ask(space, 'mem_dev', await wish(room, 840, 900))
    expect(twice).toMatchObject({ refusal: { reason: 'already-waiting' } })
    const crowd = await ask(space, 'mem_dev', await wish(room, 840, 915, 40))
    expect(crowd).toMatchObject({ refusal: { reason: 'capacity' } })
  }))

test('[SERIES-40] [D-35] [WAIT-01] three dates missed in a row: the fourth is given back and offered to who waits for it', () =>
  withSpace(makeSqlite, async (space) => {
    const { body } = await space.request('mem_hana', room, quietDay, 540, 660)
    const { choice, quote } = body as { choice: Choice; quote: object } // a booking request
    const days = [0, 1, 2, 3].map((day) => addDays(quietDay, day))
    const later = async (date: (typeof days)[number]) => {
      const wish = await space.request('mem_hana', room, date, 540, 660)
      return (wish.body as { choice: Choice }).choice // a booking request
    }
    const choices = await Promise.all(days.map(later))
    const series = about(space, 'series.request', {
      ...{ siteId, resourceId: choice.resourceId, span: { from: 540, until: 660 } },
      ...{ people: 1, note: '', mode: 'exactly', payWith: 'personal' },
      recurrence: {
        ...{ rhythm: { kind: 'daily' }, every: 1, startOn: quietDay },
        end: { kind: 'count', count: 4 },
      },
      occurrences: choices.map((one, index) => ({
        ...{ kind: 'book', number: index + 1, choice: one, quote },
      })),
    })
    expect(await ask(space, 'mem_hana', series)).toMatchObject({ kind: 'series' })
    const wait = await join(space, 'mem_dev', room, 540, 660, days[3])
    for (const day of [0, 1, 2]) {
      expect(await stateOf(space, wait)).toBe('waiting')
      space.now = clock(day * 24 + 9, 15)
      await space.runJobs()
    }
    expect(await offerOf(space, wait)).toMatchObject({ state: 'held', memberId: 'mem_dev' })
  }))
