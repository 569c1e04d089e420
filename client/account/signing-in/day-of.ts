import { toInstant } from '../../../domain/values/instant.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'

/** The day of something, as the location counts days. */
export function dayOf({ catalogue, today }: Space, at: number): string {
  return words.amounts.dateWithin(toWallTime(catalogue.zone, toInstant(at)).date, today)
}
