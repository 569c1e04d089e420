/** Writes facts inside the settlement's transaction and says which documents show them. */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import { isRequest } from '../../domain/bookings/approval/request-sections.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Series } from '../../domain/bookings/series/series.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { addDays, isoWeekOf } from '../../domain/values/local-date.ts'
import { forgetDocument } from '../storage/document-log.ts'
import { writeFavourite } from '../storage/favourites.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import type { Tx } from '../storage/storage.ts'
import { writePlan } from '../storage/write-plan.ts'
import type { Facts } from './kept-facts.ts'
import type { Fact } from './kind.ts'
import { postCharges, postOpening, postPass } from './post-charges.ts'
import { joinTouched, type ShownChange, type Touched, touchedWhole } from './shown.ts'
import { showBills, writeBills } from './write-bills.ts'
import { type BookingChange, joined, writeBookings } from './write-bookings.ts'
import { writeCorrections } from './write-corrections.ts'
import { isHappening, writeHappening } from './write-happenings.ts'
import { documentsOfTeams, writeLot, writeUses } from './write-lots.ts'
import { isOfMessages, writeMessages } from './write-messages.ts'
import { isOfMoney, writeMoney } from './write-money.ts'
import {
  presenceAtSite,
  presenceOf,
  presenceOfMember,
  writePresenceJobs,
} from './write-presence.ts'
import { beginDirectory, publishProfile, tellOfMember } from './write-profile.ts'
import { writeSetting } from './write-setting.ts'
import { isOfSupport, writeSupport } from './write-support.ts'
import { isOfTeam, writeTeam } from './write-team.ts'
import { writeWait } from './write-wait.ts'

/** Facts that change nothing in documents but in those that show them. Of others, all that was touched with them is projected whole. */
const contained: readonly Fact['kind'][] = [
  ...(['booking', 'audit', 'series', 'wait', 'lot', 'favourite', 'consent'] as const),
  ...(['bills', 'payment', 'credit', 'attempt', 'payer', 'refund', 'dispute', 'papers'] as const),
  ...(['booked-bill', 'fund', 'fund-move', 'deposit-ask', 'billing-run', 'billing-step'] as const),
]

/** A fact and who caused it: a member's id, or `space`. */
export interface Act {
  readonly actor: string
  readonly fact: Fact
}

/** Gives what the facts change in documents. Throws `ClaimRefused` when the guard says no. */
export async function writeFacts(
  facts: Facts,
  acts: readonly Act[],
  now: Instant,
): Promise<Touched> {
  const { tx } = facts
  const touched = new Set<string>()
  const touch = (name: DocumentName) => touched.add(formatDocumentName(name))
  const others: Touched[] = []
  const changes: BookingChange[] = []
  const audits: ReturnType<typeof auditRow>[] = []
  for (const { actor, fact } of acts) {
    if (fact.kind === 'audit') {
      audits.push(auditRow(actor, fact, now))
    } else if (fact.kind === 'booking') {
      changes.push(fact)
      for (const one of [fact.booking, fact.before]) {
        if (one !== null) for (const name of documentsOf(one)) touch(name)
      }
    } else if (fact.kind === 'bills') {
      others.push(await showBills(tx, await writeBills(tx, fact, now), now))
    } else {
      others.push(touchedWhole(await writeFact(tx, fact, now)))
    }
  }
  for (const siteId of withOtherHours(acts)) {
    others.push(touchedWhole(await presenceAtSite(tx, siteId, now)))
  }
  const whole = joined(changes)
  await writeBookings(tx, whole, now)
  await writeUses(tx, whole)
  await writePresenceJobs(
    tx,
    whole.map(({ booking }) => booking),
    (siteId) => facts.catalogue(siteId),
  )
  const posted = await postCharges(facts, whole, now)
  others.push(touchedWhole(await writeCorrections(facts, posted, now)))
  // What teammates used is told in each other's documents, and no booking of their own says it.
  others.push(touchedWhole(await documentsOfTeams(tx, whole)))
  facts.wrote(whole)
  for (const part of inParts(audits)) await tx.insertInto('audit').values(part).execute()
  const ofBookings = { names: touched, steps: [whole.map(shownOf)], whole: new Set<string>() }
  const all = joinTouched([ofBookings, ...others])
  return acts.every(({ fact }) => contained.includes(fact.kind))
    ? all
    : { ...all, whole: all.names }
}

/** Facts that are written one by one; gives the documents that show it. */
async function writeFact(
  tx: Tx,
  fact: Exclude<Fact, { kind: 'booking' | 'audit' | 'bills' }>,
  now: Instant,
): Promise<readonly DocumentName[]> {
  if (isOfSupport(fact)) return writeSupport(tx, fact, now)
  if (isOfMoney(fact)) return writeMoney(tx, fact, now)
  if (isHappening(fact)) return writeHappening(tx, fact, now)
  if (isOfMessages(fact)) return writeMessages(tx, fact)
  if (isOfTeam(fact)) return writeTeam(tx, fact, now)
  switch (fact.kind) {
    case 'series':
      await writeSeries(tx, fact.series, fact.endsAt)
      return [{ kind: 'member', memberId: fact.series.memberId }]
    case 'wait':
      await writeWait(tx, fact.wait)
      return documentsOfWait(fact.wait)
    case 'lot':
      await postPass(tx, fact.lot, now)
      return writeLot(tx, fact.lot)
    case 'closure':
      await writeClosure(tx, fact.siteId, fact.closure)
      return [{ kind: 'catalogue', siteId: fact.siteId }]
    case 'absences':
      await writeAbsences(tx, fact.resource)
      return [{ kind: 'catalogue', siteId: fact.resource.siteId }]
    case 'favourite':
      await writeFavourite(tx, favouriteRow(fact, now), fact.isFavourite)
      return [{ kind: 'member', memberId: fact.memberId }]
    case 'presence': {
      const { memberId, isFindable } = fact
      const is_findable = isFindable ? 1 : 0
      await tx.updateTable('member').set({ is_findable }).where('id', '=', memberId).execute()
      return [{ kind: 'member', memberId }, ...(await presenceOfMember(tx, memberId, now))]
    }
    case 'profile':
      return publishProfile(tx, fact.memberId)
    case 'news-choice':
      await writeNewsChoice(tx, fact)
      return [{ kind: 'member', memberId: fact.memberId }]
    case 'member':
      return [
        { kind: 'member', memberId: fact.memberId },
        ...(await tellOfMember(tx, fact.memberId, fact.left)),
      ]
    case 'told-anew':
      for (const name of fact.names) await forgetDocument(tx, formatDocumentName(name))
      return fact.names
    case 'consent':
      await writeConsent(tx, fact)
      return [{ kind: 'member', memberId: fact.memberId }]
    case 'closure-removed':
      await removeClosure(tx, fact.closureId, now)
      return [{ kind: 'catalogue', siteId: fact.siteId }]
    case 'plan':
      await writePlan(tx, fact.siteId, fact, now)
      return []
    case 'site':
      return writeSite(tx, fact, now)
    case 'resource':
    case 'resource-retired':
    case 'tier':
    case 'rates':
      return writeSetting(tx, fact, now)
  }
}

/** A location that begins to bill, or to do so from another day, posts what is owed from then on. */
async function writeSite(
  tx: Tx,
  fact: Extract<Fact, { kind: 'site' }>,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const before = await loadSite(tx, fact.site.id)
  const names = await writeSetting(tx, fact, now)
  const { startsOn } = fact.site.billing
  if (before?.billing.startsOn !== startsOn) await postOpening(tx, fact.site.id, now)
  if (before?.hasDirectory === fact.site.hasDirectory) return names
  return [...names, await beginDirectory(tx, fact.site.id)]
}

/** The sites where it may be closing time at another hour than was told. */
function withOtherHours(acts: readonly Act[]): ReadonlySet<SiteId> {
  return new Set(
    acts.flatMap(({ fact }) => {
      if (fact.kind === 'site') return [fact.site.id]
      return fact.kind === 'resource' ? [fact.resource.siteId] : []
    }),
  )
}

function shownOf({ booking, before }: BookingChange): ShownChange {
  return {
    before: before === null ? null : { kind: 'booking', booking: before },
    after: { kind: 'booking', booking },
  }
}

async function writeSeries(tx: Tx, series: Series, endsAt: Instant): Promise<void> {
  const { id, intentId: intent_id, siteId: site_id, memberId: member_id } = series
  const row = { id, intent_id, site_id, member_id, ends_at: endsAt, body: JSON.stringify(series) }
  await tx.insertInto('series').values(row).execute()
}

async function writeClosure(tx: Tx, site_id: SiteId, closure: Closure): Promise<void> {
  const row = { id: closure.id, site_id, body: JSON.stringify(closure), removed_at: null }
  await tx.insertInto('closure').values(row).execute()
}

async function writeAbsences(tx: Tx, resource: Resource): Promise<void> {
  const body = JSON.stringify(resource)
  await tx.updateTable('resource').set({ body }).where('id', '=', resource.id).execute()
}

async function writeNewsChoice(
  tx: Tx,
  { memberId, news }: Extract<Fact, { kind: 'news-choice' }>,
): Promise<void> {
  const row = { news: JSON.stringify(news) }
  await tx.updateTable('member').set(row).where('id', '=', memberId).execute()
}

async function writeConsent(
  tx: Tx,
  { memberId, consent }: Extract<Fact, { kind: 'consent' }>,
): Promise<void> {
  const member = tx.selectFrom('member').select('consents').where('id', '=', memberId)
  const { consents } = await member.executeTakeFirstOrThrow()
  const known = JSON.parse(consents) as readonly Consent[] // written here alone
  const next = JSON.stringify([...known, consent])
  await tx.updateTable('member').set({ consents: next }).where('id', '=', memberId).execute()
}

function favouriteRow(
  { memberId, resourceId }: Extract<Fact, { kind: 'favourite' }>,
  now: Instant,
) {
  return { member_id: memberId, resource_id: resourceId, marked_at: now }
}

async function removeClosure(tx: Tx, closureId: string, now: Instant): Promise<void> {
  await tx.updateTable('closure').set({ removed_at: now }).where('id', '=', closureId).execute()
}

function auditRow(
  actor: string,
  { command, subject, detail }: Extract<Fact, { kind: 'audit' }>,
  at: Instant,
) {
  return { at, actor, command, subject, detail }
}

function documentsOfWait({ memberId, siteId }: Wait): readonly DocumentName[] {
  return [
    { kind: 'member', memberId },
    { kind: 'requests', siteId },
  ]
}

/** Every document that shows a booking: its member's, its weeks and its days, what waits for the team, and who is there. */
export function documentsOf(booking: Booking): readonly DocumentName[] {
  const { siteId, memberId, wall } = booking
  const names: DocumentName[] = [{ kind: 'member', memberId }]
  for (let date = wall.start.date; date <= wall.end.date; date = addDays(date, 1)) {
    names.push({ kind: 'occupancy', siteId, week: isoWeekOf(date) })
    names.push({ kind: 'desk', siteId, date })
  }
  if (isRequest(booking)) names.push({ kind: 'requests', siteId })
  const presence = presenceOf(booking)
  return presence === null ? names : [...names, presence]
}
