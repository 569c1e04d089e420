/**
 * A membership over time: what it began with, and what was changed since. A change is a fact with the day on which it takes effect; what was
 * taken back before that day stays in the list, beside what took it back. What holds on a date follows from the list alone, and so does what
 * was known of it at any time before.
 */
import type { PauseTerms } from '../sites/billing-settings.ts'
import type { IntentId, MembershipId, SiteId, TierId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Money } from '../values/money.ts'

export interface Membership {
  readonly id: MembershipId
  readonly siteId: SiteId
  /** What it began with. */
  readonly tierId: TierId
  /** Its first day; null where it has been there for long. */
  readonly startsOn: LocalDate | null
  /** In the order in which they were made. */
  readonly changes: readonly MembershipChange[]
}

export type MembershipChange = ChangeMade &
  (
    | { readonly kind: 'tier'; readonly tierId: TierId; readonly on: LocalDate }
    /** By whole days, the last one not in it. */
    | {
        readonly kind: 'pause'
        readonly on: LocalDate
        readonly until: LocalDate
        readonly terms: PauseTerms
      }
    /** The pause that runs is over before its time. */
    | { readonly kind: 'resume'; readonly on: LocalDate }
    /** From this day on it is not there. */
    | { readonly kind: 'end'; readonly on: LocalDate }
    /** Of a change that had not taken effect yet. */
    | { readonly kind: 'take-back'; readonly on: LocalDate; readonly changeId: IntentId }
  )

export interface ChangeMade {
  readonly id: IntentId
  readonly madeOn: LocalDate
  readonly madeBy: 'member' | 'space'
  /** What the space said; empty from a member. */
  readonly reason: string
  /** What it changes of the period that had begun by then, as it was agreed: below zero what comes back. Null where it changes nothing of it. */
  readonly cost: ChangeCost | null
}

export interface ChangeCost {
  readonly amount: Money
  /** The days that it is for. */
  readonly from: LocalDate
  readonly until: LocalDate
}

export interface Pause {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly terms: PauseTerms
}

/** What holds on one date. No tier: it has not begun, or is over. */
export interface MembershipDay {
  readonly tierId: TierId | null
  readonly pause: Pause | null
}

type ChangeOf<Kind extends MembershipChange['kind']> = Extract<MembershipChange, { kind: Kind }>

const nothing: MembershipDay = { tierId: null, pause: null }

export function dayOf(membership: Membership, date: LocalDate): MembershipDay {
  const { startsOn } = membership
  if (startsOn !== null && date < startsOn) return nothing
  const end = endOf(membership)
  if (end !== null && end.on <= date) return nothing
  const pause = pausesOf(membership).find(({ from, until }) => from <= date && date < until)
  return { tierId: tierOn(membership, date), pause: pause ?? null }
}

/** Whichever of the changes took effect last, the one made later where two did on the same day. */
function tierOn(membership: Membership, date: LocalDate): TierId {
  const due = tierChangesOf(membership).filter(({ on }) => on <= date)
  const last = due.reduce<ChangeOf<'tier'> | null>(
    (best, one) => (best === null || one.on >= best.on ? one : best),
    null,
  )
  return last?.tierId ?? membership.tierId
}

/** Changes of tier that hold. One that had not taken effect when the next was made is replaced by it. */
export function tierChangesOf(membership: Membership): readonly ChangeOf<'tier'>[] {
  const all = standingOf(membership, 'tier')
  return all.filter(({ on }, index) => !all.slice(index + 1).some(({ madeOn }) => on > madeOn))
}

export function endOf(membership: Membership): ChangeOf<'end'> | null {
  const all = standingOf(membership, 'end')
  return all.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null
}

/** In order of time; they do not overlap. */
export function pausesOf(membership: Membership): readonly Pause[] {
  const resumes = standingOf(membership, 'resume')
  return standingOf(membership, 'pause')
    .map(({ on: from, until, terms }) => {
      const back = resumes.find(({ on }) => from < on && on < until)
      return { from, until: back?.on ?? until, terms }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Those of a kind that nobody took back. */
function standingOf<Kind extends MembershipChange['kind']>(
  { changes }: Membership,
  kind: Kind,
): readonly ChangeOf<Kind>[] {
  const takenBack = takenBackOf(changes)
  return changes.filter((one): one is ChangeOf<Kind> => one.kind === kind && !takenBack.has(one.id))
}

export function takenBackOf(changes: readonly MembershipChange[]): ReadonlySet<IntentId> {
  return new Set(changes.flatMap((one) => (one.kind === 'take-back' ? [one.changeId] : [])))
}

/** Changes that hold and have not taken effect, in order of time: what may still be taken back. */
export function comingOf(
  membership: Membership,
  today: LocalDate,
): readonly Exclude<MembershipChange, { kind: 'take-back' | 'resume' }>[] {
  const tiers = tierChangesOf(membership)
  const pauses = standingOf(membership, 'pause')
  const ends = standingOf(membership, 'end')
  return [...tiers, ...pauses, ...ends]
    .filter(({ on }) => on > today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/** What was known of it before a date began. */
export function asKnownBefore(membership: Membership, date: LocalDate): Membership {
  return { ...membership, changes: membership.changes.filter(({ madeOn }) => madeOn < date) }
}

/** The dates on which something of it becomes otherwise, in order. */
export function turnsOf(membership: Membership): readonly LocalDate[] {
  const { startsOn } = membership
  const end = endOf(membership)
  const dates = [
    ...(startsOn === null ? [] : [startsOn]),
    ...tierChangesOf(membership).map(({ on }) => on),
    ...pausesOf(membership).flatMap(({ from, until }) => [from, until]),
    ...(end === null ? [] : [end.on]),
  ]
  return [...new Set(dates)].toSorted()
}
