/** A locker by the month for tests. */
import { ada, harbour } from '../../bookings/for-tests.ts'
import type { Extra } from '../../sites/extra.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { euros, settings } from '../for-tests.ts'
import type { Addon } from './addon.ts'
import type { AddonFacts } from './take-addon.ts'

export const locker: Extra = {
  ...{ id: toId('extra', 'ext_locker'), name: 'Locker', priceMinor: 30_000, per: 'month' },
  ...{ stock: 2, maxCount: 2, noticeMinutes: 0, kinds: [] },
}
export const catalogue = {
  ...harbour,
  site: { ...harbour.site, billing: settings, extras: [locker] },
}

/** Ada has had it from that day on. */
export function lockerOf(startsOn: string, more: Partial<Addon> = {}): Addon {
  return {
    ...{ id: toId('addon', 'add_1'), siteId: harbour.site.id, extraId: locker.id },
    ...{ memberId: ada.id, name: 'Locker', price: euros(300), endsOn: null },
    ...{ startsOn: toLocalDate(startsOn), ...more },
  }
}

export function factsOn(today: string, more: Partial<AddonFacts> = {}): AddonFacts {
  const facts = { site: catalogue.site, member: ada, addons: [] }
  return { ...facts, today: toLocalDate(today), ...more }
}
