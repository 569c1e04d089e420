/**
 * `GET /api/billing/<site>/funds`: credits and deposits, those that are asked for, and who pays here; `…/promos`: codes and how often they were redeemed; `…/tax-ids`: tax
 * numbers that payers have said. For who keeps the books, and noted in the audit trail.
 */
import type { Context } from 'hono'
import { mayCommand } from '../../domain/access/permissions.ts'
import { comesBackOn, type DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import type { FundStory } from '../../domain/billing/fund.ts'
import { failuresOf } from '../../domain/billing/paying/dunning.ts'
import { isId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { billTosOf } from '../storage/bill-tos.ts'
import { payersOfSite } from '../storage/load-bills.ts'
import { asksOfSite } from '../storage/load-deposits.ts'
import { fundsOfSite } from '../storage/load-funds.ts'
import { findMemberships } from '../storage/load-memberships.ts'
import { attemptsOf } from '../storage/load-paying.ts'
import { promosOfSite } from '../storage/load-promos.ts'
import type { Reader, Storage } from '../storage/storage.ts'

export function fundRoutes(storage: Storage, now: () => Instant): Routes {
  const { read } = storage
  return (app, signedInOf) => {
    /** Null once it is noted; else the answer that there is nothing here for them. */
    async function refuse(context: Context, siteId: string, detail: string) {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || !mayCommand(principal, 'bills.read')) return notFound(context)
      const entry = { at: now(), actor: principal.memberId, command: 'bills.read' }
      await storage.transaction((tx) =>
        tx
          .insertInto('audit')
          .values({ ...entry, subject: siteId, detail })
          .execute(),
      )
      return null
    }

    app.get('/api/billing/:site/promos', async (context) => {
      const siteId = context.req.param('site')
      const refusal = await refuse(context, siteId, 'promos')
      if (refusal !== null) return refusal
      const teams = read.selectFrom('team').select(['id', 'name']).orderBy('name')
      return context.json({
        promos: await promosOfSite(read, siteId),
        teams: await teams.execute(),
      })
    })

    app.get('/api/billing/:site/tax-ids', async (context) => {
      const siteId = context.req.param('site')
      const refusal = await refuse(context, siteId, 'tax ids')
      if (refusal !== null) return refusal
      const known = await billTosOf(read, await payersOfSite(read, siteId))
      return context.json(known.filter(({ taxId }) => taxId !== ''))
    })

    app.get('/api/billing/:site/funds', async (context) => {
      const siteId = context.req.param('site')
      const refusal = await refuse(context, siteId, 'funds')
      if (refusal !== null) return refusal
      const funds = await fundsOfSite(read, siteId, limits.billsListedMax)
      const asks = await asksOfSite(read, siteId, limits.billsListedMax)
      const payers = await namedPayers(read, siteId)
      return context.json({ ...(await withEnds(read, funds, asks)), payers })
    })
  }
}

/** Deposits that are asked for, each with the day on which a card last said no; and until when the plans last that others were given for. */
async function withEnds(reader: Reader, funds: readonly FundStory[], asks: readonly DepositAsk[]) {
  const attempts = await attemptsOf(
    reader,
    asks.map(({ id }) => id),
  )
  const failedOn = (id: string) =>
    failuresOf(attempts.filter(({ purpose }) => purpose.id === id)).at(-1)?.on ?? null
  const ids = funds.flatMap(({ fund }) => fund.membershipId ?? [])
  const memberships = await findMemberships(reader, ids)
  return {
    asks: asks.map((ask) => ({ ...ask, failedOn: failedOn(ask.id) })),
    funds: funds.map((story) => {
      const on = comesBackOn(story.fund.membershipId, memberships)
      return { ...story, comesBackOn: on }
    }),
  }
}

/** Teams first, then members who pay for themselves, by name. */
async function namedPayers(reader: Reader, siteId: string) {
  const teams = await reader.selectFrom('team').select(['id', 'name']).orderBy('name').execute()
  const members = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select(['member.id', 'member.name'])
    .where('member_site.site_id', '=', siteId)
    .where('team_id', 'is', null)
    .orderBy('member.name')
    .execute()
  return [...teams, ...members]
}
