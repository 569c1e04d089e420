/** Credits and deposits as the space has them, asked for and changed with a connection; nothing of it is kept on the device. */
import type { DepositAsk } from '../../../domain/billing/deposits/deposit.ts'
import type { FundStory } from '../../../domain/billing/fund.ts'
import type { FundBodies } from '../../../domain/bookings/wishes/fund-requests.ts'
import type { Holder } from '../../../domain/memberships/holder.ts'
import { type SiteId, toId } from '../../../domain/values/ids.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { readJson } from '../../app/ask-space.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'

export type KeptFund = FundStory & { readonly comesBackOn: LocalDate | null }
export type KeptAsk = DepositAsk & { readonly failedOn: LocalDate | null }

export interface KeptFunds {
  /** With the first day on which a deposit may go back, where its plan ends. */
  readonly funds: readonly KeptFund[]
  /** Deposits that plans have asked for, with the day on which a card said no last. */
  readonly asks: readonly KeptAsk[]
  /** Teams first, then members who pay for themselves. */
  readonly payers: readonly { readonly id: string; readonly name: string }[]
}

/** Null without a connection. */
export function readKeptFunds(siteId: SiteId): Promise<KeptFunds | null> {
  return readJson<KeptFunds>(`/api/billing/${siteId}/funds`)
}

/** Why not, in words; null when it is done. */
export async function sendFund<Kind extends keyof FundBodies>(
  kind: Kind,
  body: FundBodies[Kind],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body as never)) // the kind's own body, by the signature
  return whyNot(answer, words.settings.needsConnection)
}

export function payerOfId(id: string): Holder {
  return id.startsWith('tea_')
    ? { kind: 'team', teamId: toId('team', id) }
    : { kind: 'member', memberId: toId('member', id) }
}
