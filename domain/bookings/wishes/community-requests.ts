/** Wishes about events and announcements: what the team puts up, and who comes. */
import type {
  AnnouncementId,
  EventId,
  MemberId,
  ResourceId,
  SiteId,
  TierId,
} from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Resolutions } from './setting-requests.ts'

export interface EventText {
  readonly id: EventId
  readonly title: string
  readonly text: string
  /** A place of the location, or null where the words say where. */
  readonly resourceId: ResourceId | null
  /** Where, in words; may add to the place. */
  readonly where: string
  readonly date: LocalDate
  /** Minutes after midnight, at the location; an end at or before the start is on the next day. */
  readonly startMinute: number
  readonly endMinute: number
  /** People who fit, guests included; null where as many as like may come. */
  readonly capacity: number | null
  /** Guests that each may bring. */
  readonly guestsMax: number
  /** How the event keeps its place to itself; null where it only says where it is. */
  readonly hold: EventHold | null
}

/** Minutes before the start and after the end in which the place is the event's too. */
export interface EventHold {
  readonly setUpMinutes: number
  readonly clearUpMinutes: number
}

/** The same event on another day. */
export interface EventRepeat {
  readonly id: EventId
  readonly date: LocalDate
}

export interface EventSave {
  readonly siteId: SiteId
  readonly event: EventText
  /** That of the event it was made from; 0 of a new one. */
  readonly revision: number
  /** Further days of a new one: each becomes an event of its own. All of them are put up, or none. */
  readonly repeats: readonly EventRepeat[]
  /** What becomes of each booking that is in the way. */
  readonly resolutions: Resolutions
}

export interface AnnouncementText {
  readonly id: AnnouncementId
  readonly title: string
  readonly text: string
  /** Whom it is for; none means everybody. It is about what concerns somebody, not a secret: the location's members all receive it. */
  readonly tierIds: readonly TierId[]
  /** The first day on which it is shown, and the last; null where it stays. */
  readonly from: LocalDate
  readonly until: LocalDate | null
  readonly isPinned: boolean
}

export interface EntryNote {
  readonly siteId: SiteId
  readonly eventId: EventId
  readonly code: string
  readonly people: number
  readonly way: 'scanned' | 'typed' | 'listed'
}

/** Of those who said something about an event: who comes, who waits for a place, or all of them. */
export type EventAudience = 'going' | 'waiting' | 'both'

export interface EventTelling {
  readonly siteId: SiteId
  readonly eventId: EventId
  readonly audience: EventAudience
  readonly text: string
}

export interface CommunityBodies {
  readonly 'event.save': EventSave
  readonly 'event.call-off': { readonly siteId: SiteId; readonly eventId: EventId }
  readonly 'event.tell': EventTelling
  /** How many come, the member among them; 0 takes it back. */
  readonly 'rsvp.set': {
    readonly siteId: SiteId
    readonly eventId: EventId
    readonly people: number
  }
  readonly 'attendance.mark': {
    readonly siteId: SiteId
    readonly eventId: EventId
    readonly memberId: MemberId
    readonly hasCome: boolean
  }
  /** A door let somebody in, whose code that is. The wish's own time is when. */
  readonly 'entry.note': EntryNote
  readonly 'announcement.save': {
    readonly siteId: SiteId
    readonly announcement: AnnouncementText
    readonly revision: number
    /** Whoever has read it finds it unread, and it is told once more. */
    readonly tellAgain?: true
  }
  readonly 'announcement.remove': {
    readonly siteId: SiteId
    readonly announcementId: AnnouncementId
  }
  readonly 'announcements.read': {
    readonly siteId: SiteId
    readonly announcementIds: readonly AnnouncementId[]
    /** Which edition of them was read, where it is not the first. */
    readonly editions?: Readonly<Record<AnnouncementId, number>>
  }
}
