/** What a space asks of everybody who books, by version: the text that was accepted stays the text that was accepted (D-57). */
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { toWallTime } from '../values/zone.ts'
import type { Catalogue } from './catalogue.ts'

export interface HouseRules {
  /** Rises by one with each text. */
  readonly version: number
  readonly text: string
  /** From the beginning of that local day; until then the one before counts. */
  readonly takesEffectOn: LocalDate
}

/** The newest version that has taken effect; null while none has. */
export function rulesInForce(
  { site, zone }: Pick<Catalogue, 'site' | 'zone'>,
  now: Instant,
): HouseRules | null {
  const today = toWallTime(zone, now).date
  const begun = site.houseRules.filter(({ takesEffectOn }) => takesEffectOn <= today)
  return begun.reduce<HouseRules | null>(
    (newest, one) => (newest === null || one.version > newest.version ? one : newest),
    null,
  )
}
