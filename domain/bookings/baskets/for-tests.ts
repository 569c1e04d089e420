/** Baskets on the small site of the tests: a room, desks, and a projector of which there is one. */

import type { Catalogue } from '../../sites/catalogue.ts'
import type { Extra } from '../../sites/extra.ts'
import type { Resource } from '../../sites/resource.ts'
import { toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import { type Interval, toInterval } from '../../values/interval.ts'
import { money } from '../../values/money.ts'
import { ada, at, desk1, harbour, hotDesk, noDistance, room, span } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import type { SettleFacts } from '../settle.ts'
import type { BasketItem, BasketRequest } from '../wishes/basket-wish.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { Intent } from '../wishes/intent.ts'

export const projector: Resource = {
  ...desk1,
  ...{ id: toId('resource', 'res_projector'), name: 'Projector', kind: 'equipment' },
}
export const otherRoom: Resource = {
  ...{ ...room, id: toId('resource', 'res_beacon'), name: 'Beacon' },
}
export const lunch: Extra = {
  ...{ id: toId('extra', 'ext_lunch'), name: 'Lunch', priceMinor: 1450 },
  ...{ per: 'booking', stock: null, maxCount: 12, noticeMinutes: 1440, kinds: ['meeting-room'] },
}

export const catalogue: Catalogue = {
  ...harbour,
  site: { ...harbour.site, extras: [lunch] },
  resources: [...harbour.resources, otherRoom, projector],
  tiers: [{ ...hotDesk, kinds: [...hotDesk.kinds, 'equipment'] }],
}
export const facts: SettleFacts = {
  ...{ catalogue, member: ada, madeBy: null, occupied: [], ownBookings: [] },
  distance: noDistance,
  wallet: emptyWallet,
}
export const now = at('2026-11-23', 600)
export const ten = span('2026-11-26', 600, 720)

export function item(
  resource: Resource,
  interval: Interval = ten,
  more: Partial<BasketItem> = {},
): BasketItem {
  const choice = choiceAt(catalogue, resource.id, interval)
  const alone = { choice, people: 1, guests: [], extras: [], payWith: 'personal' } as const
  return { ...alone, quote: money(0, 'EUR'), ...more }
}

let wishes = 0

export function basketWish(
  items: readonly BasketItem[],
  more: Partial<BasketRequest> = {},
): Intent<'basket.request'> {
  wishes += 1
  return {
    v: 1,
    id: toId('intent', `bki_b${wishes}`),
    kind: 'basket.request',
    device: toId('device', 'dev_phone'),
    seq: wishes,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(toInterval(now, now + 30 * 86_400_000).endsAt),
    body: {
      ...{ siteId: catalogue.site.id, items, note: '', ceiling: null },
      quote: money(1_000_000, 'EUR'),
      ...more,
    },
  }
}
