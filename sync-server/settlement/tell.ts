/** What a room hands the settlement to be told what happened, in the same transaction: so that nobody is told what is not so, and everybody what is. */
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Facts } from './kept-facts.ts'
import type { Act } from './write-facts.ts'

export interface Happened {
  /** As they were written, each change of a booking by itself. */
  readonly acts: readonly Act[]
  /** Outcomes of wishes, with whose they are. */
  readonly settled: readonly { readonly memberId: string; readonly settled: SettledIntent }[]
}

export type Tell = (facts: Facts, happened: Happened, now: Instant) => Promise<void>

/** For a settlement that nobody listens to. */
export const tellNobody: Tell = async () => undefined
