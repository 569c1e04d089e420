/** Why a membership cannot be changed like that. `words` has a sentence for each. */
import type { LocalDate } from '../values/local-date.ts'
import type { Money } from '../values/money.ts'

export type MembershipProblem =
  /** There is no such membership, or it has not begun. */
  | { readonly problem: 'unknown' }
  /** It ends then, or has ended. */
  | { readonly problem: 'over'; readonly on: LocalDate }
  | { readonly problem: 'not-offered' }
  /** It is the plan they have. */
  | { readonly problem: 'same' }
  /** A change to it waits for the next period. */
  | { readonly problem: 'at-next-period'; readonly on: LocalDate }
  | { readonly problem: 'no-pause' }
  | { readonly problem: 'pause-too-long'; readonly daysMax: number }
  /** Another pause has some of those days. */
  | { readonly problem: 'pause-overlaps' }
  | { readonly problem: 'not-paused' }
  /** By its notice, and at the end of a period. */
  | { readonly problem: 'ends-earliest'; readonly on: LocalDate }
  | { readonly problem: 'past-day' }
  /** A period of it costs more by now than was shown. */
  | { readonly problem: 'dearer'; readonly price: Money }
  /** It has taken effect, or somebody took it back. */
  | { readonly problem: 'in-effect' }
  /** The space made it, so the space takes it back. */
  | { readonly problem: 'by-space' }
  | { readonly problem: 'too-many'; readonly limit: number }
