/**
 * An operator changes the space. It is refused where somebody else has changed the same meanwhile, where it contradicts itself, and while
 * a booking that would not fit any more has not been decided about (D-10).
 */
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { fingerprint } from '../../values/fingerprint.ts'
import type { Instant } from '../../values/instant.ts'
import type { Booking } from '../booking.ts'
import { linkClashes, relinked } from '../links/link-clashes.ts'
import type { Occupied } from '../occupancy/occupancy.ts'
import { resolveBookings } from '../resolve-bookings.ts'
import { granted } from '../wishes/granted.ts'
import type { Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { Resolutions } from '../wishes/setting-requests.ts'
import { type Affected, affectedBy } from './affected-by.ts'
import {
  type AppliedSetting,
  applySetting,
  type SettingFact,
  type SettingIntent,
} from './apply-setting.ts'

export interface SettingFacts {
  readonly catalogue: Catalogue
  /** Live bookings of the site from now on; none are needed for what touches none. */
  readonly bookings: readonly Booking[]
  readonly occupied: readonly Occupied[]
}

export interface SettingDecision {
  readonly outcome: Outcome
  readonly facts: readonly SettingFact[]
  /** New facts about bookings that did not fit any more, in the order in which they must be written. */
  readonly bookings: readonly Booking[]
  readonly subject: string
}

/** What would stand there, and what contradicts itself; whatever it was made from. */
export type Applied = Omit<AppliedSetting, 'before'>

export function decideSetting(
  intent: SettingIntent,
  facts: SettingFacts,
  now: Instant,
): SettingDecision {
  const applied = applySetting(facts.catalogue, intent)
  return isBasedOn(intent.body.basedOn, applied.before)
    ? decideApplied(applied, resolutionsOf(intent), facts, now)
    : refuseSetting({ reason: 'setting-changed' })
}

export function decideApplied(
  { problems, after, facts: applied, subject }: Applied,
  resolutions: Resolutions,
  facts: SettingFacts,
  now: Instant,
): SettingDecision {
  if (problems.length > 0) return refuseSetting({ reason: 'invalid-setting', problems })
  const affected = affectedBy(facts.catalogue, after, facts.bookings, now)
  const unresolved = affected.filter((one) => !isResolved(after, resolutions, one))
  if (unresolved.length > 0) {
    const bookingIds = unresolved.map(({ booking }) => booking.id)
    return refuseSetting({ reason: 'unresolved-bookings', bookingIds })
  }
  const bookings = affected.map(({ booking }) => booking)
  const resolved = resolveBookings(resolutions, bookings, facts.occupied, after, now)
  if (resolved.kind === 'refused') return refuseSetting(resolved.refusal)
  const standing = asResolved(facts.bookings, resolved.bookings)
  // Kept, two bookings of linked places would still overlap: one of them must give way (D-13).
  const clashing = [...linkClashes(after, standing, now).keys()]
  if (clashing.length > 0) {
    return refuseSetting({ reason: 'unresolved-bookings', bookingIds: clashing })
  }
  const linked = relinked(after, standing, now)
  return {
    outcome: granted,
    facts: applied,
    bookings: [...resolved.bookings, ...linked],
    subject,
  }
}

/** The bookings as they stand once those that had to give way have done so. */
function asResolved(all: readonly Booking[], changed: readonly Booking[]): readonly Booking[] {
  const byId = new Map(changed.map((booking) => [booking.id, booking]))
  return all.map((booking) => byId.get(booking.id) ?? booking)
}

/** True when what stands there is what the operator looked at. */
function isBasedOn(basedOn: string | null, before: unknown): boolean {
  if (before === undefined) return false
  return before === null ? basedOn === null : basedOn === fingerprint(before)
}

export function resolutionsOf({ body }: SettingIntent): Resolutions {
  return 'resolutions' in body ? body.resolutions : {}
}

/** What is retired cannot keep a booking: it would be of a place that is not there. */
function isResolved(after: Catalogue, resolutions: Resolutions, { booking }: Affected): boolean {
  const resolution = resolutions[booking.id]
  if (resolution?.kind !== 'keep') return resolution !== undefined
  return findResource(after, booking.resourceId) !== null
}

export function refuseSetting(refusal: Refusal): SettingDecision {
  const outcome = { kind: 'refused', refusal, alternatives: [] } as const
  return { outcome, facts: [], bookings: [], subject: '' }
}
