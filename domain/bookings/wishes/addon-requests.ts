/** Wishes about what a member has by the month. */
import type { AddonId, ExtraId, SiteId } from '../../values/ids.ts'
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
}
