import type { TicketId } from '../values/ids.ts'
import type { ToldEntry } from './support-sections.ts'

/** What names the last word of a ticket where it is the team's; null where it is its member's. */
export function lastAnswer(entries: Iterable<ToldEntry>): string | null {
  const said = [...entries].filter(({ kind }) => kind === 'said').sort((a, b) => a.n - b.n)
  const last = said.at(-1)
  return last?.isOfTeam === true && last.by !== null ? `${last.ticketId}/${last.n}` : null
}

/** Tickets in which the team had the last word, and it was not seen. */
export function unreadAnswers(
  entries: Iterable<ToldEntry>,
  isSeen: (answer: string) => boolean,
): number {
  const byTicket = new Map<TicketId, ToldEntry[]>()
  for (const one of entries) {
    const said = byTicket.get(one.ticketId) ?? []
    byTicket.set(one.ticketId, said)
    said.push(one)
  }
  return [...byTicket.values()].filter((said) => {
    const answer = lastAnswer(said)
    return answer !== null && !isSeen(answer)
  }).length
}
