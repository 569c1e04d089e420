/** Promo codes for tests. */
import fc from 'fast-check'
import { ada, harbour } from '../../bookings/for-tests.ts'
import type { PromoBodies } from '../../bookings/wishes/promo-requests.ts'
import type { PromoCode, PromoGift, Redemption } from '../../sites/promo.ts'
import { toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'

export const tenPercent: PromoGift = {
  ...{ kind: 'percent', basisPoints: 1000, off: ['membership', 'booking'], bills: 2 },
}

export function promoOf(more: Partial<PromoCode> = {}): PromoCode {
  return {
    ...{
      id: toId('intent', 'bki_promo'),
      siteId: harbour.site.id,
      code: 'WELCOME',
      name: 'Welcome',
    },
    ...{ gift: tenPercent, tierIds: [], teamIds: [], domains: [], isFirstTime: false },
    ...{ from: null, until: null, usesMax: null, isPaused: false, ...more },
  }
}

export function redeemed(gift: PromoGift, more: Partial<Redemption> = {}): Redemption {
  return {
    ...{ id: toId('intent', 'bki_redeemed'), promoId: toId('intent', 'bki_promo'), gift },
    ...{ siteId: harbour.site.id, memberId: ada.id, name: 'Welcome' },
    ...{ on: toLocalDate('2026-06-10'), redeemedAt: toInstant(Date.UTC(2026, 5, 10)), ...more },
  }
}

const siteId = fc.constant(harbour.site.id)

/** Bodies of wishes about promo codes. */
export const promoWishes: { readonly [Kind in keyof PromoBodies]: fc.Arbitrary<unknown> } = {
  'promo.save': fc.record({
    siteId,
    promo: fc
      .constantFrom<PromoGift>(
        tenPercent,
        { kind: 'fixed', amountMinor: 500, off: ['pass'], bills: null },
        { kind: 'time', minutes: 120, kinds: ['meeting-room'], validDays: 30 },
      )
      .map((gift) => {
        const { siteId: _siteId, ...promo } = promoOf({ gift })
        return promo
      }),
  }),
  'promo.redeem': fc.record({ siteId, code: fc.constantFrom('welcome', 'X 1') }),
}
