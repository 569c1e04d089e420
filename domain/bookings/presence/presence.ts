/** Who is where now, of those who let others see it, as whoever reads the record sees them. */
import { isId, type ResourceId, type TeamId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Sections } from '../../values/sections.ts'

export interface Presence {
  readonly resourceId: ResourceId
  readonly unit: number
  readonly name: string
  /** Whose people see among them who is in; null for somebody without a team. */
  readonly teamId: TeamId | null
  /** From then on it is told no more. */
  readonly until: Instant
}

/** What cannot be read is left out. */
export function readPresence(sections: Sections): readonly Presence[] {
  const found = Object.values(sections['people'] ?? {}) as readonly unknown[]
  return found.filter(isPresence)
}

/** Those of a team, as whoever is in it sees them on Today. */
export function ofTeam(people: readonly Presence[], teamId: TeamId | null): readonly Presence[] {
  return teamId === null ? [] : people.filter((one) => one.teamId === teamId)
}

function isPresence(value: unknown): value is Presence {
  const { resourceId, unit, name, teamId, until } = (value ?? {}) as Partial<Presence>
  const isNamed = isId('resource', resourceId) && typeof name === 'string'
  const isOfTeam = teamId === null || isId('team', teamId)
  return isNamed && isOfTeam && Number.isSafeInteger(unit) && Number.isSafeInteger(until)
}

/** Those who are still there. */
export function presentAt(people: readonly Presence[], now: Instant): readonly Presence[] {
  return people.filter(({ until }) => until > now)
}
