/**
 * A code that is typed on the form by which somebody joins. What it gives is shown with the first bill; it is redeemed in the moment they are a
 * member. Where the team decides first, one use of it is kept for them meanwhile, and what was shown holds whatever becomes of the code.
 */
import type { PromoCode, Redemption } from '../../sites/promo.ts'
import { type IntentId, type MemberId, type TierId, toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { redeem } from './redeem.ts'

/** As it was shown, without who has it. */
export interface JoinCode {
  readonly promoId: IntentId
  readonly code: string
  readonly name: string
  readonly gift: Redemption['gift']
}

/** Nobody has bought, booked or redeemed anything before they are a member. */
const somebody: MemberId = toId('member', 'mem_joining')
const wish = { id: toId('intent', 'bki_joining') }

/** Null where it is of no use to them, whatever the reason. `uses`: those that are kept for others included. */
export function codeAtJoining(
  promo: PromoCode | null,
  about: {
    readonly email: string
    readonly tierId: TierId
    readonly uses: number
    readonly today: LocalDate
  },
  now: Instant,
): JoinCode | null {
  const { email, tierId, uses, today } = about
  const member = { id: somebody, email, tierId, teamId: null }
  const facts = { promo, member, uses, isTheirs: false, hasBought: false, tries: 0, today }
  const { fact } = redeem(wish, facts, now)
  if (fact === null || promo === null) return null
  return { promoId: promo.id, code: promo.code, name: promo.name, gift: promo.gift }
}

export function redeemedAtJoining(
  { promoId, name, gift }: JoinCode,
  about: Pick<Redemption, 'id' | 'siteId' | 'memberId' | 'on' | 'redeemedAt'>,
): Redemption {
  return { ...about, promoId, name, gift }
}
