import type { LocalDate } from '../values/local-date.ts'

/** Days on which whoever holds a place by contract lets others have it: whole ones, the last included. */
export interface Absence {
  readonly from: LocalDate
  readonly until: LocalDate
}
