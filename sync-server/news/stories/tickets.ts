/** What the team said in a ticket, and who. */
import type { News } from '../../../domain/news/news.ts'
import { english } from '../../../domain/words/words.ts'
import { loadActor } from '../../settlement/load-actor.ts'
import { findEntry, findTicket } from '../../storage/load-support.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { news: said } = english

export async function storyOfAnswer(
  { ticketId, entry: n }: Extract<News, { readonly kind: 'answered' }>,
  { reader, url }: StoryContext,
): Promise<Story | null> {
  const ticket = await findTicket(reader, ticketId)
  const entry = await findEntry(reader, ticketId, n)
  if (ticket === null || entry?.kind !== 'said' || entry.by === null) return null
  const by = await loadActor(reader, entry.by)
  return {
    ...plain,
    values: { number: String(ticket.number), by: by?.name ?? '', text: entry.text },
    action: { label: said.openRequest, url: `${url}/me/help/requests/${ticketId}` },
    ticketId,
  }
}
