/** What the processor tells of its own accord, and what it tells when it is asked what happened meanwhile. */
import type { Instant } from '../../../domain/values/instant.ts'
import type { GatewayAnswer, GatewayFact, Page, PaymentGateway, Subject } from '../gateway.ts'
import { answered, believe } from './answered.ts'
import { readEvent, verifyEvent } from './events.ts'
import type { Door } from './open-gateway.ts'
import { readMovement, readPayment, readRefund } from './read-objects.ts'

const PAGE = 100

/** What is looked at again, each by the part of the adapter that knows it. */
type Parts = Pick<PaymentGateway, 'payments' | 'refunds' | 'checkout' | 'methods' | 'disputes'>

export function feedOf(
  { stripe, isLive }: Door,
  parts: Parts,
  { webhookSecrets, now }: { readonly webhookSecrets: readonly string[]; now(): Instant },
): PaymentGateway['feed'] {
  return {
    verify: (rawBody, signature) => verifyEvent(stripe, webhookSecrets, rawBody, signature, now()),
    fetch: (subject) => fetchFact(parts, subject),
    listSince: (since, after) =>
      answered(async () => {
        const found = await stripe.events.list(pageAfter(since, after))
        believe(found?.object === 'list' && Array.isArray(found.data), 'it is a list')
        const items = found.data.map(readEvent).filter((one) => one !== null)
        return pageOf(items, found)
      }),
    balanceSince: (since, after) =>
      answered(async () => {
        const found = await stripe.balanceTransactions.list(pageAfter(since, after))
        believe(found?.object === 'list' && Array.isArray(found.data), 'it is a list')
        return pageOf(found.data.map(readMovement), found)
      }),
    paymentsSince: (since, after) =>
      answered(async () => {
        const found = await stripe.paymentIntents.list(pageAfter(since, after))
        believe(found?.object === 'list' && Array.isArray(found.data), 'it is a list')
        const read = found.data.map((one) => readPayment(one, isLive))
        return pageOf(read, found)
      }),
    refundsSince: (since, after) =>
      answered(async () => {
        const found = await stripe.refunds.list(pageAfter(since, after))
        believe(found?.object === 'list' && Array.isArray(found.data), 'it is a list')
        return pageOf(found.data.map(readRefund), found)
      }),
  }
}

async function fetchFact(
  { payments, refunds, checkout, methods, disputes }: Parts,
  { kind, id }: Subject,
): Promise<GatewayAnswer<GatewayFact | null>> {
  switch (kind) {
    case 'payment':
      return mapped(await payments.get(id), (payment) => ({ kind: 'payment', payment }))
    case 'refund':
      return mapped(await refunds.get(id), (refund) => ({ kind: 'refund', refund }))
    case 'checkout':
      return mapped(await checkout.get(id), (found) => ({ kind: 'checkout', checkout: found }))
    case 'method':
      return mapped(await methods.get(id), (method) => ({ kind: 'method', method }))
    case 'dispute':
      return mapped(await disputes.get(id), (dispute) => ({ kind: 'dispute', dispute }))
    case 'setup':
    case 'other':
      // A setup is told of by the page it belongs to.
      return { ok: true, value: null }
  }
}

function mapped<From>(
  answer: GatewayAnswer<From>,
  toFact: (value: From) => GatewayFact,
): GatewayAnswer<GatewayFact> {
  return answer.ok ? { ok: true, value: toFact(answer.value) } : answer
}

function pageAfter(since: Instant, after: string | null) {
  const created = { gte: Math.floor(since / 1000) }
  return { created, limit: PAGE, ...(after === null ? {} : { starting_after: after }) }
}

function pageOf<Item>(
  items: readonly Item[],
  { data, has_more }: { readonly data: readonly { readonly id: string }[]; has_more: boolean },
): Page<Item> {
  return { items, next: has_more ? (data.at(-1)?.id ?? null) : null }
}
