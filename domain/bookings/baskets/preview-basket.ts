/** What a basket would be, before it is wished: the settlement itself, on what the device knows. */
import { toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Money } from '../../values/money.ts'
import type { SettleFacts } from '../settle.ts'
import type { BasketItem } from '../wishes/basket-wish.ts'
import { type ItemAnswer, settleItems, totalOf } from './settle-basket.ts'

export interface BasketPreview {
  /** In the order of the items. */
  readonly answers: readonly ItemAnswer[]
  /** Null where one of them cannot be had. */
  readonly total: Money | null
}

export function previewBasket(
  items: readonly Omit<BasketItem, 'quote'>[],
  facts: SettleFacts,
  now: Instant,
): BasketPreview {
  const { currency, id: siteId } = facts.catalogue.site
  const quoted = items.map((item) => ({ ...item, quote: { amountMinor: 0, currency } }))
  const asked = { ...noWish, madeAt: now, deadlineAt: now }
  const answers = settleItems(asked, { siteId, note: '', items: quoted }, facts, now)
  const bookings = answers.flatMap((answer) => (answer.kind === 'fits' ? [answer.booking] : []))
  return { answers, total: bookings.length < items.length ? null : totalOf(bookings, facts) }
}

/** Nobody has wished it yet, so nothing of it is kept. */
const noWish = {
  v: 1,
  id: toId('intent', 'bki_preview'),
  device: toId('device', 'dev_preview'),
  seq: 1,
  heardAt: null,
} as const
