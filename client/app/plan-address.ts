/**
 * The address of what a plan shows: `/plan?site=…&floor=…&place=…&date=2026-12-10&from=10:00&until=13:00`. Every part may be missing;
 * times are the location's wall time. People hand such addresses on and keep them, so these names stay.
 */
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import { type FloorId, isId, type ResourceId, type SiteId } from '../../domain/values/ids.ts'
import { isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, parseMinute } from '../../domain/values/zone.ts'

/** What an address asks the plan to show; null is what it leaves open. */
export interface PlanAddress {
  readonly siteId: SiteId | null
  readonly floorId: FloorId | null
  readonly placeId: ResourceId | null
  readonly date: LocalDate | null
  readonly span: TimeSpan | null
  /** Parts that are written so that nobody can tell what they mean. */
  readonly unread: readonly ('floor' | 'place' | 'time')[]
}

type Text = string | readonly string[] | undefined
export type AddressText = Readonly<
  Partial<Record<'site' | 'floor' | 'place' | 'date' | 'from' | 'until', Text>>
>

/** What is not said of an end: an hour from its start. */
const USUAL_MINUTES = 60

export function readPlanAddress(text: AddressText): PlanAddress {
  const siteId = read(text.site, (one): one is SiteId => isId('site', one))
  const floorId = read(text.floor, (one): one is FloorId => isId('floor', one))
  const placeId = read(text.place, (one): one is ResourceId => isId('resource', one))
  const date = read(text.date, isLocalDate)
  const span = readSpan(text.from, text.until)
  return {
    siteId,
    floorId,
    placeId,
    date,
    span,
    unread: [
      ...(isLost(text.site, siteId) || isLost(text.floor, floorId) ? (['floor'] as const) : []),
      ...(isLost(text.place, placeId) ? (['place'] as const) : []),
      ...(isLost(text.date, date) || isLost(text.from ?? text.until, span)
        ? (['time'] as const)
        : []),
    ],
  }
}

export function planAddress({
  siteId,
  floorId,
  placeId,
  date,
  span,
}: Partial<Omit<PlanAddress, 'unread'>>): string {
  const parts = {
    site: siteId,
    floor: floorId,
    place: placeId,
    date,
    from: span == null ? null : formatMinute(span.from),
    until: span == null ? null : formatMinute(span.until),
  }
  const said = Object.entries(parts).flatMap(([name, value]) =>
    value == null ? [] : [`${name}=${value}`],
  )
  return said.length === 0 ? '/plan' : `/plan?${said.join('&')}`
}

function read<T extends string>(text: Text, is: (one: string) => one is T): T | null {
  return typeof text === 'string' && is(text) ? text : null
}

function isLost(text: Text, value: unknown): boolean {
  return text !== undefined && value === null
}

function readSpan(fromText: Text, untilText: Text): TimeSpan | null {
  const from = readMinute(fromText)
  if (from === null) return null
  const until = untilText === undefined ? from + USUAL_MINUTES : readMinute(untilText)
  return until === null || until > 1440 || from >= until ? null : { from, until }
}

/** A time of day from 00:00 to 24:00; null for anything else. */
function readMinute(text: Text): number | null {
  if (typeof text !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) return null
  return parseMinute(text)
}
