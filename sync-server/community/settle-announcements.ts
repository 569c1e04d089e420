/** Announcements: written, taken down, and read. */
import { type Announcement, saveAnnouncement } from '../../domain/community/events/announcement.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { audit, done, refused } from '../settlement/verdict.ts'
import { announcementsOfSite } from '../storage/load-happenings.ts'

interface Known {
  readonly announcements: readonly Announcement[]
  readonly zone: ZoneTable
}

/** Null at a location that is not the actor's. */
async function announcementsHere(
  ledger: Ledger,
  siteId: SiteId,
  actor: Member,
): Promise<Known | null> {
  if (!actor.siteIds.includes(siteId)) return null
  const catalogue = await ledger.catalogue(siteId)
  if (catalogue === null) return null
  const announcements = await announcementsOfSite(ledger.tx, siteId)
  return { announcements, zone: catalogue.zone }
}

const save = settlementKind<'announcement.save', Known | null>({
  kind: 'announcement.save',
  load: (ledger, { body }, actor) => announcementsHere(ledger, body.siteId, actor),
  decide: ({ kind, body }, known, _actor, now) => {
    if (known === null) return refused({ reason: 'not-allowed' })
    const { announcement } = body
    const today = toWallTime(known.zone, now).date
    const decision = saveAnnouncement(body, known.announcements, today, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    return done([
      { kind: 'announcement', announcement: decision.announcement, earlier: decision.earlier },
      audit(kind, announcement.id, announcement.title),
    ])
  },
})

const remove = settlementKind<'announcement.remove', Known | null>({
  kind: 'announcement.remove',
  load: (ledger, { body }, actor) => announcementsHere(ledger, body.siteId, actor),
  decide: ({ kind, body: { siteId, announcementId } }, known) => {
    if (known === null) return refused({ reason: 'not-allowed' })
    const found = known.announcements.find(({ id }) => id === announcementId)
    if (found === undefined) return refused({ reason: 'unknown-announcement' })
    return done([
      { kind: 'announcement-removed', siteId, announcementId },
      audit(kind, announcementId, found.title),
    ])
  },
})

const read = settlementKind<'announcements.read', Known | null>({
  kind: 'announcements.read',
  load: (ledger, { body }, actor) => announcementsHere(ledger, body.siteId, actor),
  decide: ({ body: { siteId, announcementIds, editions } }, known, actor) => {
    if (known === null) return refused({ reason: 'not-allowed' })
    const found = known.announcements.filter(({ id }) => announcementIds.includes(id))
    return done(
      found.map(({ id, edition }) => ({
        ...{ kind: 'announcement-read', siteId, announcementId: id },
        // Nobody has read what was not told yet.
        ...{ memberId: actor.id, edition: Math.min(edition, editions?.[id] ?? 1) },
      })),
    )
  },
})

export const announcementKinds = [save, remove, read]
