/**
 * Charges what is open of a bill, or of a deposit that is asked for, as the rules say next: each attempt is written down in one transaction, asked for outside of it, and heard in
 * the next. Killed anywhere, the job goes on with what is written.
 */

import {
  attemptId,
  isLive,
  nextNumber,
  type PaymentAttempt,
  type Purpose,
} from '../../../domain/billing/paying/attempt.ts'
import { type NextCharge, nextCharge } from '../../../domain/billing/paying/next-charge.ts'
import type { SavedMethod } from '../../../domain/billing/paying/pay-methods.ts'
import { assertNever, must } from '../../../domain/values/assert.ts'
import { addMinutes, type Instant, MINUTE_MS, toInstant } from '../../../domain/values/instant.ts'
import { addDays, type LocalDate } from '../../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../../domain/values/zone.ts'
import { enqueue } from '../../jobs/job.ts'
import { depositJob } from '../../settlement/write-deposits.ts'
import { collectJob } from '../../settlement/write-paying.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { findAsk } from '../../storage/load-deposits.ts'
import { attemptsOf, loadPayer } from '../../storage/load-paying.ts'
import type { Tx } from '../../storage/storage.ts'
import { ask } from './ask.ts'
import { hear, heardOfAnswer } from './hear.ts'
import { payableOf } from './payable.ts'
import type { PayingPorts } from './ports.ts'

/** The first card, the backup, and what was heard meanwhile; more at once is a mistake of ours. */
const STEPS_MAX = 5
/** Cards are charged in the morning, when somebody can do something about it. */
const MORNING_MINUTE = 8 * 60
const LOOK_AGAIN_MINUTES = 60

/** What is collected on the days of dunning, for as long as it is open. */
type Collected = Purpose & { readonly kind: 'bill' | 'deposit' }

const jobs = { bill: collectJob, deposit: depositJob } as const

type Step = Exclude<NextCharge, { kind: 'charge' }> | { kind: 'send'; attempt: PaymentAttempt }

export function collectBill(ports: PayingPorts, billId: string): Promise<void> {
  return collect(ports, { kind: 'bill', id: billId })
}

/** Like a bill, from the day of the first one on. */
export function collectDeposit(ports: PayingPorts, depositId: string): Promise<void> {
  return collect(ports, { kind: 'deposit', id: depositId })
}

async function collect(ports: PayingPorts, purpose: Collected): Promise<void> {
  for (let taken = 0; taken < STEPS_MAX; taken += 1) {
    const step = await nextStep(ports, purpose)
    switch (step.kind) {
      case 'nothing':
        return
      case 'wait':
        return again(ports, purpose, step.on)
      case 'send':
        await ask(ports, step.attempt)
        break
      case 'give-up':
        await giveUp(ports, step.attempt)
        break
      case 'look':
        if (isLive(await ask(ports, step.attempt))) return againLater(ports, purpose, step.attempt)
        break
      default:
        assertNever(step)
    }
  }
}

/** What is next, and a new attempt written down where something is to be charged. */
async function nextStep({ settlement, gateway }: PayingPorts, purpose: Collected): Promise<Step> {
  let step: Step = { kind: 'nothing' }
  await settlement.act(async (tx, now) => {
    const facts = await factsOf(tx, purpose, gateway.mode, now)
    const next = facts.dueOn > facts.today ? tooEarly(facts) : nextCharge(facts)
    if (next.kind !== 'charge') {
      step = next
      return []
    }
    const attempt = charging(purpose, facts, next, now)
    step = { kind: 'send', attempt }
    return [{ kind: 'attempt', mode: gateway.mode, attempt }]
  })
  return step
}

/** Its payer may pay it before, on a page, which is left alone; we do not. */
function tooEarly({ open, dueOn }: CollectFacts): NextCharge {
  return open.amountMinor > 0 ? { kind: 'wait', on: dueOn } : { kind: 'nothing' }
}

type CollectFacts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(tx: Tx, purpose: Collected, mode: string, now: Instant) {
  const { siteId, payerId, open } = await payableOf(tx, purpose, now)
  const { site, zone } = must(await loadCatalogue(tx, siteId), 'locations are never removed')
  const { payMethods } = await loadPayer(tx, payerId, mode)
  const attempts = await attemptsOf(tx, [purpose.id])
  const today = toWallTime(zone, now).date
  const ask = purpose.kind === 'deposit' ? await findAsk(tx, purpose.id) : null
  const about = { siteId, payerId, open, dueOn: ask?.dueOn ?? today }
  return { ...about, attempts, payMethods, settings: site.billing.dunning, today }
}

function charging(
  purpose: Collected,
  { siteId, payerId, open, attempts, today }: CollectFacts,
  { method, isBackup }: { readonly method: SavedMethod; readonly isBackup: boolean },
  now: Instant,
): PaymentAttempt {
  const n = nextNumber(attempts)
  return {
    ...{ id: attemptId(purpose, n), purpose, n, via: 'charge', siteId, payerId },
    ...{ amount: open, ref: null, createdAt: now, on: today },
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

async function again(
  { storage, now }: PayingPorts,
  purpose: Collected,
  on: LocalDate,
): Promise<void> {
  await storage.transaction(async (tx) => {
    const { siteId } = await payableOf(tx, purpose, now())
    const { zone } = must(await loadCatalogue(tx, siteId), 'locations are never removed')
    const runAt = toInstant(localDay(zone, on).startsAt + MORNING_MINUTE * MINUTE_MS)
    await enqueue(tx, [jobs[purpose.kind](purpose.id, runAt, `on-${on}`)])
  })
}

/** An hour from now; where somebody was asked to prove who they are, the day on which that is given up. */
async function againLater(
  ports: PayingPorts,
  purpose: Collected,
  attempt: PaymentAttempt,
): Promise<void> {
  const { storage, now } = ports
  if (attempt.standing.state !== 'action-needed') {
    const runAt = addMinutes(now(), LOOK_AGAIN_MINUTES)
    const job = jobs[purpose.kind](purpose.id, runAt, `at-${runAt}`)
    await storage.transaction((tx) => enqueue(tx, [job]))
    return
  }
  const { site } = must(
    await loadCatalogue(storage.read, attempt.siteId),
    'locations are never removed',
  )
  await again(ports, purpose, addDays(attempt.on, site.billing.dunning.retryDays[0] ?? 1))
}
