/** What the team wants members to know: from a day on, until a day or for good. */
import type { AnnouncementText } from '../../bookings/wishes/community-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Member } from '../../memberships/member.ts'
import type { AnnouncementId, SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import type { LocalDate } from '../../values/local-date.ts'

export interface Announcement extends AnnouncementText {
  readonly siteId: SiteId
  readonly revision: number
  readonly savedAt: Instant
  /** Counts how often it was told: the first time, and whenever the team told it again. What was read or sent is one of them. */
  readonly edition: number
  /** When this edition was put up. */
  readonly toldAt: Instant
  /** When its words were last changed while members could read them; null where they read what was put up. */
  readonly changedAt: Instant | null
}

/** What an announcement said before its words were changed, for the team. */
export interface EarlierWords extends Pick<AnnouncementText, 'title' | 'text'> {
  readonly announcementId: AnnouncementId
  /** Of the announcement, as long as it said so. */
  readonly revision: number
  readonly changedAt: Instant
  /** Whether the words that came after it were told again. */
  readonly isToldAgain: boolean
}

export type AnnouncementDecision =
  | {
      readonly kind: 'saved'
      readonly announcement: Announcement
      /** What members have read and cannot read any more; null where no word has changed, or nobody could read it. */
      readonly earlier: EarlierWords | null
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface AnnouncementWish {
  readonly siteId: SiteId
  readonly announcement: AnnouncementText
  /** Of what its writer has seen; 0 for a new one. */
  readonly revision: number
  readonly tellAgain?: true
}

/** `known` are those of the location that were not removed; `today` is the location's. What nobody could read yet has nothing to tell again. */
export function saveAnnouncement(
  { siteId, announcement: text, revision, tellAgain }: AnnouncementWish,
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
  const next = { ...text, siteId, revision: revision + 1, savedAt: now }
  if (before === undefined || !wasShown(before, today)) {
    const { edition, toldAt, changedAt } = before ?? { edition: 1, toldAt: now, changedAt: null }
    return { kind: 'saved', announcement: { ...next, edition, toldAt, changedAt }, earlier: null }
  }
  const isToldAgain = tellAgain === true
  const isChanged = before.title !== text.title || before.text !== text.text
  return {
    kind: 'saved',
    announcement: {
      ...next,
      edition: before.edition + (isToldAgain ? 1 : 0),
      toldAt: isToldAgain ? now : before.toldAt,
      changedAt: isChanged ? now : before.changedAt,
    },
    earlier: isChanged ? earlierOf(before, now, isToldAgain) : null,
  }
}

function earlierOf(
  { id: announcementId, title, text, revision }: Announcement,
  changedAt: Instant,
  isToldAgain: boolean,
): EarlierWords {
  return { announcementId, title, text, revision, changedAt, isToldAgain }
}

/** Whether members could read it, today or before. */
export function wasShown({ from }: Pick<Announcement, 'from'>, today: LocalDate): boolean {
  return from <= today
}

/** What was read or told of an announcement. */
export function editionKey({ id, edition }: Pick<Announcement, 'id' | 'edition'>): string {
  return edition === 1 ? id : `${id}:${edition}`
}

export function isOver({ until }: Pick<Announcement, 'until'>, today: LocalDate): boolean {
  return until !== null && until < today
}

/** Those for a member on a day: what is pinned first, then the newest. */
export function shownTo<
  One extends Pick<Announcement, 'id' | 'tierIds' | 'from' | 'until' | 'isPinned'>,
>(all: readonly One[], { tierId }: Pick<Member, 'tierId'>, today: LocalDate): readonly One[] {
  const isFor = ({ tierIds }: One) =>
    tierIds.length === 0 || (tierId !== null && tierIds.includes(tierId))
  return all
    .filter((one) => one.from <= today && !isOver(one, today) && isFor(one))
    .toSorted((a, b) => {
      if (a.isPinned !== b.isPinned) return a.isPinned ? -1 : 1
      return newestFirst(a, b)
    })
}

/** Of those that begin on one day, what was written last. */
export function newestFirst(
  a: Pick<Announcement, 'id' | 'from'>,
  b: Pick<Announcement, 'id' | 'from'>,
): number {
  if (a.from !== b.from) return a.from < b.from ? 1 : -1
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1
}

function refuse(refusal: Refusal): AnnouncementDecision {
  return { kind: 'refused', refusal }
}
