/** A promo code is made, or is otherwise from now on. */
import type { Intent } from '../../bookings/wishes/intent.ts'
import { normalCode, type PromoCode } from '../../sites/promo.ts'
import { type Decided, no, yes } from '../decide-money.ts'

/** `taken` is what has the code already: itself, another one, or nothing. */
export function savePromo(
  { body }: Intent<'promo.save'>,
  taken: PromoCode | null,
): Decided<PromoCode> {
  const { siteId, promo } = body
  if (taken !== null && taken.id !== promo.id) return no({ reason: 'promo-taken' })
  const domains = promo.domains.map((one) => one.toLowerCase().replace(/^@/, ''))
  return yes({ ...promo, siteId, domains, code: normalCode(promo.code) })
}
