/**
 * What a wish about a setting may say. Sizes and shapes are held here; what contradicts itself is told in words by the `…-problems` of its
 * noun. A field that a type gains must be named here too, or this does not compile.
 */

import * as v from 'valibot'
import { type Allowance, allowancePeriods, type Rollover } from '../../memberships/allowance.ts'
import type { Holder } from '../../memberships/holder.ts'
import { type Quota, quotaPeriods } from '../../memberships/quota.ts'
import type { Tier } from '../../memberships/tier.ts'
import type { Absence } from '../../sites/absence.ts'
import { type BookingRules, type CheckInRules, usualCheckIn } from '../../sites/booking-rules.ts'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { type Extra, extraRhythms } from '../../sites/extra.ts'
import { type Granularity, granularityKinds } from '../../sites/granularity.ts'
import type { GuestSettings } from '../../sites/guest-settings.ts'
import { lotUnits, type PassOffer, type PassSettings } from '../../sites/pass-offer.ts'
import { isPhotoHash, type Photo } from '../../sites/photo.ts'
import type { RateRow } from '../../sites/rate-row.ts'
import { type Resource, resourceKinds } from '../../sites/resource.ts'
import { limits } from '../../values/limits.ts'
import { billing } from './billing-settings-body.ts'
import { date, fingerprint, id, resolutions } from './fields.ts'
import { newsSettings } from './news-bodies.ts'

type FieldsOf<Of> = { readonly [Field in keyof Of]-?: v.GenericSchema }

/** Any whole number that JSON carries: which ones make sense is said in words. */
const whole = v.pipe(v.number(), v.safeInteger())
/** Longer than any name may be, so that a name that is too long is answered in words. */
const text = v.pipe(v.string(), v.maxLength(4 * limits.settingNameLengthMax))
const photoHash = v.custom<string>(isPhotoHash)
const kind = v.picklist(Object.values(resourceKinds))
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))

const hours = v.tuple(
  Array.from({ length: 7 }, () =>
    list(v.strictObject({ opens: whole, closes: whole }), 4 * limits.openSpansMax),
  ) as never, // seven of them, Monday first
)

const advanceLimits = list(
  v.strictObject({ kind: v.picklist(['elapsed-days', 'calendar-days']), days: whole }),
  4 * limits.advanceLimitsMax,
)

const cancellation = v.strictObject({
  steps: list(
    v.strictObject({ hoursBefore: whole, refundPercent: whole }),
    4 * limits.cancellationStepsMax,
  ),
  graceMinutes: whole,
  freeMoveHoursBefore: v.nullable(whole),
  noShowRefundPercent: whole,
} satisfies FieldsOf<CancellationPolicy>)

const granularity = v.variant('kind', [
  v.strictObject({ kind: v.literal('day') }),
  v.strictObject({ kind: v.literal('half-day'), turnsAt: whole }),
  v.strictObject({ kind: v.literal('hour') }),
]) satisfies v.GenericSchema<unknown, Granularity>

const rules = v.strictObject({
  granularities: list(granularity, granularityKinds.length),
  minMinutes: whole,
  maxMinutes: whole,
  incrementMinutes: whole,
  bufferBeforeMinutes: whole,
  bufferAfterMinutes: whole,
  noticeMinutes: whole,
  advanceLimits,
  cancellation,
  checkIn: v.nullable(
    v.strictObject({
      opensMinutesBefore: whole,
      releaseMinutesAfter: whole,
      // Apps from before it could be set say nothing of it: then it stays as is usual.
      missesToSuspend: v.optional(v.nullable(whole), usualCheckIn.missesToSuspend),
    } satisfies FieldsOf<CheckInRules>),
  ),
} satisfies FieldsOf<BookingRules>)

const mode = v.variant('kind', [
  v.strictObject({ kind: v.literal('exclusive') }),
  v.strictObject({ kind: v.literal('pool'), units: whole }),
  v.strictObject({ kind: v.literal('assigned') }),
])

const resource = v.strictObject({
  id: id('resource'),
  siteId: id('site'),
  floorId: id('floor'),
  kind,
  name: text,
  zoneName: text,
  mode,
  capacity: whole,
  amenities: list(text, 4 * limits.amenitiesMax),
  rules,
  hours: v.nullable(hours),
  holdMinutes: v.nullable(whole),
  approvalMinutes: v.nullable(whole),
  partOf: v.nullable(id('resource')),
  isBookable: v.boolean(),
  /** As they stand: only the holder changes them. */
  absences: list(
    v.strictObject({ from: date, until: date } satisfies FieldsOf<Absence>),
    4 * limits.absencesMax,
  ),
  photos: list(
    v.strictObject({
      ...{ full: photoHash, small: photoHash, width: whole, height: whole, alt: text },
    } satisfies FieldsOf<Photo>),
    4 * limits.photosMax,
  ),
} satisfies FieldsOf<Resource>)

const holder = v.variant('kind', [
  v.strictObject({ kind: v.literal('member'), memberId: id('member') }),
  v.strictObject({ kind: v.literal('team'), teamId: id('team') }),
]) satisfies v.GenericSchema<unknown, { readonly kind: Holder['kind'] }>

export const quota = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_.-]{1,60}$/)),
  kinds: list(kind, Object.keys(resourceKinds).length),
  per: v.picklist(quotaPeriods),
  unit: v.picklist(['bookings', 'minutes']),
  max: whole,
} satisfies FieldsOf<Quota>)

const allowance = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,30}$/)),
  kinds: list(kind, Object.keys(resourceKinds).length),
  unit: v.picklist(lotUnits),
  amount: whole,
  per: v.picklist(allowancePeriods),
  startsOnDay: whole,
  rollover: v.nullable(
    v.strictObject({
      ...{ periods: whole, amountMax: v.nullable(whole), from: date },
    } satisfies FieldsOf<Rollover>),
  ),
} satisfies FieldsOf<Allowance>)

const tier = v.strictObject({
  id: id('tier'),
  name: text,
  kinds: list(kind, Object.keys(resourceKinds).length),
  advanceLimits,
  maxMinutes: v.nullable(whole),
  cancellation: v.nullable(cancellation),
  quotas: list(quota, 2 * limits.quotasMax),
  allowances: list(allowance, 2 * limits.allowancesMax),
} satisfies FieldsOf<Tier>)

const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))
const rate = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^rat_[0-9A-Za-z][0-9A-Za-z_.-]{0,80}$/)),
  resourceId: v.nullable(id('resource')),
  kind: v.nullable(kind),
  tierId: v.nullable(id('tier')),
  hours: v.nullable(v.strictObject({ weekdays: list(weekday, 7), from: whole, until: whole })),
  priority: whole,
  hourMinor: whole,
  halfDayMinor: v.nullable(whole),
  dayMinor: v.nullable(whole),
  isPrepaid: v.boolean(),
} satisfies FieldsOf<RateRow>)

const extra = v.strictObject({
  id: id('extra'),
  name: text,
  priceMinor: whole,
  per: v.picklist(extraRhythms),
  stock: v.nullable(whole),
  maxCount: whole,
  noticeMinutes: whole,
  kinds: list(kind, Object.keys(resourceKinds).length),
} satisfies FieldsOf<Extra>)

const passes = v.strictObject({
  offers: list(
    v.strictObject({
      id: id('pass'),
      name: text,
      kinds: list(kind, Object.keys(resourceKinds).length),
      unit: v.picklist(lotUnits),
      amount: whole,
      priceMinor: whole,
      validDays: v.nullable(whole),
    } satisfies FieldsOf<PassOffer>),
    2 * limits.passOffersMax,
  ),
  dayEndsAtMinute: whole,
  halfDayMinutes: whole,
  graceDays: whole,
} satisfies FieldsOf<PassSettings>)

const setting = { siteId: id('site'), basedOn: fingerprint }

export const settingBodies = {
  'site.save': v.strictObject({ ...setting, name: text, address: text }),
  'resource.save': v.strictObject({
    ...setting,
    resource,
    holder: v.nullable(holder),
    resolutions,
  }),
  'resource.retire': v.strictObject({ ...setting, resourceId: id('resource'), resolutions }),
  'rules.save': v.strictObject({
    ...setting,
    resourceIds: v.pipe(list(id('resource'), limits.placesPerRuleMax), v.minLength(1)),
    rules,
  }),
  'hours.save': v.strictObject({ ...setting, hours, resolutions }),
  'passes.save': v.strictObject({ ...setting, passes }),
  'billing.save': v.strictObject({ ...setting, billing }),
  'floor.save': v.strictObject({ ...setting, floorId: id('floor'), name: text }),
  'tier.save': v.strictObject({ ...setting, tier }),
  'house-rules.save': v.strictObject({
    ...setting,
    text: v.pipe(v.string(), v.maxLength(4 * limits.houseRulesLengthMax)),
    takesEffectOn: date,
  }),
  'finding.save': v.strictObject({ ...setting, membersFindEachOther: v.boolean() }),
  'directory.save': v.strictObject({
    ...setting,
    hasDirectory: v.boolean(),
    hasMessages: v.boolean(),
  }),
  'news.save': v.strictObject({ ...setting, news: newsSettings }),
  'guests.save': v.strictObject({
    ...setting,
    guests: v.strictObject({
      keptDays: whole,
      consent: v.pipe(v.string(), v.maxLength(4 * limits.guestConsentLengthMax)),
    } satisfies FieldsOf<GuestSettings>),
  }),
  'extras.save': v.strictObject({ ...setting, extras: list(extra, 2 * limits.extrasMax) }),
  'rates.save': v.strictObject({ ...setting, rates: list(rate, 2 * limits.ratesMax) }),
} as const
