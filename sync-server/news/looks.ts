/** What is looked at each day: debts that grow older, cards and passes that end, bills that come near, and what is announced from today on. */

import { dunningOf } from '../../domain/billing/paying/dunning.ts'
import { frozenLots } from '../../domain/bookings/lots/frozen-lots.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { cameOver, carriedPeriods, planLotsOf } from '../../domain/bookings/lots/plan-lots.ts'
import { leftOf } from '../../domain/bookings/lots/use-of.ts'
import { shownTo } from '../../domain/community/events/announcement.ts'
import { type Holder, payerId, payerOf } from '../../domain/memberships/holder.ts'
import { cardsEnding, isSoonOver, periodAhead, renewalOf } from '../../domain/news/ahead.ts'
import type { News } from '../../domain/news/news.ts'
import { newsKey } from '../../domain/news/news-key.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { toId } from '../../domain/values/ids.ts'
import { addMs, DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { findBills, payersOfSite } from '../storage/load-bills.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import { announcementsOfSite } from '../storage/load-happenings.ts'
import { usesOfAllowances, usesOfLots } from '../storage/load-lots.ts'
import { attemptsOf, loadPayers, unpaidOf } from '../storage/load-paying.ts'
import { parseKept } from '../storage/parse-kept.ts'
import { readPaymentMode } from '../storage/payment-mode.ts'
import type { Reader } from '../storage/storage.ts'

/** News for whoever pays, or holds. */
export interface Found {
  readonly to: Holder
  readonly news: News
}

type Look = (
  reader: Reader,
  catalogue: Catalogue,
  today: LocalDate,
  now: Instant,
) => Promise<readonly Found[]>

/** Those that have become overdue, or long overdue (D-49). */
const debts: Look = async (reader, { site }, today) => {
  const unpaid = await unpaidOf(reader, await payersOfSite(reader, site.id))
  const here = unpaid.filter(({ siteId }) => siteId === site.id).map(({ billId }) => billId)
  const attempts = await attemptsOf(reader, here)
  return (await findBills(reader, here)).flatMap((story): readonly Found[] => {
    const { id: billId, payer } = story.bill
    const own = attempts.filter(({ purpose }) => purpose.id === billId)
    const dunning = dunningOf(story, own, site.billing.dunning, today)
    if (dunning === null || dunning.state === 'failed') return []
    const cause = `${billId}.${dunning.since}`
    return [{ to: payer, news: { kind: dunning.state, billId, cause } }]
  })
}

/** Of payers who are at home here: a card belongs to no location. */
const cards: Look = async (reader, { site }, today) => {
  const mode = await readPaymentMode(reader)
  if (mode === null) return []
  const payers = await loadPayers(reader, await payersAtHome(reader, site.id), mode)
  return [...payers.values()].flatMap(({ payMethods }) =>
    cardsEnding(payMethods, today).flatMap(({ method: { id: methodId, expires }, lead }) => {
      const { payerId: payer } = payMethods
      if (expires === null) return []
      const news: News = { kind: 'card-ending', payer, methodId, expires, lead }
      return [{ to: payerOf(payer), news }]
    }),
  )
}

async function payersAtHome(reader: Reader, siteId: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .leftJoin('team', 'team.manager_id', 'member.id')
    .select(['member.id', 'team.id as team_id'])
    .where('member_site.site_id', '=', siteId)
    .where('member_site.position', '=', 0)
    .execute()
  return [
    ...new Set(rows.flatMap(({ id, team_id }) => [id, ...(team_id === null ? [] : [team_id])])),
  ]
}

/** A pause may have given a pass a later end than the one that is written. */
const lots: Look = async (reader, { site, zone }, _today, now) => {
  const rows = await reader
    .selectFrom('lot')
    .select('body')
    .where('site_id', '=', site.id)
    .where('expires_at', '>', addMs(now, -limits.pauseDaysMax * DAY_MS))
    .where('expires_at', '<=', addMs(now, limits.lotEndDays * DAY_MS))
    .orderBy('id')
    .execute()
  const known = rows.map(({ body }) => parseKept<Lot>(body))
  const uses = await usesOfLots(
    reader,
    known.map(({ id }) => id),
  )
  const members = await loadActors(
    reader,
    known.flatMap(({ holder }) => (holder.kind === 'member' ? [holder.memberId] : [])),
  )
  return known.flatMap((lot): readonly Found[] => {
    const { holder, amount } = lot
    const member = holder.kind === 'member' ? members.get(holder.memberId) : undefined
    const [lasting] =
      member === undefined ? [lot] : frozenLots(zone, member, [{ ...lot, usedElsewhere: 0 }])
    const used = uses.filter((use) => use.lot.id === lot.id)
    const left = used.reduce((rest, use) => rest - use.amount, amount)
    if (lasting === undefined || lasting.expiresAt === null) return []
    if (!isSoonOver(lasting, left, now)) return []
    return [{ to: holder, news: { kind: 'expiring', lotId: lot.id, expiresAt: lasting.expiresAt } }]
  })
}

/** What came over from earlier periods of a membership and ends soon: it follows from the plan, and stands in no table. */
const carried: Look = async (reader, catalogue, today, now) => {
  const before = carriedPeriods(catalogue)
  if (before === 0) return []
  const ids = (await membersOfSite(reader, catalogue.site.id)).map(({ id }) => id)
  const members = await loadActors(reader, ids)
  const uses = await usesOfAllowances(reader, ids, now, before)
  return [...members.values()].flatMap((member) => {
    const wallet = { uses: uses.filter(({ memberId }) => memberId === member.id) }
    return planLotsOf({ catalogue, member, wallet }, now)
      .filter(
        (lot) => cameOver(lot, today) !== null && isSoonOver(lot, leftOf(lot, wallet.uses), now),
      )
      .flatMap(({ id: lotId, holder, expiresAt }): readonly Found[] =>
        expiresAt === null ? [] : [{ to: holder, news: { kind: 'expiring', lotId, expiresAt } }],
      )
  })
}

/** By the function that issues; the sum is worked out again when it is sent. */
const renewals: Look = async (reader, catalogue, today) => {
  const { billing, news } = catalogue.site
  const period = periodAhead(billing, news.renewalDays, today)
  if (period === null) return []
  const told = await toldOf(reader, catalogue.site.id, period.until)
  const payers = (await payersOfSite(reader, catalogue.site.id)).filter((id) => !told.has(id))
  const found: Found[] = []
  for (let from = 0; from < payers.length; from += limits.billsPerStepMax) {
    const part = payers.slice(from, from + limits.billsPerStepMax).map(payerOf)
    for (const draft of await loadDrafts(reader, catalogue, part, period)) {
      if (renewalOf(draft, today) === null) continue
      const { payer } = draft
      found.push({ to: payer, news: { kind: 'renewal', payer: payerId(payer), period } })
    }
  }
  return found
}

/**
 * On its first day, to those it is for, and when it is told again; in a week without anybody who looks it has become old. Who joins later finds it
 * in the portal, and so does everybody what is changed of it otherwise.
 */
const announcements: Look = async (reader, { site, zone }, today) => {
  const oldest = addDays(today, -limits.announcedWithinDays)
  const known = (await announcementsOfSite(reader, site.id)).filter(
    ({ from, edition, toldAt }) =>
      from > oldest || (edition > 1 && toWallTime(zone, toldAt).date > oldest),
  )
  const found: Found[] = []
  for (const one of known) {
    const { id: announcementId, edition } = one
    const news: News = { kind: 'announced', announcementId, edition }
    if (await isAnnounced(reader, news)) continue
    for (const member of await membersOfSite(reader, site.id)) {
      if (shownTo([one], member, today).length === 0) continue
      const to = { kind: 'member', memberId: member.id } as const
      found.push({ to, news })
    }
  }
  return found
}

async function isAnnounced(reader: Reader, news: News): Promise<boolean> {
  const row = reader.selectFrom('news').select('key').where('kind', '=', 'announced')
  return (await row.where('key', 'like', `${newsKey(news)}|%`).executeTakeFirst()) !== undefined
}

async function membersOfSite(reader: Reader, siteId: string) {
  const rows = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select(['member.id', 'tier_id'])
    .where('member_site.site_id', '=', siteId)
    .orderBy('member.id')
    .execute()
  return rows.map(({ id, tier_id }) => {
    const tierId = tier_id === null ? null : toId('tier', tier_id)
    return { id: toId('member', id), tierId }
  })
}

/** Payers who were told of the bill of a day: nobody works out two thousand bills on each of seven days. */
async function toldOf(reader: Reader, siteId: string, until: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('news')
    .select('key')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'renewal')
    .where('key', 'like', `renewal:%:${until}|%`)
    .execute()
  return new Set(rows.map(({ key }) => key.split(':')[1] ?? ''))
}

export const looks: readonly Look[] = [debts, cards, lots, carried, renewals, announcements]
