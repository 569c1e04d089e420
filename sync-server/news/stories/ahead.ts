/** News of what is ahead: the next bill, by the function that will issue it, and a card that ends. */

import { firstMethod } from '../../../domain/billing/paying/pay-methods.ts'
import { payerOf } from '../../../domain/memberships/holder.ts'
import { cardsEnding, lastDayOf, renewalOf } from '../../../domain/news/ahead.ts'
import type { News } from '../../../domain/news/news.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import { loadDrafts } from '../../storage/load-drafts.ts'
import { loadPayer } from '../../storage/load-paying.ts'
import { readPaymentMode } from '../../storage/payment-mode.ts'
import type { Reader } from '../../storage/storage.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { billing, news: said, paying } = english

export async function storyOfRenewal(
  { payer, period }: Extract<News, { readonly kind: 'renewal' }>,
  { reader, catalogue, url, now }: StoryContext,
): Promise<Story | null> {
  const today = toWallTime(catalogue.zone, now).date
  const [draft] = await loadDrafts(reader, catalogue, [payerOf(payer)], period)
  const renewal = draft === undefined ? null : renewalOf(draft, today)
  if (renewal === null) return null
  const first = firstMethod(await methodsOf(reader, payer))
  return {
    ...plain,
    values: {
      amount: billing.money(renewal.total),
      date: billing.fullDate(period.until),
      plan: [...new Set(renewal.plans)].join(', '),
      how: first === null ? '' : said.chargedTo(paying.methodName(first)),
    },
    action: { label: said.openPlan, url: `${url}/me` },
  }
}

export async function storyOfCard(
  { payer, methodId, expires }: Extract<News, { readonly kind: 'card-ending' }>,
  { reader, catalogue, url, now }: StoryContext,
): Promise<Story | null> {
  const today = toWallTime(catalogue.zone, now).date
  const ending = cardsEnding(await methodsOf(reader, payer), today)
  const found = ending.find(({ method }) => method.id === methodId)
  // Its bank may have given it another end, and its payer another card.
  const isSame =
    found?.method.expires?.year === expires.year && found.method.expires.month === expires.month
  if (found === undefined || !isSame) return null
  return {
    ...plain,
    values: {
      card: paying.methodName(found.method),
      date: billing.fullDate(lastDayOf(expires)),
    },
    action: { label: paying.changeCard, url: `${url}/me/payment-methods` },
  }
}

async function methodsOf(reader: Reader, payer: string) {
  const mode = (await readPaymentMode(reader)) ?? ''
  return (await loadPayer(reader, payer, mode)).payMethods
}
