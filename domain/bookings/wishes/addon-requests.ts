/** Wishes about what a member has by the month. */
import type { AddonId, ExtraId, MemberId, SiteId } from '../../values/ids.ts'
import type { Money } from '../../values/money.ts'

export interface AddonBodies {
  /** One of it, from the day on which the space hears of it; `quote` is what a month was shown to cost. */
  readonly 'addon.take': {
    readonly siteId: SiteId
    readonly extraId: ExtraId
    readonly quote: Money
  }
  /** With the end of the period that runs, which is paid for. */
  readonly 'addon.end': { readonly siteId: SiteId; readonly addonId: AddonId }
  /** By the space, with the period or from today on; its member reads why. */
  readonly 'addon.end-for': {
    readonly siteId: SiteId
    readonly memberId: MemberId
    readonly addonId: AddonId
    readonly when: 'period' | 'now'
    readonly reason: string
  }
}
