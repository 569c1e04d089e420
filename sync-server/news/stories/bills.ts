/** News of bills: what is asked for, what came, what went back, and what happens where a card was declined. */
import { purposesOf } from '../../../domain/billing/booked-bill.ts'
import type { PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { failuresOf } from '../../../domain/billing/paying/dunning.ts'
import { firstMethod } from '../../../domain/billing/paying/pay-methods.ts'
import { payStanding } from '../../../domain/billing/paying/pay-standing.ts'
import { type BillStory, openOf } from '../../../domain/billing/payment.ts'
import type { BillNewsKind, News } from '../../../domain/news/news.ts'
import type { Values } from '../../../domain/news/template.ts'
import type { BillId } from '../../../domain/values/ids.ts'
import { absolute } from '../../../domain/values/money.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import type { Link } from '../../mail/letter.ts'
import { findBill } from '../../storage/load-bills.ts'
import { attemptsOf, loadPayer, refundsOf } from '../../storage/load-paying.ts'
import { readPaymentMode } from '../../storage/payment-mode.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { billing, news: said, paying } = english

type BillNews = Extract<News, { readonly kind: BillNewsKind }>

export async function storyOfBill(news: BillNews, context: StoryContext): Promise<Story | null> {
  const { kind, billId, cause } = news
  const { reader, url } = context
  const story = await findBill(reader, billId)
  if (story === null) return null
  const attempts = await attemptsOf(reader, purposesOf(billId))
  if (!isStillSo(news, story, attempts, context)) return null
  return {
    ...plain,
    values: {
      ...billValues(story, cause),
      ...(await amountOfRefund(context, news)),
      how: howPaid(story, attempts, cause),
      ...(await standingValues(context, story, attempts)),
    },
    action: actionOf(kind, billId, cause, url),
  }
}

/** What was paid meanwhile failed nobody any more (NEWS-10). */
function isStillSo(
  { kind, cause }: BillNews,
  story: BillStory,
  attempts: readonly PaymentAttempt[],
  { catalogue, now }: StoryContext,
): boolean {
  const isOpen = openOf(story).amountMinor > 0
  const attempt = attempts.find(({ id }) => id === cause)
  switch (kind) {
    case 'billed':
    case 'paid':
    case 'paid-back':
    case 'credited':
    case 'refund-failed':
    case 'refund-failed-team':
      return true
    case 'pay-failed':
      return isOpen && attempt?.standing.state === 'declined'
    case 'pay-action':
      return isOpen && attempt?.standing.state === 'action-needed'
    case 'overdue':
    case 'blocked': {
      const today = toWallTime(catalogue.zone, now).date
      const settings = catalogue.site.billing.dunning
      const standing = payStanding({ story, attempts, hasMethod: true, settings, today })
      return standing.dunning?.state === kind
    }
  }
}

export function billValues(story: BillStory, cause: string): Values {
  const { bill, payments, credits } = story
  const payment = payments.find(({ id }) => id === cause)
  const credit = credits.find(({ id }) => id === cause)
  const open = openOf(story)
  const isOpen = open.amountMinor > 0
  return {
    number: bill.number,
    payer: bill.payerName,
    amount: billing.money(
      absolute(payment?.amount ?? credit?.total ?? (isOpen ? open : bill.total)),
    ),
    period: billing.period(bill.period),
    due: billing.fullDate(bill.dueOn),
    open: isOpen ? said.stillOpen(billing.money(open)) : said.nothingOpen,
  }
}

async function amountOfRefund(
  { reader }: StoryContext,
  { billId, cause }: BillNews,
): Promise<Values> {
  const refund = (await refundsOf(reader, [billId])).find(({ id }) => id === cause)
  return refund === undefined ? {} : { amount: billing.money(refund.amount) }
}

/** With which card it was paid, and that it was the second where the first was declined (P-03). */
function howPaid(
  { payments }: BillStory,
  attempts: readonly PaymentAttempt[],
  cause: string,
): string {
  const payment = payments.find(({ id }) => id === cause)
  if (payment === undefined) return ''
  const attempt = attempts.find(({ id }) => id === cause)
  const label = attempt?.method?.label ?? payment.reference
  if (payment.method !== 'card') return said.paid[payment.method]
  if (attempt?.method?.isBackup !== true) return label === '' ? '' : said.paidBy(label)
  const declined = failuresOf(attempts).at(-1)?.method.label ?? ''
  return said.paidByBackup(label, declined)
}

/** What failed, what happens next, and what its payer is kept from meanwhile (D-49). */
async function standingValues(
  { reader, catalogue, now }: StoryContext,
  story: BillStory,
  attempts: readonly PaymentAttempt[],
): Promise<Values> {
  const mode = (await readPaymentMode(reader)) ?? ''
  const [last] = attempts
  const payer = last === undefined ? null : await loadPayer(reader, last.payerId, mode)
  const { dunning, nextTry, block } = payStanding({
    ...{ story, attempts, settings: catalogue.site.billing.dunning },
    hasMethod: payer !== null && firstMethod(payer.payMethods) !== null,
    today: toWallTime(catalogue.zone, now).date,
  })
  if (dunning === null) return { why: '', next: '', kept: '' }
  const { method, why, on } = dunning.last
  return {
    why: paying.failed(method.label, why, on),
    next: nextTry === null ? paying.noNextTry : paying.nextTry(nextTry),
    kept: paying.blocked(block),
  }
}

function actionOf(kind: BillNewsKind, billId: BillId, cause: string, url: string): Link {
  const bill = `${url}/bills/${billId}`
  switch (kind) {
    case 'billed':
    case 'credited':
    case 'refund-failed':
      return { label: said.openBill, url: bill }
    // The paper of the payment is marked there, and can be opened without a network too.
    case 'paid':
    case 'paid-back':
      return { label: said.openReceipt, url: `${bill}#${cause}` }
    case 'pay-action':
      return { label: paying.confirm, url: bill }
    case 'pay-failed':
    case 'overdue':
    case 'blocked':
      return { label: paying.changeCard, url: `${url}/me/payment-methods` }
    case 'refund-failed-team':
      return { label: said.openBooks, url: `${url}/operator/money` }
  }
}
