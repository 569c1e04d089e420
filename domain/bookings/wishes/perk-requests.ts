/** Wishes about perks: what partners give to members of some memberships. */
import type { PerkId, SiteId, TierId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'

export interface PerkText {
  readonly id: PerkId
  readonly title: string
  readonly text: string
  /** Of the partner, an address that begins with https; empty where there is none. */
  readonly link: string
  /** What is said or shown to the partner. */
  readonly code: string
  /** Whom it is for; none means everybody. Whoever it is not for never receives it. */
  readonly tierIds: readonly TierId[]
  /** The first day on which it is good, and the last; null where it stays. */
  readonly from: LocalDate
  readonly until: LocalDate | null
  /** Days on which one member may use it; null without end. */
  readonly usesMax: number | null
}

export interface PerkBodies {
  /** `revision` is that of the perk it was made from; 0 of a new one. */
  readonly 'perk.save': {
    readonly siteId: SiteId
    readonly perk: PerkText
    readonly revision: number
  }
  readonly 'perk.remove': { readonly siteId: SiteId; readonly perkId: PerkId }
  /** The member has shown it. */
  readonly 'perk.use': { readonly siteId: SiteId; readonly perkId: PerkId }
}
