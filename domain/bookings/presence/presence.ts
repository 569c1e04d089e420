/** Who is where now, of those who let others see it, as whoever reads the record sees them. */
import { isId, type ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Sections } from '../../values/sections.ts'

export interface Presence {
  readonly resourceId: ResourceId
  readonly unit: number
  readonly name: string
  /** From then on it is told no more. */
  readonly until: Instant
}

/** What cannot be read is left out. */
export function readPresence(sections: Sections): readonly Presence[] {
  const found = Object.values(sections['people'] ?? {}) as readonly unknown[]
  return found.filter(isPresence)
}

function isPresence(value: unknown): value is Presence {
  const { resourceId, unit, name, until } = (value ?? {}) as Partial<Presence>
  const isNamed = isId('resource', resourceId) && typeof name === 'string'
  return isNamed && Number.isSafeInteger(unit) && Number.isSafeInteger(until)
}

/** Those who are still there. */
export function presentAt(people: readonly Presence[], now: Instant): readonly Presence[] {
  return people.filter(({ until }) => until > now)
}
