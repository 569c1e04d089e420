/**
 * A payer pays what is open of a bill, or of a booking that is held for it, on a page of whoever keeps the numbers. However often they ask, and from however many tabs, there is one
 * attempt, and all of them are led to the same page. Amounts are ours alone.
 */
import {
  attemptId,
  isLive,
  liveAttempt,
  nextNumber,
  type PaymentAttempt,
  type Purpose,
} from '../../../domain/billing/paying/attempt.ts'
import { withPage } from '../../../domain/bookings/prepaid/payment-hold.ts'
import { isChargeable } from '../../../domain/prices/minimum.ts'
import type { Money } from '../../../domain/values/money.ts'
import type { Fact } from '../../settlement/kind.ts'
import { attemptsOf } from '../../storage/load-paying.ts'
import { ask } from './ask.ts'
import { giveUp } from './collect.ts'
import { hear, localDate } from './hear.ts'
import { ensurePayer } from './methods.ts'
import { payableOf } from './payable.ts'
import type { PayingPorts } from './ports.ts'

export type PageAnswer =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'paid' }
  /** A charge is on its way: its answer comes by itself. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-little' }
  /** Nobody who moves money answers. */
  | { readonly kind: 'away' }

/** What runs is ended, a new one is begun, its page is opened; once more for what happened meanwhile. */
const ROUNDS_MAX = 4

export async function payOnPage(ports: PayingPorts, purpose: Purpose): Promise<PageAnswer> {
  const { payerId } = await payableOf(ports.storage.read, purpose, ports.now())
  if ((await ensurePayer(ports, payerId)) === null) return { kind: 'away' }
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const found = await liveOrNew(ports, purpose)
    if (found.kind !== 'attempt') return found
    const answer = await lead(ports, found.attempt, found.open)
    if (answer !== null) return answer
  }
  return { kind: 'away' }
}

type Found =
  | { readonly kind: 'attempt'; readonly attempt: PaymentAttempt; readonly open: Money }
  | { readonly kind: 'paid' | 'too-little' }

async function liveOrNew({ settlement, gateway }: PayingPorts, purpose: Purpose): Promise<Found> {
  let found: Found = { kind: 'paid' }
  await settlement.act(async (tx, now) => {
    const { siteId, payerId, open, booking } = await payableOf(tx, purpose, now)
    const attempts = await attemptsOf(tx, [purpose.id])
    const live = liveAttempt(attempts)
    if (live !== null) {
      found = { kind: 'attempt', attempt: live, open }
      return []
    }
    if (!isChargeable(open)) {
      found = { kind: open.amountMinor > 0 ? 'too-little' : 'paid' }
      return []
    }
    const on = await localDate(tx, siteId, now)
    const n = nextNumber(attempts)
    const attempt: PaymentAttempt = {
      ...{ id: attemptId(purpose, n), purpose, n, via: 'page', siteId },
      ...{ payerId, amount: open, ref: null, createdAt: now, on },
      ...{ method: null, standing: { state: 'created' } },
    }
    found = { kind: 'attempt', attempt, open }
    const isFirst = attempts.every(({ via }) => via !== 'page')
    const longer = booking === null || !isFirst ? null : withPage(booking, now)
    const held: readonly Fact[] =
      longer === null ? [] : [{ kind: 'booking', booking: longer, before: booking }]
    return [{ kind: 'attempt', mode: gateway.mode, attempt }, ...held]
  })
  return found
}

/** Null: it is over now, so look again. */
async function lead(
  ports: PayingPorts,
  attempt: PaymentAttempt,
  open: Money,
): Promise<PageAnswer | null> {
  if (attempt.via === 'charge') {
    const isAsked = attempt.standing.state === 'action-needed'
    const known = isAsked ? await giveUp(ports, attempt) : await ask(ports, attempt)
    return isLive(known) && known.standing.state !== 'action-needed' ? { kind: 'busy' } : null
  }
  const known = await ask(ports, attempt)
  if (known.standing.state !== 'sent' || known.standing.page === null) {
    return isLive(known) ? { kind: 'away' } : null
  }
  const { ref, url } = known.standing.page
  if (known.amount.amountMinor === open.amountMinor) return { kind: 'redirect', url }
  // Something was paid or credited meanwhile: the page asks for too much.
  const expired = await ports.gateway.checkout.expire(ref, `v1:expire:${attempt.id}`)
  if (expired.ok) {
    await hear(ports, attempt.id, { standing: { state: 'cancelled' }, ref: known.ref })
  } else await ask(ports, known)
  return null
}
