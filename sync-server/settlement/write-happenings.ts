/** Facts about events and announcements, and which documents show them. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Entry } from '../../domain/community/door/entry.ts'
import type { Announcement, EarlierWords } from '../../domain/community/events/announcement.ts'
import type { CommunityEvent } from '../../domain/community/events/event.ts'
import type { Rsvp } from '../../domain/community/events/rsvp.ts'
import type { AnnouncementId, IntentId, MemberId, SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { freshCode } from '../storage/fresh-code.ts'
import { membersWithPasses } from '../storage/load-happenings.ts'
import type { Tx } from '../storage/storage.ts'
import { isOfPerks, type PerkFact, perkKinds, writePerk } from './write-perks.ts'

export type HappeningFact =
  | PerkFact
  | {
      readonly kind: 'event'
      readonly event: CommunityEvent
      readonly before: CommunityEvent | null
    }
  /** The team tells those who come something: it stands in the wish, and in no table besides. */
  | {
      readonly kind: 'event-told'
      readonly event: CommunityEvent
      readonly intentId: IntentId
      readonly to: readonly MemberId[]
    }
  | { readonly kind: 'rsvp'; readonly siteId: SiteId; readonly rsvp: Rsvp }
  | { readonly kind: 'entry'; readonly siteId: SiteId; readonly entry: Entry }
  | {
      readonly kind: 'announcement'
      readonly announcement: Announcement
      readonly earlier: EarlierWords | null
    }
  | {
      readonly kind: 'announcement-removed'
      readonly siteId: SiteId
      readonly announcementId: AnnouncementId
    }
  | {
      readonly kind: 'announcement-read'
      readonly siteId: SiteId
      readonly announcementId: AnnouncementId
      readonly memberId: MemberId
      readonly edition: number
    }

const kinds: Readonly<Record<HappeningFact['kind'], true>> = {
  event: true,
  'event-told': true,
  rsvp: true,
  entry: true,
  announcement: true,
  'announcement-removed': true,
  'announcement-read': true,
  ...perkKinds,
}

export function isHappening<Other extends { readonly kind: string }>(
  fact: Other | HappeningFact,
): fact is HappeningFact {
  return Object.hasOwn(kinds, fact.kind)
}

export async function writeHappening(
  tx: Tx,
  fact: HappeningFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  if (isOfPerks(fact)) return writePerk(tx, fact, now)
  switch (fact.kind) {
    case 'event':
      return writeEvent(tx, fact.event, now)
    case 'event-told':
      return []
    case 'entry':
      await writeEntry(tx, fact.entry)
      return [{ kind: 'attendees', siteId: fact.siteId }]
    case 'rsvp': {
      const { siteId, rsvp } = fact
      await writeRsvp(tx, rsvp)
      return [
        { kind: 'happenings', siteId },
        { kind: 'attendees', siteId },
        { kind: 'member', memberId: rsvp.memberId },
      ]
    }
    case 'announcement':
      return writeAnnouncement(tx, fact.announcement, fact.earlier)
    case 'announcement-removed': {
      const { siteId, announcementId } = fact
      const row = tx.updateTable('announcement').where('id', '=', announcementId)
      await row.set({ removed_at: now }).execute()
      return [
        { kind: 'happenings', siteId },
        { kind: 'attendees', siteId },
      ]
    }
    case 'announcement-read': {
      const { siteId, announcementId: announcement_id, memberId: member_id, edition } = fact
      await tx
        .insertInto('announcement_read')
        .values({ announcement_id, member_id, edition, read_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['announcement_id', 'member_id'])
            .doUpdateSet({ edition, read_at: now })
            .where('announcement_read.edition', '<', edition),
        )
        .execute()
      return [{ kind: 'attendees', siteId }]
    }
  }
}

/** At another time its passes are good for another time: who carries one is told. */
async function writeEvent(
  tx: Tx,
  event: CommunityEvent,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const old = tx.selectFrom('event').select('ends_at').where('id', '=', event.id)
  const before = await old.executeTakeFirst()
  await upsertEvent(tx, event)
  const names: DocumentName[] = [{ kind: 'happenings', siteId: event.siteId }]
  if (before === undefined || Number(before.ends_at) === event.endsAt) return names
  const carrying = await membersWithPasses(tx, { column: 'event.id', id: event.id }, now)
  return [...names, ...carrying.map((memberId) => ({ kind: 'member' as const, memberId }))]
}

async function writeEntry(tx: Tx, entry: Entry): Promise<void> {
  const { id, eventId: event_id, memberId: member_id } = entry
  const row = { id, event_id, member_id, body: JSON.stringify(entry) }
  await tx.insertInto('entry').values(row).execute()
}

async function upsertEvent(tx: Tx, event: CommunityEvent): Promise<void> {
  const { id, siteId: site_id, startsAt: starts_at, endsAt: ends_at } = event
  const time = { starts_at, ends_at, body: JSON.stringify(event) }
  await tx
    .insertInto('event')
    .values({ id, site_id, ...time })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(time))
    .execute()
}

async function writeRsvp(tx: Tx, rsvp: Rsvp): Promise<void> {
  const { eventId: event_id, memberId: member_id, state } = rsvp
  const said = { state, body: JSON.stringify(rsvp) }
  await tx
    .insertInto('rsvp')
    .values({ event_id, member_id, code: freshCode(), ...said })
    .onConflict((conflict) => conflict.columns(['event_id', 'member_id']).doUpdateSet(said))
    .execute()
}

/** Told again nobody has read it, which the team's count says. */
async function writeAnnouncement(
  tx: Tx,
  announcement: Announcement,
  earlier: EarlierWords | null,
): Promise<readonly DocumentName[]> {
  const { id, siteId, until: shown_until } = announcement
  const said = { shown_until, body: JSON.stringify(announcement) }
  await tx
    .insertInto('announcement')
    .values({ id, site_id: siteId, removed_at: null, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute()
  if (earlier !== null) {
    const { announcementId: announcement_id, revision } = earlier
    const row = { announcement_id, revision, body: JSON.stringify(earlier) }
    await tx.insertInto('earlier_words').values(row).execute()
  }
  return [
    { kind: 'happenings', siteId },
    { kind: 'attendees', siteId },
  ]
}
