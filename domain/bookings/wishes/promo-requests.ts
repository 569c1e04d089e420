/** Wishes about promo codes. */
import type { PromoCode } from '../../sites/promo.ts'
import type { SiteId } from '../../values/ids.ts'

export interface PromoBodies {
  /** A new one, or how one is from now on; what was redeemed stays as it was. */
  readonly 'promo.save': { readonly siteId: SiteId; readonly promo: Omit<PromoCode, 'siteId'> }
  /** As the member typed it. */
  readonly 'promo.redeem': { readonly siteId: SiteId; readonly code: string }
}
