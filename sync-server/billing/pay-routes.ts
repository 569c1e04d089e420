/**
 * What payers do about money themselves, each only with a connection and answered when it is done: `POST /api/pay/bills/<bill>` leads to the
 * page on which it is paid, `…/look` asks how that went; `POST /api/pay/bookings/<booking>` and its `…/look` do the same for one that is held for it, and `…/deposits/<deposit>` for one that a plan asks for; `POST /api/pay/methods` leads to where a card is entered, `…/look` asks for it,
 * `POST /api/pay/methods/<method>/first` and `…/backup` put them in order, and `DELETE` removes one. No amount is ever read from a request.
 */
import type { Context } from 'hono'
import type { Principal } from '../../domain/access/permissions.ts'
import { liveAttempt, type Purpose } from '../../domain/billing/paying/attempt.ts'
import { paidAs } from '../../domain/bookings/prepaid/pay-together.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import { HOUR_MS } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { paying as said } from '../../domain/words/english/paying.ts'
import { makeAttempts } from '../auth/attempts.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes, SignedInOf } from '../http/routes.ts'
import { findBill } from '../storage/load-bills.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { findAsk } from '../storage/load-deposits.ts'
import { attemptsOf, loadPayer } from '../storage/load-paying.ts'
import type { Reader } from '../storage/storage.ts'
import { raiseAlone } from './feed/alarms.ts'
import { ask } from './paying/ask.ts'
import {
  agreeToBackup,
  hasNoRoom,
  lookForMethods,
  putFirst,
  removeMethod,
  startAdding,
} from './paying/methods.ts'
import { payOnPage } from './paying/pay-on-page.ts'
import type { PayingPorts } from './paying/ports.ts'

type App = Parameters<Routes>[0]

export function payRoutes(ports: PayingPorts): Routes {
  return (app, signedInOf) => {
    const mayOpen = openings(ports, signedInOf)
    payOnPages(app, ports, signedInOf, mayOpen)
    keepMethods(app, ports, signedInOf, mayOpen)
  }
}

/** Null: one more page for whoever asks. Each would otherwise be a try of a stolen card. */
type MayOpen = (context: Context) => Promise<Response | null>

function openings({ storage, now, log }: PayingPorts, signedInOf: SignedInOf): MayOpen {
  const opened = makeAttempts(limits.payPagesPerHourMax, HOUR_MS, now)
  return async (context) => {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    const { memberId } = signedIn.principal
    if (opened.take(memberId)) return null
    const about = `${memberId}, ${new Date(now()).toISOString().slice(0, 10)}`
    log(`More payment pages than anybody needs: ${about}`)
    await raiseAlone(storage, { kind: 'many-pages', about, at: now() })
    return fail(context, 429, 'slow-down', said.tooOften)
  }
}

function payOnPages(app: App, ports: PayingPorts, signedInOf: SignedInOf, mayOpen: MayOpen): void {
  const { read } = ports.storage

  /** A bill or a booking of somebody else is none. */
  async function ownPurpose(context: Context): Promise<Purpose | Response> {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    const { bill, booking, deposit } = context.req.param()
    const payers = await payersOf(read, signedIn.principal)
    if (booking !== undefined) {
      const own = await findBooking(read, booking)
      const isOwn = own?.isPrepaid === true && payers.includes(own.memberId)
      return isOwn ? { kind: 'booking', id: paidAs(own) } : notFound(context)
    }
    if (deposit !== undefined) {
      const ask = await findAsk(read, deposit)
      const isOwn = ask !== null && payers.includes(payerId(ask.payer))
      return isOwn ? { kind: 'deposit', id: ask.id } : notFound(context)
    }
    const story = await findBill(read, bill ?? '')
    const isOwn = story !== null && payers.includes(payerId(story.bill.payer))
    return isOwn ? { kind: 'bill', id: story.bill.id } : notFound(context)
  }

  async function pay(context: Context): Promise<Response> {
    const purpose = await ownPurpose(context)
    if (purpose instanceof Response) return purpose
    const tooMany = await mayOpen(context)
    if (tooMany !== null) return tooMany
    const answer = await payOnPage(ports, purpose)
    switch (answer.kind) {
      case 'redirect':
      case 'paid':
        return context.json(answer)
      case 'busy':
        return fail(context, 409, 'busy', said.busy)
      case 'too-little':
        return fail(context, 409, 'too-little', said.tooLittle)
      case 'away':
        return fail(context, 503, 'away', said.away)
    }
  }

  async function look(context: Context): Promise<Response> {
    const purpose = await ownPurpose(context)
    if (purpose instanceof Response) return purpose
    const live = liveAttempt(await attemptsOf(read, [purpose.id]))
    if (live !== null) await ask(ports, live)
    return context.json({ looked: true })
  }

  for (const what of ['bills/:bill', 'bookings/:booking', 'deposits/:deposit']) {
    app.post(`/api/pay/${what}`, pay)
    app.post(`/api/pay/${what}/look`, look)
  }
}

function keepMethods(app: App, ports: PayingPorts, signedInOf: SignedInOf, mayOpen: MayOpen): void {
  const { read } = ports.storage

  /** Who they pay as: themselves, or the team they manage; somebody in a team pays nothing of their own. */
  async function ownPayer(context: Context): Promise<string | Response> {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    return (await payersOf(read, signedIn.principal)).at(-1) ?? notFound(context)
  }

  /** The payer of a method, which must be theirs. */
  async function ownMethod(context: Context): Promise<readonly [string, string] | Response> {
    const payer = await ownPayer(context)
    if (payer instanceof Response) return payer
    const methodId = context.req.param('method') ?? ''
    const { payMethods } = await loadPayer(read, payer, ports.gateway.mode)
    const isOwn = payMethods.methods.some(({ id }) => id === methodId)
    return isOwn ? [payer, methodId] : notFound(context)
  }

  app.post('/api/pay/methods', async (context) => {
    const payer = await ownPayer(context)
    if (payer instanceof Response) return payer
    if (await hasNoRoom(ports, payer)) return full(context)
    const tooMany = await mayOpen(context)
    if (tooMany !== null) return tooMany
    const signedIn = await signedInOf(context)
    const site = await loadSite(read, signedIn?.principal.siteIds[0] ?? '')
    const url = site === null ? null : await startAdding(ports, payer, site.currency)
    if (url === null) return fail(context, 503, 'away', said.away)
    return context.json({ kind: 'redirect', url })
  })

  app.post('/api/pay/methods/look', async (context) => {
    const payer = await ownPayer(context)
    if (payer instanceof Response) return payer
    return (await lookForMethods(ports, payer)) ? context.json({ looked: true }) : full(context)
  })

  app.post('/api/pay/methods/:method/first', async (context) => {
    const own = await ownMethod(context)
    if (own instanceof Response) return own
    return (await putFirst(ports, ...own)) ? context.json({ done: true }) : notPossible(context)
  })

  app.post('/api/pay/methods/:method/backup', async (context) => {
    const own = await ownMethod(context)
    if (own instanceof Response) return own
    const [payer, methodId] = own
    const isAgreed = (await readBody(context))?.['isAgreed'] === true
    const isDone = await agreeToBackup(ports, payer, isAgreed ? methodId : null)
    return isDone ? context.json({ done: true }) : notPossible(context)
  })

  app.delete('/api/pay/methods/:method', async (context) => {
    const own = await ownMethod(context)
    if (own instanceof Response) return own
    const why = await removeMethod(ports, ...own)
    if (why === null) return context.json({ done: true })
    if (why === 'away') return fail(context, 503, 'away', said.away)
    return fail(context, 409, why, said.kept[why])
  })
}

function full(context: Context): Response {
  return fail(context, 409, 'full', said.methodsFull(limits.payMethodsMax))
}

function notPossible(context: Context): Response {
  return fail(context, 409, 'not-possible', said.notPossible)
}

/** Whom somebody may pay for: themselves, and the teams they manage. */
async function payersOf(reader: Reader, { memberId }: Principal): Promise<readonly string[]> {
  const teams = reader.selectFrom('team').select('id').where('manager_id', '=', memberId)
  return [memberId, ...(await teams.execute()).map(({ id }) => id)]
}
