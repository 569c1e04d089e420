/**
 * What operators change. Each request says what it was made from, as a fingerprint, so that what somebody else saved meanwhile is not
 * written over unseen; and what becomes of bookings that would not fit any more (D-10).
 */
import type { Holder } from '../../memberships/holder.ts'
import type { Tier } from '../../memberships/tier.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import type { BookingRules } from '../../sites/booking-rules.ts'
import type { Extra } from '../../sites/extra.ts'
import type { GuestSettings } from '../../sites/guest-settings.ts'
import type { NewsSettings } from '../../sites/news-settings.ts'
import type { OpeningHours } from '../../sites/opening-hours.ts'
import type { PassSettings } from '../../sites/pass-offer.ts'
import type { RateRow } from '../../sites/rate-row.ts'
import type { Resource } from '../../sites/resource.ts'
import type { BookingId, FloorId, ResourceId, SiteId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { ClosureResolution } from './intent.ts'

/** What to do with each booking that does not fit any more. All must be named. */
export type Resolutions = Readonly<Record<BookingId, ClosureResolution>>

interface Setting {
  readonly siteId: SiteId
  /** The fingerprint of what stood there when the form was opened; null where something is added. */
  readonly basedOn: string | null
}

/** One state of a draft becomes the floor's next version: what arrives in it later stays in the draft (D-69). */
export interface PublishRequest {
  readonly siteId: SiteId
  readonly floorId: FloorId
  /** The row of the draft that the operator looked at. */
  readonly epoch: string
  readonly n: number
  /** The published version they compared it with; 0 where there was none. */
  readonly basedOn: number
  readonly resolutions: Resolutions
}

export interface SettingBodies {
  /** What the location is called and where it stands; its zone and its currency are in every booking and price there is. */
  readonly 'site.save': Setting & { readonly name: string; readonly address: string }
  readonly 'resource.save': Setting & {
    readonly resource: Resource
    /** Of an assigned resource; null for one that nobody holds, and for all others. */
    readonly holder: Holder | null
    readonly resolutions: Resolutions
  }
  readonly 'resource.retire': Setting & {
    readonly resourceId: ResourceId
    readonly resolutions: Resolutions
  }
  /** The rules of several places at once, so that a kind stays of one mind. */
  readonly 'rules.save': Setting & {
    readonly resourceIds: readonly ResourceId[]
    readonly rules: BookingRules
  }
  readonly 'hours.save': Setting & {
    readonly hours: OpeningHours
    readonly resolutions: Resolutions
  }
  readonly 'passes.save': Setting & { readonly passes: PassSettings }
  readonly 'billing.save': Setting & { readonly billing: BillingSettings }
  readonly 'floor.save': Setting & { readonly floorId: FloorId; readonly name: string }
  readonly 'tier.save': Setting & { readonly tier: Tier }
  /** The whole table: which rate wins depends on all of them. */
  readonly 'rates.save': Setting & { readonly rates: readonly RateRow[] }
  /** A new version, after the last one. */
  readonly 'house-rules.save': Setting & {
    readonly text: string
    readonly takesEffectOn: LocalDate
  }
  /** Whether members who let others see it are found on the plan at all. */
  readonly 'finding.save': Setting & { readonly membersFindEachOther: boolean }
  /** Whether there is a directory of members at all. */
  readonly 'directory.save': Setting & {
    readonly hasDirectory: boolean
    readonly hasMessages: boolean
  }
  /** When members are reminded by default, and when they are left alone. */
  readonly 'news.save': Setting & { readonly news: NewsSettings }
  /** For how long guests are known, and what they agree to. */
  readonly 'guests.save': Setting & { readonly guests: GuestSettings }
  /** The whole list, in the order in which it is offered. */
  readonly 'extras.save': Setting & { readonly extras: readonly Extra[] }
}
export type SettingKind = keyof SettingBodies
