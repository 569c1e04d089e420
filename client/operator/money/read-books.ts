/** Bills and runs as the space has them, asked for and changed with a connection; nothing of other people's money is kept on the device. */
import type { BillingPeriod } from '../../../domain/billing/billing-period.ts'
import type { PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import type { Refund } from '../../../domain/billing/paying/refund.ts'
import type { BillStory } from '../../../domain/billing/payment.ts'
import type { BillingBodies } from '../../../domain/bookings/wishes/billing-requests.ts'
import type { Holder } from '../../../domain/memberships/holder.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { Money } from '../../../domain/values/money.ts'
import { readJson } from '../../app/ask-space.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'

export interface Books {
  readonly bills: readonly BillStory[]
  /** The newest first. */
  readonly runs: readonly BillingRun[]
  readonly paying: {
    readonly attempts: readonly PaymentAttempt[]
    readonly refunds: readonly Refund[]
    /** Payers who have something on file that is charged by itself. */
    readonly charged: readonly string[]
  }
}

export interface BillingRun extends BillingPeriod {
  readonly id: string
  readonly payers: number
  readonly done: number
  readonly issued: number
  readonly isOver: boolean
}

export interface RunPreview {
  readonly period: BillingPeriod
  readonly isOver: boolean
  readonly bills: readonly {
    readonly payer: Holder
    readonly payerName: string
    readonly total: Money
    readonly lines: number
    readonly isIssued: boolean
  }[]
}

/** Null without a connection. */
export function readBooks(siteId: SiteId): Promise<Books | null> {
  return readJson<Books>(`/api/billing/${siteId}`)
}

export function readPreview(siteId: SiteId, from: LocalDate): Promise<RunPreview | null> {
  return readJson<RunPreview>(`/api/billing/${siteId}/preview?from=${from}`)
}

/** Why not, in words; null when it is done. */
export async function sendBilling<Kind extends keyof BillingBodies>(
  kind: Kind,
  body: BillingBodies[Kind],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body as never)) // the kind's own body, by the signature
  return whyNot(answer, words.settings.needsConnection)
}
