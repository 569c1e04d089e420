/** `absence.declare` and `absence.end`: the holder of a desk lets others have it for some days, and takes it back. */
import {
  type AbsenceAnswer,
  declareAbsence,
  endAbsence,
} from '../../domain/bookings/absences/change-absences.ts'
import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import { notAllowed, refused } from '../settlement/verdict.ts'

const declared = settlementKind<'absence.declare', Catalogue | null>({
  kind: 'absence.declare',
  load: (ledger, { body }) => ledger.catalogue(body.siteId),
  decide: (intent, catalogue, actor, now) =>
    decide(intent, catalogue, now, (found, today) =>
      declareAbsence(found, intent.body, actor, today),
    ),
})

const ended = settlementKind<'absence.end', Catalogue | null>({
  kind: 'absence.end',
  load: (ledger, { body }) => ledger.catalogue(body.siteId),
  decide: (intent, catalogue, actor, now) =>
    decide(intent, catalogue, now, (found, today) =>
      endAbsence(found, intent.body.from, actor, today),
    ),
})

function decide(
  { kind, body }: Intent<'absence.declare' | 'absence.end'>,
  catalogue: Catalogue | null,
  now: Instant,
  change: (resource: Resource | null, today: LocalDate) => AbsenceAnswer,
): Decision {
  if (catalogue === null) return notAllowed
  const found = findResource(catalogue, body.resourceId)
  const answer = change(found, toWallTime(catalogue.zone, now).date)
  if (answer.kind === 'refused') return refused(answer.refusal)
  const { resource } = answer
  return {
    outcome: granted,
    facts: [
      { kind: 'absences', resource },
      { kind: 'audit', command: kind, subject: resource.id, detail: JSON.stringify(body) },
    ],
  }
}

export const absenceKinds = [declared, ended]
