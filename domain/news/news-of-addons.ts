/** What members are told of what they have by the month: pure, from what was settled. */
import type { Addon } from '../billing/addons/addon.ts'
import { addonIdOf, type IntentId } from '../values/ids.ts'
import type { AddonNewsKind } from './news.ts'
import type { Told } from './news-of-bookings.ts'

/** Of the wishes that were granted: the one that took it, and the one that ended it. Ended again nothing is new. */
export function newsOfAddons(
  addons: readonly Addon[],
  granted: readonly IntentId[],
): readonly Told[] {
  return addons.flatMap((addon) =>
    granted.flatMap((cause): readonly Told[] => {
      const kind = kindOf(addon, cause)
      if (kind === null) return []
      const { id: addonId, memberId, siteId } = addon
      return [{ memberId, siteId, news: { kind, addonId, cause } }]
    }),
  )
}

function kindOf({ id, ended }: Addon, cause: IntentId): AddonNewsKind | null {
  if (id === addonIdOf(cause)) return 'addon-taken'
  if (ended?.id !== cause) return null
  return ended.by === 'space' ? 'addon-ended-by-space' : 'addon-ends'
}
