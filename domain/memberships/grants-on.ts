/** What gives somebody allowances on a day: each of their memberships that is there and not paused. */
import type { TierId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Member } from './member.ts'
import { dayOf, type Membership, type Pause, pausesOf } from './membership.ts'
import { hadSince } from './memberships-of.ts'

export interface Grant {
  readonly tierId: TierId
  /** The first day of the plan, and whether another one was there before it; null where it has been there for long. */
  readonly since: { readonly on: LocalDate; readonly isChange: boolean } | null
  readonly pauses: readonly Pick<Pause, 'from' | 'until'>[]
  /** 0 for the first of somebody's memberships, else which of those beside it. */
  readonly beside: number
}

export function grantsOn(
  { memberships, tierId, tierSince }: Pick<Member, 'memberships' | 'tierId' | 'tierSince'>,
  date: LocalDate,
): readonly Grant[] {
  if (memberships.length > 0) {
    return memberships.flatMap((membership, beside) => grantOf(membership, date, beside) ?? [])
  }
  const since = tierSince === null ? null : { on: tierSince, isChange: false }
  return tierId === null ? [] : [{ tierId, since, pauses: [], beside: 0 }]
}

function grantOf(membership: Membership, date: LocalDate, beside: number): Grant | null {
  const { tierId, pause } = dayOf(membership, date)
  if (tierId === null || pause !== null) return null
  const on = hadSince(membership, date)
  const since = on === null ? null : { on, isChange: on !== membership.startsOn }
  return { tierId, since, pauses: pausesOf(membership), beside }
}
