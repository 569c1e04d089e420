import { formatCsv } from '../../values/format-csv.ts'
import type { Attendee } from './happening-sections.ts'
import type { RsvpState } from './rsvp.ts'

/** Whoever said something about an event, as rows, under columns in the words of whoever saves it. */
export function attendeesCsv(
  attendees: readonly Attendee[],
  words: {
    readonly listColumns: readonly string[]
    readonly states: Readonly<Record<RsvpState, string>>
    readonly yes: string
  },
): string {
  const rows = attendees.map(({ name, people, state, hasCome }) => [
    ...[name, String(people), words.states[state], hasCome ? words.yes : ''],
  ])
  return formatCsv([words.listColumns, ...rows])
}
