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

export interface CommunityBodies {
  /** `revision` is that of the event it was made from; 0 of a new one. */
  readonly 'event.save': {
    readonly siteId: SiteId
    readonly event: EventText
    readonly revision: number
  }
  readonly 'event.call-off': { readonly siteId: SiteId; readonly eventId: EventId }
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
  readonly 'announcement.save': {
    readonly siteId: SiteId
    readonly announcement: AnnouncementText
    readonly revision: number
  }
  readonly 'announcement.remove': {
    readonly siteId: SiteId
    readonly announcementId: AnnouncementId
  }
  readonly 'announcements.read': {
    readonly siteId: SiteId
    readonly announcementIds: readonly AnnouncementId[]
  }
}
