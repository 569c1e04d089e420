/**
 * What who keeps the books reads, each noted in the audit trail: `GET /api/billing/<site>` how bills stand and how far runs have come,
 * `…/preview?from=` what would be issued, `…/accounts?from=&until=` rows for the accountant, and `GET /api/bills/<bill>` one bill. Who manages a team reads what it would
 * be billed: `GET /api/bills/next/<site>`.
 */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { accountsCsv } from '../../domain/billing/accounts-csv.ts'
import { isIssuable } from '../../domain/billing/bill.ts'
import { periodOf } from '../../domain/billing/billing-period.ts'
import { nextPeriodOf } from '../../domain/billing/next-bill.ts'
import { payerOf } from '../../domain/memberships/holder.ts'
import { isId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { isLocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { amounts } from '../../domain/words/english/amounts.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { billsOfPayers, billsOfSite, findBill, payersOfSite } from '../storage/load-bills.ts'
import { loadCatalogue, loadSite } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import type { Storage } from '../storage/storage.ts'
import { fundRoutes } from './fund-routes.ts'
import { listedBills } from './listed-bills.ts'
import { payingBooks } from './paying/books.ts'
import { runsOfSite } from './run.ts'

export function billRoutes(storage: Storage, now: () => Instant): Routes {
  const { read } = storage

  async function note({ memberId }: Principal, subject: string, detail: string): Promise<void> {
    const entry = { at: now(), actor: memberId, command: 'bills.read', subject, detail }
    await storage.transaction((tx) => tx.insertInto('audit').values(entry).execute())
  }

  const funds = fundRoutes(storage, now)

  return (app, signedInOf) => {
    funds(app, signedInOf)
    /** The reader of a location's books, or the answer that there is nothing here for them. */
    async function readerAt(context: Context, siteId: string): Promise<Principal | Response> {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      return isOwn && mayCommand(principal, 'bills.read') ? principal : notFound(context)
    }

    app.get('/api/billing/:site', async (context) => {
      const siteId = context.req.param('site')
      const reader = await readerAt(context, siteId)
      if (reader instanceof Response) return reader
      await note(reader, siteId, 'bills')
      const since = new Date(now() - limits.billMonthsKept * 31 * DAY_MS).toISOString()
      const most = { newest: limits.billsListedMax, unsettled: limits.unsettledListedMax }
      const stories = await listedBills(read, siteId, since.slice(0, 10), most)
      // A list needs no lines; the bill itself has them.
      const bills = stories.map((story) => ({ ...story, bill: { ...story.bill, lines: [] } }))
      const paying = await payingBooks(read, stories)
      return context.json({ bills, runs: await runsOfSite(read, siteId), paying })
    })

    app.get('/api/billing/:site/preview', async (context) => {
      const siteId = context.req.param('site')
      const reader = await readerAt(context, siteId)
      if (reader instanceof Response) return reader
      const from = context.req.query('from')
      const catalogue = await loadCatalogue(read, siteId)
      if (catalogue === null || !isLocalDate(from)) return notFound(context)
      await note(reader, siteId, `preview of ${from}`)
      const period = periodOf(catalogue.site.billing.billingDay, from)
      const payers = (await payersOfSite(read, siteId)).map(payerOf)
      const drafts = await loadDrafts(read, catalogue, payers, period)
      const told = drafts.filter(({ lines }) => lines.length > 0)
      const rows = told.map(({ payer, payerName, total, lines }) => ({
        ...{ payer, payerName, total, lines: lines.length },
        isIssued: isIssuable({ total }),
      }))
      const today = toWallTime(catalogue.zone, now()).date
      return context.json({ period, isOver: period.until <= today, bills: rows })
    })

    app.get('/api/billing/:site/accounts', async (context) => {
      const siteId = context.req.param('site')
      const reader = await readerAt(context, siteId)
      if (reader instanceof Response) return reader
      const { from, until } = context.req.query()
      const site = await loadSite(read, siteId)
      if (site === null || !isLocalDate(from) || !isLocalDate(until)) return notFound(context)
      await note(reader, siteId, `accounts from ${from} until ${until}`)
      // Money may be noted long after its bill, so every bill is looked at.
      const stories = await billsOfSite(read, siteId, '', Number.MAX_SAFE_INTEGER)
      const digits = amounts.currencyDigits(site.currency)
      return context.body(accountsCsv(stories, from, until, digits), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="accounts-${from}.csv"`,
      })
    })

    app.get('/api/bills/next/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { memberId, siteIds } = signedIn.principal
      const siteId = context.req.param('site')
      const team = read.selectFrom('team').select('id').where('manager_id', '=', memberId)
      const managed = await team.executeTakeFirst()
      const catalogue = await loadCatalogue(read, siteId)
      const isOwn = isId('site', siteId) && siteIds.includes(siteId)
      if (!isOwn || catalogue === null || managed === undefined) return notFound(context)
      const bills = await billsOfPayers(read, [managed.id], '')
      const { billingDay } = catalogue.site.billing
      const period = nextPeriodOf(billingDay, bills, toWallTime(catalogue.zone, now()).date)
      const [draft] = await loadDrafts(read, catalogue, [payerOf(managed.id)], period)
      return context.json(draft ?? null)
    })

    app.get('/api/bills/:bill', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const story = await findBill(read, context.req.param('bill'))
      const isOwn = story !== null && principal.siteIds.includes(story.bill.siteId)
      if (!isOwn || !mayCommand(principal, 'bills.read')) return notFound(context)
      await note(principal, story.bill.id, 'bill')
      return context.json(story)
    })
  }
}
