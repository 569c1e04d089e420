/** Whether a code is of use to whoever typed it. Every no is the same one, so that nothing is learned by guessing. */

import type { Lot } from '../../bookings/lots/lot.ts'
import type { Intent } from '../../bookings/wishes/intent.ts'
import type { Member } from '../../memberships/member.ts'
import type { PromoCode, Redemption } from '../../sites/promo.ts'
import { lotIdOf } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { type Currency, zero } from '../../values/money.ts'
import { localDay, type ZoneTable } from '../../values/zone.ts'
import { type Decided, no, yes } from '../decide-money.ts'

export interface RedeemFacts {
  readonly promo: PromoCode | null
  readonly member: Pick<Member, 'id' | 'email' | 'tierId' | 'teamId'>
  /** How often it was redeemed, and whether by them. */
  readonly uses: number
  readonly isTheirs: boolean
  readonly hasBought: boolean
  /** Codes they have tried within the last hour, this one not counted. */
  readonly tries: number
  readonly today: LocalDate
}

export function redeem(
  { id }: Pick<Intent<'promo.redeem'>, 'id'>,
  facts: RedeemFacts,
  now: Instant,
): Decided<Redemption> {
  const { promo, member, today } = facts
  if (promo === null || facts.tries >= limits.promoTriesPerHour) return no({ reason: 'no-promo' })
  if (facts.isTheirs) return no({ reason: 'promo-redeemed' })
  if (!isOpen(promo, facts) || !isFor(promo, facts)) return no({ reason: 'no-promo' })
  const { id: promoId, siteId, name, gift } = promo
  return yes({
    ...{ id, promoId, siteId, memberId: member.id, name, gift, on: today, redeemedAt: now },
  })
}

function isOpen(promo: PromoCode, { uses, today }: RedeemFacts): boolean {
  if (promo.isPaused) return false
  if (promo.usesMax !== null && uses >= promo.usesMax) return false
  return (promo.from ?? today) <= today && today <= (promo.until ?? today)
}

function isFor(promo: PromoCode, { member, hasBought }: RedeemFacts): boolean {
  const { tierIds, teamIds, domains } = promo
  if (promo.isFirstTime && hasBought) return false
  const { tierId, teamId } = member
  if (tierIds.length > 0 && (tierId === null || !tierIds.includes(tierId))) return false
  if (teamIds.length > 0 && (teamId === null || !teamIds.includes(teamId))) return false
  const domain = member.email.toLowerCase().split('@').at(-1) ?? ''
  return domains.length === 0 || domains.includes(domain)
}

/** The pass that time is given as; null of what is given off bills. */
export function passOf(redemption: Redemption, currency: Currency, zone: ZoneTable): Lot | null {
  const { id, siteId, memberId, name, gift, on, redeemedAt } = redemption
  if (gift.kind !== 'time') return null
  const { kinds, minutes: amount, validDays } = gift
  const last = validDays === null ? null : addDays(on, validDays - 1)
  return {
    ...{ id: lotIdOf(id), siteId, holder: { kind: 'member', memberId }, validFrom: redeemedAt },
    ...{ name, kinds, unit: 'minutes', amount, source: 'gift', reason: name },
    ...{ owed: zero(currency), expiresAt: last === null ? null : localDay(zone, last).endsAt },
  }
}

/** Since when tries count. */
export function triesSince(now: Instant): number {
  return now - DAY_MS / 24
}
