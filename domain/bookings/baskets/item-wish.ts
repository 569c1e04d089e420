import { type IntentId, occurrenceIdOf } from '../../values/ids.ts'
import type { BasketItem, BasketRequest } from '../wishes/basket-wish.ts'
import type { AnyIntent, Intent } from '../wishes/intent.ts'

/** One item as the wish it would be by itself; its booking is `bkg_<tail>.<number>`, counted from 1. */
export function itemWish(
  intent: Omit<AnyIntent, 'kind' | 'body'>,
  { siteId, note }: Pick<BasketRequest, 'siteId' | 'note'>,
  { choice, people, guests, payWith, quote }: BasketItem,
  number: number,
): Intent<'booking.request'> {
  return {
    ...intent,
    id: itemIdOf(intent.id, number),
    kind: 'booking.request',
    body: {
      ...{ siteId, choice, people, guests, note, quote, payWith },
      fallbacks: [],
      takeNearest: false,
      ceiling: null,
      forMemberId: null,
      override: null,
    },
  }
}

function itemIdOf(intentId: IntentId, number: number): IntentId {
  return occurrenceIdOf(intentId, number)
}

/** The items as wishes by themselves, for what a member sees meanwhile. */
export function itemWishes(intent: Intent<'basket.request'>): readonly Intent<'booking.request'>[] {
  const { body } = intent
  return body.items.map((item, index) => itemWish(intent, body, item, index + 1))
}
