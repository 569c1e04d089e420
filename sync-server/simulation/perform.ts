/** Makes one step happen. What a step is about may not be there (no booking to cancel, no server to kill): then nothing happens. */
import type { BookingViewRow } from '../../domain/bookings/booking-view-row.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { assertNever } from '../../domain/values/assert.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { checkInWish, sleepToArrival } from './arrivals.ts'
import { basketWish } from './basket-wishes.ts'
import { closeForAWhile, reopen } from './closures.ts'
import { type CrashPoint, crashPoints } from './crash-points.ts'
import type { Device } from './device.ts'
import { isInUndoWindow, UNDO_MS } from './device-outbox.ts'
import { rsvpWish } from './evening.ts'
import { blockWish, messageWish } from './message-wishes.ts'
import {
  seriesCancelWish,
  seriesChangeWish,
  seriesRestoreWish,
  seriesWish,
} from './series-wishes.ts'
import type { ServerHost } from './server-host.ts'
import type { Step } from './step.ts'
import { answerWish, changeMembership } from './team.ts'
import { replyWish, teamWish, ticketWish } from './ticket-wishes.ts'
import { leaveWish, waitWish } from './wait-wishes.ts'
import { at, bookWish, type ChangeKind, changeWish, moveWish } from './wishes.ts'
import type { World } from './world.ts'

const YEAR_MS = 365 * 86_400_000
/**
 * Points at which a transaction may fail, and the process goes on: nothing of it is kept, or all of it and nobody is told. Failing with
 * everything written tells the most.
 */
const diskPoints: readonly CrashPoint[] = [
  'guard',
  'append',
  'appended',
  'settle',
  'decided',
  'decided',
]

export async function perform(world: World, step: Step): Promise<void> {
  const device = at(world.devices, step.device)
  switch (step.kind) {
    case 'book':
      return device.save(bookWish(world, device, step), step.salt % 4 === 0 ? UNDO_MS : 0)
    case 'cancel':
      return change(world, device, step, 'booking.cancel', ['confirmed', 'held'])
    case 'change':
      return move(world, device, step)
    case 'end':
      return change(world, device, step, 'booking.end', ['confirmed', 'checked-in'])
    case 'confirm':
      return change(world, device, step, 'booking.confirm', ['held'])
    case 'extend':
      return change(world, device, step, 'booking.extend-hold', ['held'])
    case 'series':
      return save(device, seriesWish(world, device, step))
    case 'series-cancel':
      return save(device, seriesCancelWish(world, device, step))
    case 'series-change':
      return save(device, seriesChangeWish(world, device, step))
    case 'series-restore':
      return save(device, seriesRestoreWish(world, device, step))
    case 'check-in':
      return save(device, checkInWish(world, device, step))
    case 'approve':
      return save(at(world.devices, 0), answerWish(world, step, 'booking.approve'))
    case 'decline':
      return save(at(world.devices, 0), answerWish(world, step, 'booking.decline'))
    case 'wait':
      return save(device, waitWish(world, device, step))
    case 'leave':
      return save(device, leaveWish(world, device, step))
    case 'basket':
      return save(device, basketWish(world, device, step))
    case 'rsvp':
      return save(device, rsvpWish(world, device, step))
    case 'ticket':
      return save(device, ticketWish(world, device))
    case 'reply':
      return save(device, replyWish(world, device, step))
    case 'note':
      return save(at(world.devices, 0), teamWish(world, step))
    case 'write':
      return save(device, messageWish(world, device))
    case 'block':
      return save(device, blockWish(world, device, step))
    case 'undo':
      return undo(device)
    case 'cut':
      return device.link?.cut()
    case 'break-early':
      world.earlyBreaks.set(device.id, 1 + (step.amount % 16))
      return
    case 'half-open':
      return device.link?.goHalfOpen()
    case 'slow-line':
      return device.link?.slowDown()
    case 'offline':
      return device.loseNetwork()
    case 'online':
      device.hasNetwork = true
      return device.nudge()
    case 'nudge':
      return device.nudge()
    case 'crash-device':
      return device.crash()
    case 'skew-device':
      device.skewMs = Math.round(((step.amount - 512) / 512) * 3 * YEAR_MS)
      return
    case 'send-twice':
      return sendTwice(world, device, step)
    case 'crash-server-at':
      hostOf(world, step).armed = {
        kind: 'crash',
        point: at(crashPoints, step.subject),
        left: 1 + (step.amount % 3),
      }
      return
    case 'disk-error-at':
      hostOf(world, step).armed = {
        kind: 'error',
        point: at(diskPoints, step.subject),
        left: 1 + (step.amount % 2),
      }
      return
    case 'kill-server':
      return hostOf(world, step).kill()
    case 'stop-server':
      return hostOf(world, step).stopGracefully()
    case 'back-up':
      return world.hosts.backUp()
    case 'restore-backup':
      return world.hosts.restoreBackup()
    case 'set-server-clock-back':
      hostOf(world, step).skewMs = -(step.amount * 100)
      return
    case 'sleep':
      return world.clock.sleep(30_000 + step.amount * 100)
    case 'close-site':
      return closeForAWhile(world, step)
    case 'reopen-site':
      return reopen(world)
    case 'change-membership':
      return changeMembership(world, step)
    case 'to-arrival':
      return sleepToArrival(world, step)
    default:
      return assertNever(step.kind)
  }
}

/** The server that the step is about, where there are several. */
function hostOf({ hosts }: World, { device }: Step): ServerHost {
  return at(hosts.all, device)
}

function save(device: Device, wish: AnyIntent | null): void {
  if (wish !== null) device.save(wish, 0)
}

function change(
  world: World,
  device: Device,
  step: Step,
  kind: ChangeKind,
  states: readonly BookingViewRow['state'][],
): void {
  const bookingId = pickBooking(device, step, states)
  if (bookingId !== null) device.save(changeWish(world, device, kind, bookingId), 0)
}

function move(world: World, device: Device, step: Step): void {
  const bookingId = pickBooking(device, step, ['confirmed', 'held', 'checked-in'])
  if (bookingId !== null) device.save(moveWish(world, device, step, bookingId), 0)
}

function pickBooking(
  device: Device,
  step: Step,
  states: readonly BookingViewRow['state'][],
): BookingId | null {
  const rows = device.view().filter(({ state, bookingId }) => states.includes(state) && bookingId)
  return rows.length === 0 ? null : at(rows, step.subject).bookingId
}

function undo(device: Device): void {
  for (const { intent, state } of device.store.intents.values()) {
    if (state === 'saved') device.undo(intent.id)
  }
}

/** The same wish over the other carrier, as when a tab and a retry meet. Of those that were not sent the first: wishes of a device arrive in their order. */
async function sendTwice(world: World, device: Device, step: Step): Promise<void> {
  const rows = [...device.store.intents.values()]
  const unsent = rows.filter(({ state }) => state === 'saved')
  const open = rows.filter(
    (row) =>
      row.state !== 'expired' &&
      !isInUndoWindow(row, device.now()) &&
      (row.state !== 'saved' || row === unsent[0]),
  )
  const { server } = hostOf(world, step)
  if (open.length === 0 || server === null) return
  void server.post(device.member, at(open, step.subject).intent).catch(() => undefined)
}
