import type { TicketId } from '../../../domain/values/ids.ts'

/** Under which the team's next word about a request is kept while it is typed. */
export function answerKey(ticketId: TicketId): string {
  return `answer/${ticketId}`
}

/** What is typed already stays above it. */
export function withText(typed: string, text: string): string {
  return typed.trim() === '' ? text : `${typed.trimEnd()}\n\n${text}`
}
