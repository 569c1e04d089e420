/** Days away, as their holder declares and ends them. Each decision gives the place as it is from then on, or says why not. */
import type { Member } from '../../memberships/member.ts'
import type { Absence } from '../../sites/absence.ts'
import type { Resource } from '../../sites/resource.ts'
import { limits } from '../../values/limits.ts'
import { addDays, daysBetween, type LocalDate } from '../../values/local-date.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { mayLend } from './may-lend.ts'

export type AbsenceAnswer =
  | { readonly kind: 'changed'; readonly resource: Resource }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function declareAbsence(
  resource: Resource | null,
  { from, until }: Absence,
  holder: Pick<Member, 'assigned'>,
  today: LocalDate,
): AbsenceAnswer {
  if (resource === null || !mayLend(resource, holder)) return refuse({ reason: 'not-allowed' })
  if (until < from || daysBetween(from, until) >= limits.absenceDaysMax) {
    return refuse({ reason: 'malformed' })
  }
  if (from < today) return refuse({ reason: 'past' })
  if (daysBetween(today, until) > limits.absenceAheadDaysMax) return refuse({ reason: 'malformed' })
  const known = resource.absences.filter((absence) => absence.until >= today)
  if (known.length >= limits.absencesMax) return refuse({ reason: 'not-allowed' })
  if (known.some((absence) => absence.from <= until && from <= absence.until)) {
    return refuse({ reason: 'already-away' })
  }
  const absences = [...known, { from, until }].sort((a, b) => (a.from < b.from ? -1 : 1))
  return { kind: 'changed', resource: { ...resource, absences } }
}

/** One that runs ends yesterday, one that is ahead never was. */
export function endAbsence(
  resource: Resource | null,
  from: LocalDate,
  holder: Pick<Member, 'assigned'>,
  today: LocalDate,
): AbsenceAnswer {
  if (resource === null || !mayLend(resource, holder)) return refuse({ reason: 'not-allowed' })
  const ended = resource.absences.find((absence) => absence.from === from && absence.until >= today)
  if (ended === undefined) return refuse({ reason: 'past' })
  const absences = resource.absences.flatMap((absence) => {
    if (absence !== ended) return [absence]
    return from < today ? [{ from, until: addDays(today, -1) }] : []
  })
  return { kind: 'changed', resource: { ...resource, absences } }
}

function refuse(refusal: Refusal): AbsenceAnswer {
  return { kind: 'refused', refusal }
}
