import type { FloorId, SiteId } from '../values/ids.ts'
import type { Currency } from '../values/money.ts'
import type { BillingSettings } from './billing-settings.ts'
import type { Extra } from './extra.ts'
import type { GuestSettings } from './guest-settings.ts'
import type { HouseRules } from './house-rules.ts'
import type { NewsSettings } from './news-settings.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { PassSettings } from './pass-offer.ts'

/** A location: a street address with floors, in one time zone and one currency. */
export interface Site {
  readonly id: SiteId
  readonly name: string
  readonly address: string
  /** IANA id; its table travels beside it in the catalogue. */
  readonly zone: string
  readonly currency: Currency
  readonly hours: OpeningHours
  readonly floors: readonly Floor[]
  /** What can be added to a booking, in the order in which it is offered. */
  readonly extras: readonly Extra[]
  /** Every version, the oldest first. */
  readonly houseRules: readonly HouseRules[]
  readonly passes: PassSettings
  readonly billing: BillingSettings
  /** Whether members who let others see where they sit are found on the plan. */
  readonly membersFindEachOther: boolean
  /** Whether there is a directory of its members at all; who is in it they say themselves. */
  readonly hasDirectory: boolean
  /** Whether its members may write to each other. */
  readonly hasMessages: boolean
  readonly news: NewsSettings
  readonly guests: GuestSettings
}

export interface Floor {
  readonly id: FloorId
  readonly name: string
  /** The published version of its plan that members see; 0 while none is published. */
  readonly planVersion: number
}

/** What a location is called and where it stands, as it is saved together. */
export function locationSettings({ name, address }: Site) {
  return { name, address }
}

/** What an operator turns on and off about members among themselves, as it is saved together. */
export function communitySettings({ hasDirectory, hasMessages }: Site) {
  return { hasDirectory, hasMessages }
}
