/** Wishes about what a location sets, for properties of the door. */
import fc from 'fast-check'
import { toId } from '../../values/ids.ts'
import { desk1, desk2, harbour, room, span } from '../for-tests.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { IntentKind } from '../wishes/intent.ts'

const siteId = fc.constant(harbour.site.id)
const basedOn = fc.option(fc.constant('0123456789abcdef'))
const places = fc.constantFrom(desk1, desk2, room)
const bookingId = fc.nat().map((number) => toId('booking', `bkg_${number}`))
const resolution = fc.oneof(
  fc.constant({ kind: 'cancel' }),
  fc.constant({ kind: 'keep' }),
  places.map(({ id }) => ({
    kind: 'move',
    choice: choiceAt(harbour, id, span('2026-10-20', 540, 600)),
  })),
)

type SettingWish = Extract<
  IntentKind,
  | 'site.save'
  | 'finding.save'
  | 'directory.save'
  | 'resource.save'
  | 'resource.retire'
  | 'rules.save'
  | 'hours.save'
  | 'plan.publish'
  | 'floor.save'
  | 'tier.save'
  | 'extras.save'
  | 'rates.save'
>

export const settingWishes: { readonly [Kind in SettingWish]: fc.Arbitrary<unknown> } = {
  'site.save': fc.record({ siteId, basedOn, name: fc.string(), address: fc.string() }),
  'finding.save': fc.record({ siteId, basedOn, membersFindEachOther: fc.boolean() }),
  'directory.save': fc.record({
    siteId,
    basedOn,
    hasDirectory: fc.boolean(),
    hasMessages: fc.boolean(),
  }),
  'resource.save': fc.record({
    siteId,
    basedOn,
    resource: places,
    holder: fc.option(fc.constant({ kind: 'team', teamId: toId('team', 'tea_north') })),
    resolutions: fc.dictionary(bookingId, resolution, { maxKeys: 5 }),
  }),
  'resource.retire': fc.record({
    siteId,
    basedOn,
    resourceId: fc.constant(desk1.id),
    resolutions: fc.dictionary(bookingId, resolution, { maxKeys: 5 }),
  }),
  'rules.save': fc.record({
    siteId,
    basedOn,
    resourceIds: fc.constant([desk1.id, room.id]),
    rules: places.map(({ rules }) => rules),
  }),
  'hours.save': fc.record({
    ...{ siteId, basedOn, resolutions: fc.constant({}) },
    hours: fc.constant(harbour.site.hours),
  }),
  'plan.publish': fc.record({
    siteId,
    floorId: fc.constant(toId('floor', 'flr_attic')),
    epoch: fc.constant('epoch'),
    n: fc.nat(),
    basedOn: fc.nat(),
    resolutions: fc.dictionary(bookingId, resolution, { maxKeys: 5 }),
  }),
  'floor.save': fc.record({
    ...{ siteId, basedOn, name: fc.constant('Attic') },
    floorId: fc.constant(toId('floor', 'flr_attic')),
  }),
  'tier.save': fc.record({ siteId, basedOn, tier: fc.constantFrom(...harbour.tiers) }),
  'extras.save': fc.record({
    siteId,
    basedOn: fc.constant('1-2'),
    extras: fc.array(
      fc.record({
        id: fc.constant(toId('extra', 'ext_lunch')),
        name: fc.constant('Lunch'),
        priceMinor: fc.nat(10_000),
        per: fc.constantFrom('booking', 'month'),
        stock: fc.option(fc.nat(50)),
        maxCount: fc.nat(500),
        noticeMinutes: fc.nat(10_000),
        kinds: fc.subarray(['meeting-room', 'event-hall']),
      }),
      { maxLength: 40 },
    ),
  }),
  'rates.save': fc.record({ siteId, basedOn, rates: fc.subarray([...harbour.rates]) }),
}
