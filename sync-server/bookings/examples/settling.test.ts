import { expect, test } from 'vitest'
import type { AnyIntent, Choice } from '../../../domain/bookings/wishes/intent.ts'
import { bookingIdOfWait, toId } from '../../../domain/values/ids.ts'
import { addDays, toLocalDate } from '../../../domain/values/local-date.ts'
import type { TestSpace } from '../../settlement/for-tests.ts'
import { GENERATION } from '../../storage/begin-generation.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { writeSetting } from '../../storage/settings.ts'
import { about, ask, book, join, offerOf, stateOf, waitOf } from '../for-tests.ts'
import { answer, at, booked, desk, inSpace, room, withPlace } from './for-tests.ts'

const day = '2026-12-15'
const on = (clock: string) => at(`${day}T${clock}:00+01:00`)
const begun = '2026-11-24T09:00:00+01:00'

test('[D-63] a wish that arrives after its start less the notice has expired, and books nothing', () =>
  inSpace(begun, async (space) => {
    await withPlace(space, desk, { noticeMinutes: 60 })
    const queued = async (deadline: string): Promise<AnyIntent> => ({
      ...(await space.request('mem_hana', desk, toLocalDate(day), 540, 600)),
      deadlineAt: on(deadline),
    })
    const [late, own, inTime] = [
      await queued('08:00'),
      await queued('07:30'),
      await queued('08:00'),
    ]
    space.now = on('07:31')
    expect(await ask(space, 'mem_hana', own)).toMatchObject({ refusal: { reason: 'expired' } })
    space.now = on('08:00')
    expect(await ask(space, 'mem_hana', inTime)).toMatchObject({ kind: 'confirmed' })
    space.now = on('08:01')
    expect(await ask(space, 'mem_hana', late)).toMatchObject({ refusal: { reason: 'expired' } })
  }))

test('[D-68] the same wish from a phone and a laptop is one booking; different ones at one time are two', () =>
  inSpace(begun, async (space) => {
    const wished = await space.request('mem_hana', desk, toLocalDate(day), 540, 600)
    const laptop = { ...wished, device: toId('device', 'dev_laptop'), seq: wished.seq + 1000 }
    const first = await ask(space, 'mem_hana', wished)
    expect(await ask(space, 'mem_hana', laptop)).toEqual(first)
    const rows = space.storage.read.selectFrom('booking').select('id')
    expect(await rows.where('intent_id', '=', wished.id).execute()).toHaveLength(1)
    expect(await answer(space, ['res_desk-15', day, 540, 600])).toBe('confirmed')
  }))

/** As a tablet at the door keeps it while it has no network: made by the team, heard of before. */
function keptOnTablet(space: TestSpace, bookingId: string, clock: string): AnyIntent {
  const madeAt = on(clock)
  const came = about(space, 'booking.check-in', { bookingId })
  return { ...came, madeAt, heardAt: { generation: 'gen_1', at: madeAt } }
}

async function atNine(space: TestSpace): Promise<string> {
  await space.storage.transaction((tx) => writeSetting(tx, GENERATION, 'gen_1'))
  const release = { opensMinutesBefore: 15, releaseMinutesAfter: 15, missesToSuspend: null }
  await withPlace(space, room, { checkIn: release })
  return (await booked(space, [room, day, 540, 660])).id
}

test('[D-36] a tablet’s check-in of 09:08 that comes at 09:40 counts: the room was not let again', () =>
  inSpace(begun, async (space) => {
    const id = await atNine(space)
    space.now = on('09:16')
    await space.runJobs()
    const before = await findBooking(space.storage.read, toId('booking', id))
    expect(before).toMatchObject({ state: 'no-show' })
    space.now = on('09:40')
    const came = keptOnTablet(space, id, '09:08')
    expect(await ask(space, 'mem_jonas', came)).toMatchObject({ kind: 'confirmed' })
    const booking = await findBooking(space.storage.read, toId('booking', id))
    expect(booking).toMatchObject({ state: 'checked-in', checkedInAt: on('09:08') })
    expect(booking?.owed).toEqual(before?.price)
  }))

test('[D-36] let again at 09:16, the later guest keeps the room, and the tablet’s check-in of 09:08 waives the fee', () =>
  inSpace(begun, async (space) => {
    const id = await atNine(space)
    space.now = on('09:16')
    await space.runJobs()
    const next = await booked(space, [room, day, 556, 660], { who: 'mem_anton' })
    space.now = on('09:40')
    const came = keptOnTablet(space, id, '09:08')
    expect(await ask(space, 'mem_jonas', came)).toMatchObject({ refusal: { reason: 'given-away' } })
    const booking = await findBooking(space.storage.read, toId('booking', id))
    expect(booking).toMatchObject({ state: 'no-show', isFeeWaived: true, owed: { amountMinor: 0 } })
    expect((await findBooking(space.storage.read, next.id))?.state).toBe('confirmed')
  }))

const drift = 'res_room-drift'

test('[D-37] freed at 13:25 for 14:00 it is held for 20 minutes, freed at 13:45 it is offered to nobody', () =>
  inSpace(begun, async (space) => {
    const date = toLocalDate(day)
    const early = await book(space, 'mem_hana', drift, 840, 900, date)
    const late = await book(space, 'mem_hana', 'res_room-beacon', 840, 900, date)
    const first = await join(space, 'mem_dev', drift, 840, 900, date)
    const second = await join(space, 'mem_dev', 'res_room-beacon', 840, 900, date)
    const free = (bookingId: string) =>
      ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId }))
    space.now = on('13:25')
    await free(early)
    expect(await offerOf(space, first)).toMatchObject({ holdExpiresAt: on('13:45') })
    space.now = on('13:45')
    await free(late)
    expect(await offerOf(space, second)).toBeNull()
    expect(await stateOf(space, second)).toBe('waiting')
  }))

test('[D-37] of a booking missed at 09:15 the rest is offered while one increment is left, and less is not', () =>
  inSpace(begun, async (space) => {
    const checkIn = { opensMinutesBefore: 15, releaseMinutesAfter: 15, missesToSuspend: null }
    const rules = { checkIn, incrementMinutes: 15, minMinutes: 15, noticeMinutes: 60 }
    for (const place of [drift, room]) await withPlace(space, place, rules)
    const date = toLocalDate(day)
    await book(space, 'mem_hana', drift, 540, 570, date)
    await book(space, 'mem_hana', room, 540, 555, date)
    const rest = await join(space, 'mem_dev', drift, 540, 570, date)
    const nothing = await join(space, 'mem_anton', room, 540, 555, date)
    space.now = on('09:15')
    await space.runJobs()
    expect(await offerOf(space, rest)).toMatchObject({
      ...{ state: 'held', holdExpiresAt: on('09:20') },
      interval: { startsAt: on('09:15'), endsAt: on('09:30') },
    })
    expect(await offerOf(space, nothing)).toBeNull()
  }))

test('[D-37] whoever could not book is passed over, no thanks keeps the turn for another day, and leaving is free', () =>
  inSpace(begun, async (space) => {
    const date = toLocalDate(day)
    const next = addDays(date, 1)
    const today = await book(space, 'mem_hana', drift, 840, 900, date)
    const tomorrow = await book(space, 'mem_hana', drift, 840, 900, next)
    const declined = await join(space, 'mem_dev', drift, 840, 900, date)
    const behind = await join(space, 'mem_anton', drift, 840, 900, date)
    const kept = await join(space, 'mem_dev', drift, 840, 900, next)
    await join(space, 'mem_anton', drift, 840, 900, next)
    const left = await join(space, 'mem_amina', drift, 840, 900, next)
    expect(
      await ask(space, 'mem_amina', about(space, 'wait.leave', { waitId: left })),
    ).toMatchObject({ kind: 'confirmed' })
    space.now = on('09:00')
    const free = (bookingId: string) =>
      ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId }))
    await free(today)
    await ask(space, 'mem_dev', about(space, 'wait.leave', { waitId: declined }))
    expect(await offerOf(space, behind)).toMatchObject({ holdExpiresAt: on('09:30') })
    await free(tomorrow)
    expect(await offerOf(space, kept)).toMatchObject({ state: 'held' })
    // From a phone that was offline until after the hold: the next best instead.
    space.now = on('09:31')
    await space.runJobs()
    const yes = about(space, 'booking.confirm', { bookingId: bookingIdOfWait(behind) })
    const outcome = await ask(space, 'mem_anton', yes)
    expect(outcome).toMatchObject({ refusal: { reason: 'hold-expired' } })
    const { alternatives } = outcome as { alternatives: readonly { choice: Choice }[] } // refused
    expect(alternatives.length).toBeGreaterThan(0)
    expect(await waitOf(space, left)).toMatchObject({ state: 'over' })
  }))
