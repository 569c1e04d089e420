/**
 * Which documents this device follows, most wanted first. A connection has room for a number of them: with more locations than fit, the
 * ones the person visits come before the others. What was followed before stays on the device until it is too old.
 */
import { formatDocumentName, parseDocumentName } from '../../domain/access/document-name.ts'
import type { MemberId, SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays, isoWeekOf, type LocalDate, mondayOf } from '../../domain/values/local-date.ts'

export interface WantedInput {
  readonly memberId: MemberId
  /** The sites the member belongs to. */
  readonly siteIds: readonly SiteId[]
  /** Who works for the space follows what waits for the team. */
  readonly isStaff: boolean
  /** Sites the person looked at, latest first. */
  readonly visited: readonly SiteId[]
  /** Documents a screen asked for, latest first. */
  readonly asked: readonly string[]
  todayAt(siteId: SiteId): LocalDate
}

/** One channel is the outbox's. */
const FOLLOWED_MAX = limits.channelsPerSocketMax - 1
/** Day lists that staff looked at; older ones are followed again when they are opened again. */
const ASKED_MAX = 8
/** A day list holds names: it stays for yesterday at most. */
const DESK_DAYS_BACK = 1

export function wantedDocuments(input: WantedInput): readonly string[] {
  const { memberId, visited, siteIds } = input
  const sites = [
    ...visited.filter((one) => siteIds.includes(one)),
    ...siteIds.filter((one) => !visited.includes(one)),
  ]
  const [first, ...others] = sites
  const wanted = [
    formatDocumentName({ kind: 'member', memberId }),
    ...(first === undefined ? [] : [nameOf('catalogue', first)]),
    ...(input.isStaff ? sites.flatMap((one) => kindsOfStaff.map((kind) => nameOf(kind, one))) : []),
    formatDocumentName({ kind: 'tickets', memberId }),
    formatDocumentName({ kind: 'messages', memberId }),
    ...input.asked.filter((name) => !isOutdated(name, input)).slice(0, ASKED_MAX),
    ...(first === undefined ? [] : [nameOf('articles', first), nameOf('happenings', first)]),
    ...(first === undefined ? [] : weeksOf(first, input.todayAt(first))),
    ...(first === undefined ? [] : [nameOf('directory', first)]),
    ...others.map((siteId) => nameOf('catalogue', siteId)),
    ...others.flatMap((siteId) => weeksOf(siteId, input.todayAt(siteId))),
    ...others.flatMap((siteId) => kindsOfPlace.map((kind) => nameOf(kind, siteId))),
  ]
  return [...new Set(wanted)].slice(0, FOLLOWED_MAX)
}

/**
 * Of the documents on the device, those that must go: weeks and days gone by, sites that are not the member's any more, and directories that
 * are not followed, in which somebody would stay who has hidden or is forgotten.
 */
export function outdatedDocuments(names: Iterable<string>, input: WantedInput): readonly string[] {
  const wanted = new Set(wantedDocuments(input))
  const isUnwatched = (name: string) => name.startsWith('directory/') && !wanted.has(name)
  return [...names].filter((name) => isOutdated(name, input) || isUnwatched(name))
}

function isOutdated(name: string, { memberId, siteIds, isStaff, todayAt }: WantedInput): boolean {
  const parsed = parseDocumentName(name)
  if (parsed === null) return true
  if (isOneOf(kindsOfMember, parsed)) return parsed.memberId !== memberId
  // Never followed: they are written on the device.
  if (!('siteId' in parsed) || parsed.kind === 'plan-draft') return true
  if (!siteIds.includes(parsed.siteId)) return true
  if (parsed.kind === 'catalogue' || isOneOf(kindsOfPlace, parsed)) return false
  if (isOneOf(kindsOfStaff, parsed)) return !isStaff
  const today = todayAt(parsed.siteId)
  // Who is there today is nobody's business tomorrow.
  if (parsed.kind === 'presence') return parsed.date !== today
  if (parsed.kind === 'desk') return parsed.date < addDays(today, -DESK_DAYS_BACK)
  return parsed.week < isoWeekOf(addDays(today, -7 * limits.occupancyWeeksBack))
}

const kindsOfMember = ['member', 'tickets', 'messages'] as const
/** What members read of a location beside its catalogue and its weeks, and what only staff do. */
const kindsOfPlace = ['articles', 'happenings', 'directory'] as const
const kindsOfStaff = ['requests', 'support', 'attendees'] as const
type OfSite = 'catalogue' | (typeof kindsOfPlace)[number] | (typeof kindsOfStaff)[number]

function isOneOf<Kind extends string, Name extends { readonly kind: string }>(
  kinds: readonly Kind[],
  name: Name,
): name is Extract<Name, { readonly kind: Kind }> {
  return kinds.some((kind) => kind === name.kind)
}

function nameOf(kind: OfSite, siteId: SiteId): string {
  return formatDocumentName({ kind, siteId })
}

/** This week and those ahead, then the ones behind. */
function weeksOf(siteId: SiteId, today: LocalDate): readonly string[] {
  const ahead = Array.from({ length: limits.occupancyWeeksAhead + 1 }, (_, week) => week)
  const behind = Array.from({ length: limits.occupancyWeeksBack }, (_, week) => -1 - week)
  return [...ahead, ...behind].map((week) =>
    formatDocumentName({
      kind: 'occupancy',
      siteId,
      week: isoWeekOf(addDays(mondayOf(today), 7 * week)),
    }),
  )
}
