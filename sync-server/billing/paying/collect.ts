/**
 * Charges what is open on a bill as the rules say next: each attempt is written down in one transaction, asked for outside of it, and heard in
 * the next. Killed anywhere, the job goes on with what is written.
 */

import { payerId } from '../../../domain/billing/bill.ts'
import {
  attemptId,
  isLive,
  nextNumber,
  type PaymentAttempt,
  type Purpose,
} from '../../../domain/billing/paying/attempt.ts'
import { type NextCharge, nextCharge } from '../../../domain/billing/paying/next-charge.ts'
import type { SavedMethod } from '../../../domain/billing/paying/pay-methods.ts'
import type { BillStory } from '../../../domain/billing/payment.ts'
import { openOf } from '../../../domain/billing/payment.ts'
import { assertNever, must } from '../../../domain/values/assert.ts'
import { addMinutes, type Instant, MINUTE_MS, toInstant } from '../../../domain/values/instant.ts'
import { addDays, type LocalDate } from '../../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../../domain/values/zone.ts'
import { enqueue } from '../../jobs/job.ts'
import { collectJob } from '../../settlement/write-paying.ts'
import { findBill } from '../../storage/load-bills.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { attemptsOf, loadPayer } from '../../storage/load-paying.ts'
import type { Tx } from '../../storage/storage.ts'
import { ask } from './ask.ts'
import { hear, heardOfAnswer } from './hear.ts'
import type { PayingPorts } from './ports.ts'

/** The first card, the backup, and what was heard meanwhile; more at once is a mistake of ours. */
const STEPS_MAX = 5
/** Cards are charged in the morning, when somebody can do something about it. */
const MORNING_MINUTE = 8 * 60
const LOOK_AGAIN_MINUTES = 60

type Step = Exclude<NextCharge, { kind: 'charge' }> | { kind: 'send'; attempt: PaymentAttempt }

export async function collectBill(ports: PayingPorts, billId: string): Promise<void> {
  for (let taken = 0; taken < STEPS_MAX; taken += 1) {
    const step = await nextStep(ports, billId)
    switch (step.kind) {
      case 'nothing':
        return
      case 'wait':
        return again(ports, billId, step.on)
      case 'send':
        await ask(ports, step.attempt)
        break
      case 'give-up':
        await giveUp(ports, step.attempt)
        break
      case 'look':
        if (isLive(await ask(ports, step.attempt))) return againLater(ports, billId, step.attempt)
        break
      default:
        assertNever(step)
    }
  }
}

/** What is next, and a new attempt written down where something is to be charged. */
async function nextStep({ settlement, gateway }: PayingPorts, billId: string): Promise<Step> {
  let step: Step = { kind: 'nothing' }
  await settlement.act(async (tx, now) => {
    const story = must(await findBill(tx, billId), 'bills are never removed')
    const facts = await factsOf(tx, story, gateway.mode, now)
    const next = nextCharge(facts)
    if (next.kind !== 'charge') {
      step = next
      return []
    }
    const attempt = charging(story, facts.attempts, next, facts.today, now)
    step = { kind: 'send', attempt }
    return [{ kind: 'attempt', mode: gateway.mode, attempt }]
  })
  return step
}

async function factsOf(tx: Tx, story: BillStory, mode: string, now: Instant) {
  const { bill } = story
  const { site, zone } = must(await loadCatalogue(tx, bill.siteId), 'locations are never removed')
  const { payMethods } = await loadPayer(tx, payerId(bill.payer), mode)
  const attempts = await attemptsOf(tx, [bill.id])
  const today = toWallTime(zone, now).date
  return { story, attempts, payMethods, settings: site.billing.dunning, today }
}

function charging(
  story: BillStory,
  attempts: readonly PaymentAttempt[],
  { method, isBackup }: { readonly method: SavedMethod; readonly isBackup: boolean },
  on: LocalDate,
  now: Instant,
): PaymentAttempt {
  const { bill } = story
  const purpose: Purpose = { kind: 'bill', id: bill.id }
  const n = nextNumber(attempts)
  return {
    ...{ id: attemptId(purpose, n), purpose, n, via: 'charge', siteId: bill.siteId },
    ...{ payerId: payerId(bill.payer), amount: openOf(story), ref: null, createdAt: now, on },
    method: { id: method.id, label: labelOf(method), isBackup },
    standing: { state: 'created' },
  }
}

/** "Visa 4242", as it stands on the payer's statement and ours. */
export function labelOf({ brand, kind, last4 }: SavedMethod): string {
  const name = brand === '' ? kind : brand
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${last4}`.trim()
}

/** One that succeeded meanwhile cannot be cancelled: then that is what is heard. */
export async function giveUp(ports: PayingPorts, attempt: PaymentAttempt): Promise<PaymentAttempt> {
  const ref = must(attempt.ref, 'who is asked to prove something is asked about a payment')
  const answer = await ports.gateway.payments.cancel(ref, `v1:cancel:${attempt.id}`)
  const heard = answer.ok ? heardOfAnswer(attempt, answer) : null
  return heard === null ? ask(ports, attempt) : hear(ports, attempt.id, heard)
}

async function again({ storage }: PayingPorts, billId: string, on: LocalDate): Promise<void> {
  await storage.transaction(async (tx) => {
    const { bill } = must(await findBill(tx, billId), 'bills are never removed')
    const { zone } = must(await loadCatalogue(tx, bill.siteId), 'locations are never removed')
    const runAt = toInstant(localDay(zone, on).startsAt + MORNING_MINUTE * MINUTE_MS)
    await enqueue(tx, [collectJob(billId, runAt, `on-${on}`)])
  })
}

/** An hour from now; where somebody was asked to prove who they are, the day on which that is given up. */
async function againLater(
  ports: PayingPorts,
  billId: string,
  attempt: PaymentAttempt,
): Promise<void> {
  const { storage, now } = ports
  if (attempt.standing.state !== 'action-needed') {
    const runAt = addMinutes(now(), LOOK_AGAIN_MINUTES)
    await storage.transaction((tx) => enqueue(tx, [collectJob(billId, runAt, `at-${runAt}`)]))
    return
  }
  const { site } = must(
    await loadCatalogue(storage.read, attempt.siteId),
    'locations are never removed',
  )
  await again(ports, billId, addDays(attempt.on, site.billing.dunning.retryDays[0] ?? 1))
}
