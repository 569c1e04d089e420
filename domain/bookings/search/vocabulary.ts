/** The words of one language in which a member says what they look for; `words` has them for each language. All in lower case. */
import type { ResourceKind } from '../../sites/resource.ts'
import type { TimeChip } from '../wishes/times-of-day.ts'

export interface SearchVocabulary {
  /** What people call the kinds; a phrase may have several words. */
  readonly kinds: Readonly<Partial<Record<ResourceKind, readonly string[]>>>
  readonly chips: Readonly<Partial<Record<Exclude<TimeChip, 'custom'>, readonly string[]>>>
  /** Monday first, each in all its forms. */
  readonly weekdays: readonly (readonly string[])[]
  /** January first, each in all its forms. */
  readonly months: readonly (readonly string[])[]
  /** One, two, three, … */
  readonly numbers: readonly string[]
  readonly today: readonly string[]
  readonly tomorrow: readonly string[]
  /** Before a weekday: the one of the week after this. */
  readonly next: readonly string[]
  readonly people: readonly string[]
  readonly hours: readonly string[]
  readonly minutes: readonly string[]
  /** Before a time at which something begins, and between the two ends of a span. */
  readonly at: readonly string[]
  readonly until: readonly string[]
  readonly forenoon: readonly string[]
  readonly afternoon: readonly string[]
  /** Words that say nothing here. */
  readonly fillers: readonly string[]
}
