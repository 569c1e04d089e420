/**
 * What nobody does is told too: a bill that comes near, a card or a pass that ends, a debt that grows older. Once a day, before the quiet hours of
 * a location end, somebody looks at all of it. What was told stays told once, so a day looked at twice says nothing twice, and one that nobody
 * looked at is made up for.
 *
 *   every ten minutes ─▶ is it time anywhere? ─▶ job of that location and day ─▶ news, as rows
 */
import { payerId, payerOf } from '../../domain/billing/bill.ts'
import { dunningOf } from '../../domain/billing/paying/dunning.ts'
import { frozenLots } from '../../domain/bookings/lots/frozen-lots.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import { cardsEnding, isSoonOver, periodAhead, renewalOf } from '../../domain/news/ahead.ts'
import type { News } from '../../domain/news/news.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { addMs, DAY_MS, type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { findBills, payersOfSite } from '../storage/load-bills.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import { usesOfLots } from '../storage/load-lots.ts'
import { attemptsOf, loadPayers, unpaidOf } from '../storage/load-paying.ts'
import { parseKept } from '../storage/parse-kept.ts'
import { readPaymentMode } from '../storage/payment-mode.ts'
import type { Reader, Storage } from '../storage/storage.ts'
import { type Clock, every } from '../sync/clock.ts'
import { readersOf } from './tell-money.ts'
import { type Telling, writeNews } from './write-news.ts'

const LOOK = 'news.look-ahead'
const LOOK_EVERY_MS = 10 * MINUTE_MS
/** So long before quiet hours end, so that what is found goes out when they do. */
const BEFORE_MINUTES = 30

/** Beside everything else: asks again and again whether it is time anywhere. */
export function keepLookingAhead(
  storage: Storage,
  clock: Clock,
  log: (line: string) => void,
): () => void {
  return every(clock, LOOK_EVERY_MS, async () => {
    try {
      await storage.transaction(async (tx) =>
        enqueue(tx, await looksDue(tx, toInstant(clock.now()))),
      )
    } catch (error) {
      log(`Nobody looked at what is ahead: ${String(error)}`)
    }
  })
}

/** One a location and day. */
export async function looksDue(reader: Reader, now: Instant): Promise<readonly Job[]> {
  const sites = await reader.selectFrom('site').select('id').orderBy('id').execute()
  const jobs: Job[] = []
  for (const { id } of sites) {
    const catalogue = await loadCatalogue(reader, id)
    if (catalogue === null) continue
    const { date, minute } = toWallTime(catalogue.zone, now)
    if (minute < Math.max(0, catalogue.site.news.quietUntil - BEFORE_MINUTES)) continue
    jobs.push({ key: `${LOOK}:${id}:${date}`, kind: LOOK, runAt: now, body: { siteId: id } })
  }
  return jobs
}

export function makeLookAhead(storage: Storage): readonly [string, JobHandler] {
  return [
    LOOK,
    async (body, now) => {
      const { siteId } = body as { readonly siteId: string } // written above
      const catalogue = await loadCatalogue(storage.read, siteId)
      if (catalogue === null) return
      const today = toWallTime(catalogue.zone, now).date
      for (const look of [debts, cards, lots, renewals]) {
        const found = await look(storage.read, catalogue, today, now)
        for (let from = 0; from < found.length; from += limits.billsPerStepMax) {
          const part = found.slice(from, from + limits.billsPerStepMax)
          const tellings = await tellingsOf(storage.read, catalogue, part)
          await storage.transaction((tx) => writeNews(tx, tellings, now))
        }
      }
    },
  ]
}

/** News for whoever pays, or holds. */
interface Found {
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

async function tellingsOf(
  reader: Reader,
  site: Catalogue,
  found: readonly Found[],
): Promise<readonly Telling[]> {
  const told: { memberId: string; news: News }[] = []
  for (const { to, news } of found) {
    for (const memberId of await readersOf(reader, to)) told.push({ memberId, news })
  }
  const members = await loadActors(
    reader,
    told.map(({ memberId }) => memberId),
  )
  return told.flatMap(({ memberId, news }) => {
    const member = members.get(memberId)
    return member === undefined ? [] : [{ member, site, news }]
  })
}
