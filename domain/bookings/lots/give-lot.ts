/** Passes come and go: bought by their member, or for a team by its manager, given by the space, and taken back as far as they are not used. */
import type { Holder } from '../../memberships/holder.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { type IntentId, lotIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { addDays } from '../../values/local-date.ts'
import { money, zero } from '../../values/money.ts'
import { localDay, toWallTime } from '../../values/zone.ts'
import type { Intent } from '../wishes/intent.ts'
import type { Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { KnownUse, Lot } from './lot.ts'
import { usedOf } from './use-of.ts'

export interface LotDecision {
  readonly outcome: Outcome
  readonly lot: Lot | null
}

/** `held` is how many the holder has already. What it costs is owed by them; money is not taken yet. */
export function buyPass(
  intent: Intent<'pass.request'>,
  { site, zone }: Pick<Catalogue, 'site' | 'zone'>,
  holder: Holder,
  held: number,
  now: Instant,
): LotDecision {
  if (intent.deadlineAt < now) return no({ reason: 'expired', deadlineAt: intent.deadlineAt })
  const offer = site.passes.offers.find(({ id }) => id === intent.body.passId)
  if (offer === undefined) return no({ reason: 'unknown-pass' })
  if (held >= limits.lotsPerHolderMax) {
    return no({ reason: 'quota', limit: limits.lotsPerHolderMax })
  }
  const owed = money(offer.priceMinor, site.currency)
  const { quote } = intent.body
  if (quote.currency !== owed.currency || quote.amountMinor < owed.amountMinor) {
    return { outcome: { kind: 'ask-again', price: owed, alternatives: [] }, lot: null }
  }
  const { name, kinds, unit, amount, validDays } = offer
  const last = validDays === null ? null : addDays(toWallTime(zone, now).date, validDays - 1)
  return yes({
    ...freshLot(intent.id, site.id, holder, now),
    ...{ name, kinds, unit, amount, source: 'purchase', owed, reason: '' },
    expiresAt: last === null ? null : localDay(zone, last).endsAt,
  })
}

export function grantLot(
  { id, body }: Intent<'lot.grant'>,
  { site, zone }: Pick<Catalogue, 'site' | 'zone'>,
  held: number,
  now: Instant,
): LotDecision {
  if (held >= limits.lotsPerHolderMax) {
    return no({ reason: 'quota', limit: limits.lotsPerHolderMax })
  }
  const { holder, name, kinds, unit, amount, lastOn, reason } = body
  const expiresAt = lastOn === null ? null : localDay(zone, lastOn).endsAt
  if (expiresAt !== null && expiresAt <= now) return no({ reason: 'past' })
  return yes({
    ...freshLot(id, site.id, holder, now),
    ...{ name, kinds, unit, amount, expiresAt, source: 'gift', reason },
    owed: zero(site.currency),
  })
}

/** What is used stays used: no more is taken back than is left. */
export function takeBackLot(
  { body: { amount } }: Intent<'lot.take-back'>,
  lot: Lot,
  uses: readonly KnownUse[],
): LotDecision {
  const left = lot.amount - usedOf(lot.id, uses)
  if (amount > left) return no({ reason: 'lot-used', left, unit: lot.unit })
  return yes({ ...lot, amount: lot.amount - amount })
}

function freshLot(intentId: IntentId, siteId: Lot['siteId'], holder: Holder, now: Instant) {
  return { id: lotIdOf(intentId), siteId, holder, validFrom: now }
}

function yes(lot: Lot): LotDecision {
  return { outcome: { kind: 'confirmed', bookingId: null, choice: 0, price: lot.owed }, lot }
}

function no(refusal: Refusal): LotDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, lot: null }
}
