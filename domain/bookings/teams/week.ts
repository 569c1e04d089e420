/**
 * A team's week while it is planned: one shared document, one map, a day of somebody a key. Each says their own days, whoever manages the
 * team any of them; two devices that were apart keep both what they said, and of one day what was said last.
 */
import { isId, type MemberId, type ResourceId } from '../../values/ids.ts'
import {
  addDays,
  type IsoWeek,
  isLocalDate,
  type LocalDate,
  mondayOfIsoWeek,
} from '../../values/local-date.ts'

/** Where somebody means to be on a day: at a desk, any or one they like, in the team's own office, or at home. */
export type DayWish =
  | { readonly kind: 'desk'; readonly resourceId: ResourceId | null }
  | { readonly kind: 'office' }
  | { readonly kind: 'home' }

export interface PlannedDay {
  readonly memberId: MemberId
  readonly on: LocalDate
  readonly wish: DayWish
}

/** The one map of the document. */
export const weekRoot = 'days'

export function dayKey(memberId: MemberId, on: LocalDate): string {
  return `${memberId}/${on}`
}

export function daysOfWeek(week: IsoWeek): readonly LocalDate[] {
  const monday = mondayOfIsoWeek(week)
  return monday === null ? [] : [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days))
}

/** Whose day a key is; null where it is none of that week. */
export function readDayKey(
  week: IsoWeek,
  key: string,
): { readonly memberId: MemberId; readonly on: LocalDate } | null {
  const [memberId, on, ...rest] = key.split('/')
  if (rest.length > 0 || !isId('member', memberId) || !isLocalDate(on)) return null
  return daysOfWeek(week).includes(on) ? { memberId, on } : null
}

/** Null where it is no wish: nothing else may stand in the document. */
export function readDayWish(value: unknown): DayWish | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, resourceId, ...rest } = value as Readonly<Record<string, unknown>> // an object, as was just seen
  if (Object.keys(rest).length > 0) return null
  if (kind === 'desk') {
    return resourceId === null || isId('resource', resourceId) ? { kind, resourceId } : null
  }
  const isBare = resourceId === undefined
  return isBare && (kind === 'office' || kind === 'home') ? { kind } : null
}

/** The days in the order of people and dates; null where anything in it is none. */
export function readWeek(
  week: IsoWeek,
  map: Readonly<Record<string, unknown>>,
): readonly PlannedDay[] | null {
  const days: PlannedDay[] = []
  for (const [key, value] of Object.entries(map)) {
    const whose = readDayKey(week, key)
    const wish = readDayWish(value)
    if (whose === null || wish === null) return null
    days.push({ ...whose, wish })
  }
  return days.sort((a, b) => (dayKey(a.memberId, a.on) < dayKey(b.memberId, b.on) ? -1 : 1))
}
