import fc from 'fast-check'
import type { PerkBodies, PerkText } from '../../bookings/wishes/perk-requests.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'

export const coffee: PerkText = {
  ...{ id: toId('perk', 'prk_coffee'), title: 'Coffee at the quay', text: 'A third off.' },
  ...{ link: 'https://quay.example/members', code: 'LOFT-3', tierIds: [] },
  ...{ from: toLocalDate('2026-11-24'), until: null, usesMax: 2 },
}

const about = {
  siteId: fc.constant(toId('site', 'sit_harbour-loft')),
  perkId: fc.constant(coffee.id),
}

/** What wishes about perks may say. */
export const perkWishes: { readonly [Kind in keyof PerkBodies]: fc.Arbitrary<unknown> } = {
  'perk.save': fc.record({
    siteId: about.siteId,
    revision: fc.nat(),
    perk: fc.record({
      id: fc.constant(coffee.id),
      title: fc.constantFrom('Coffee', '<b>Coffee</b>'),
      text: fc.constantFrom('', 'A third off.'),
      link: fc.constantFrom('', 'https://quay.example'),
      code: fc.constant('LOFT-3'),
      tierIds: fc.constantFrom([], [toId('tier', 'tie_hot')]),
      from: fc.constant('2026-11-24'),
      until: fc.option(fc.constant('2026-12-24')),
      usesMax: fc.option(fc.integer({ min: 1, max: 365 })),
    }),
  }),
  'perk.remove': fc.record(about),
  'perk.use': fc.record(about),
}
