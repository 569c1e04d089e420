/** News of deposits: what is asked for, what came, what is kept of it and why, and what goes back. */

import { leftOf } from '../../../domain/billing/fund.ts'
import { isLive } from '../../../domain/billing/paying/attempt.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import type { DepositNewsKind, News } from '../../../domain/news/news.ts'
import type { Values } from '../../../domain/news/template.ts'
import { english } from '../../../domain/words/words.ts'
import { asksOfPayers, findAsk } from '../../storage/load-deposits.ts'
import { findFund } from '../../storage/load-funds.ts'
import { attemptsOf } from '../../storage/load-paying.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { billing, funds, news: said } = english

type DepositNews = Extract<News, { readonly kind: DepositNewsKind }>

export async function storyOfDeposit(
  news: DepositNews,
  context: StoryContext,
): Promise<Story | null> {
  const isAsked = news.kind === 'deposit-asked' || news.kind === 'deposit-not-paid'
  const values = isAsked ? await askValues(news, context) : await fundValues(news, context)
  if (values === null) return null
  const isForBooks = news.kind === 'deposit-not-returned-team'
  const billId = news.kind === 'deposit-kept' ? await damageOf(news, context) : null
  if (billId !== null) {
    return {
      ...plain,
      values,
      action: { label: said.openBill, url: `${context.url}/bills/${billId}` },
    }
  }
  const url = `${context.url}${isForBooks ? '/operator/money/funds' : '/me/bills'}`
  return {
    ...plain,
    values,
    action: { label: isForBooks ? said.openBooks : said.openDeposit, url },
  }
}

/** Paid, withdrawn or taken back meanwhile there is nothing to say any more (NEWS-10). */
async function askValues(
  { kind, depositId, cause }: DepositNews,
  { reader }: StoryContext,
): Promise<Values | null> {
  const ask = await findAsk(reader, depositId)
  const open = ask === null ? [] : await asksOfPayers(reader, [payerId(ask.payer)])
  if (ask === null || !open.some(({ id }) => id === ask.id)) return null
  const attempts = await attemptsOf(reader, [depositId])
  const attempt = attempts.find(({ id }) => id === cause)
  if (kind === 'deposit-not-paid' && attempts.some((one) => isLive(one) && one.id !== cause)) {
    return null
  }
  const { plan, amount, dueOn } = ask
  const card = attempt?.method?.label ?? ''
  return { plan, amount: billing.money(amount), due: billing.fullDate(dueOn), card }
}

/** The document of what was kept; what was kept before there were any has none. */
async function damageOf(
  { depositId, cause }: DepositNews,
  { reader }: StoryContext,
): Promise<string | null> {
  const story = await findFund(reader, depositId)
  return story?.moves.find(({ id }) => id === cause)?.billId ?? null
}

async function fundValues(
  { depositId, cause }: DepositNews,
  { reader }: StoryContext,
): Promise<Values | null> {
  const story = await findFund(reader, depositId)
  if (story === null) return null
  const move = story.moves.find(({ id }) => id === cause) ?? null
  const { reason, payerName, amount } = story.fund
  const left = leftOf(story)
  return {
    ...{ plan: reason, payer: payerName, amount: billing.money(move?.amount ?? amount) },
    reason: move === null || move.reference === '' ? '' : funds.because(move.reference),
    left: left.amountMinor === 0 ? said.nothingLeft : said.leftOfIt(billing.money(left)),
  }
}
