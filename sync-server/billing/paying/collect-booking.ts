/**
 * Charges a booking that is paid before it stands, and gives its place back where nobody paid. Like a bill: each attempt is written down in one
 * transaction, asked for outside of it, and heard in the next. Whatever is on its way is ended before the place is free (B-34).
 */
import {
  attemptId,
  isLive,
  nextNumber,
  type PaymentAttempt,
  type Purpose,
} from '../../../domain/billing/paying/attempt.ts'
import {
  type NextForBooking,
  nextForBooking,
} from '../../../domain/billing/paying/next-for-booking.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { lapseHold } from '../../../domain/bookings/change-booking.ts'
import { assertNever, must } from '../../../domain/values/assert.ts'
import { addMinutes, type Instant } from '../../../domain/values/instant.ts'
import { enqueue } from '../../jobs/job.ts'
import type { Fact } from '../../settlement/kind.ts'
import { bookingJob } from '../../settlement/write-paying.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { attemptsOf, loadPayer } from '../../storage/load-paying.ts'
import type { Tx } from '../../storage/storage.ts'
import { ask } from './ask.ts'
import { labelOf } from './collect.ts'
import { localDate } from './hear.ts'
import { payableOf } from './payable.ts'
import type { PayingPorts } from './ports.ts'
import { withdraw } from './withdraw.ts'

/** Two cards, what was heard meanwhile, and the end of what is not wanted; more at once is a mistake of ours. */
const STEPS_MAX = 5
/** Whoever moves the money does not answer: again so soon, because a place waits for it. */
const AGAIN_MINUTES = 1

type Step =
  | Exclude<NextForBooking, { kind: 'charge' }>
  | { readonly kind: 'send'; readonly attempt: PaymentAttempt }

export async function collectBooking(ports: PayingPorts, bookingId: string): Promise<void> {
  for (let taken = 0; taken < STEPS_MAX; taken += 1) {
    const step = await nextStep(ports, bookingId)
    switch (step.kind) {
      case 'nothing':
      case 'lapse':
        return
      case 'send':
        await ask(ports, step.attempt)
        break
      case 'look':
        // Its own look goes on until it is known.
        if (isLive(await ask(ports, step.attempt))) return
        break
      case 'withdraw':
        if (isLive(await withdraw(ports, step.attempt))) return again(ports, bookingId)
        break
      default:
        assertNever(step)
    }
  }
}

/** What is next, with what has to be written before it is done: a new attempt, or the hold that ran out. */
async function nextStep(ports: PayingPorts, bookingId: string): Promise<Step> {
  const { settlement, gateway } = ports
  let step: Step = { kind: 'nothing' }
  await settlement.act(async (tx, now) => {
    const booking = must(await findBooking(tx, bookingId), 'bookings are never removed')
    const attempts = await attemptsOf(tx, [bookingId])
    const { payMethods } = await loadPayer(tx, booking.memberId, gateway.mode)
    const next = nextForBooking({ booking, attempts, payMethods, now })
    if (next.kind !== 'charge') {
      step = next
      return next.kind === 'lapse' ? lapsed(booking, now) : []
    }
    const attempt = await charging(tx, booking, attempts, next, now)
    step = { kind: 'send', attempt }
    return [{ kind: 'attempt', mode: gateway.mode, attempt }]
  })
  return step
}

function lapsed(before: Booking, now: Instant): readonly Fact[] {
  const booking = must(lapseHold(before, now), 'a hold that has run out lapses')
  return [{ kind: 'booking', booking, before }]
}

async function charging(
  tx: Tx,
  { id, siteId }: Booking,
  attempts: readonly PaymentAttempt[],
  { method, isBackup }: Extract<NextForBooking, { kind: 'charge' }>,
  now: Instant,
): Promise<PaymentAttempt> {
  const purpose: Purpose = { kind: 'booking', id }
  const { open: amount, payerId } = await payableOf(tx, purpose, now)
  const n = nextNumber(attempts)
  return {
    ...{ id: attemptId(purpose, n), purpose, n, via: 'charge', siteId, payerId, amount },
    ...{ ref: null, createdAt: now, on: await localDate(tx, siteId, now) },
    method: { id: method.id, label: labelOf(method), isBackup },
    standing: { state: 'created' },
  }
}

async function again({ storage, now }: PayingPorts, bookingId: string): Promise<void> {
  const runAt = addMinutes(now(), AGAIN_MINUTES)
  await storage.transaction((tx) => enqueue(tx, [bookingJob(bookingId, runAt, `at-${runAt}`)]))
}
