/** What the team wants members to know: from a day on, until a day or for good. */
import type { AnnouncementText } from '../../bookings/wishes/community-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Member } from '../../memberships/member.ts'
import type { SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import type { LocalDate } from '../../values/local-date.ts'

export interface Announcement extends AnnouncementText {
  readonly siteId: SiteId
  readonly revision: number
  readonly savedAt: Instant
}

export type AnnouncementDecision =
  | { readonly kind: 'saved'; readonly announcement: Announcement }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** `known` are those of the location that were not removed. */
export function saveAnnouncement(
  siteId: SiteId,
  text: AnnouncementText,
  revision: number,
  known: readonly Announcement[],
  today: LocalDate,
  now: Instant,
): AnnouncementDecision {
  const before = known.find(({ id }) => id === text.id)
  if ((before?.revision ?? 0) !== revision) return refuse({ reason: 'setting-changed' })
  const max = limits.announcementsMax
  const current = known.filter((one) => !isOver(one, today))
  if (before === undefined && current.length >= max) {
    return refuse({ reason: 'too-many-announcements', max })
  }
  const isNever = text.until !== null && (text.until < text.from || text.until < today)
  if (isNever) return refuse({ reason: 'past' })
  return {
    kind: 'saved',
    announcement: { ...text, siteId, revision: revision + 1, savedAt: now },
  }
}

export function isOver({ until }: Pick<Announcement, 'until'>, today: LocalDate): boolean {
  return until !== null && until < today
}

/** Those for a member on a day: what is pinned first, then the newest. */
export function shownTo<One extends Pick<Announcement, 'tierIds' | 'from' | 'until' | 'isPinned'>>(
  all: readonly One[],
  { tierId }: Pick<Member, 'tierId'>,
  today: LocalDate,
): readonly One[] {
  const isFor = ({ tierIds }: One) =>
    tierIds.length === 0 || (tierId !== null && tierIds.includes(tierId))
  return all
    .filter((one) => one.from <= today && !isOver(one, today) && isFor(one))
    .toSorted((a, b) => {
      if (a.isPinned !== b.isPinned) return a.isPinned ? -1 : 1
      return a.from < b.from ? 1 : -1
    })
}

function refuse(refusal: Refusal): AnnouncementDecision {
  return { kind: 'refused', refusal }
}
