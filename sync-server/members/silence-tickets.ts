/** What somebody asked the team, and what was said about it: that they asked, and when it was answered, stays; what was said does not (D-55). */
import { people } from '../../domain/words/english/people.ts'
import { silenceWishes } from '../storage/silence-wishes.ts'
import type { Tx } from '../storage/storage.ts'

export async function silenceTickets(tx: Tx, memberId: string): Promise<void> {
  const tickets = await tx
    .selectFrom('ticket')
    .select(['id', 'body'])
    .where('member_id', '=', memberId)
    .execute()
  for (const { id, body } of tickets) {
    await tx
      .updateTable('ticket')
      .set({ body: withoutWords(body) })
      .where('id', '=', id)
      .execute()
    const entries = await tx
      .selectFrom('ticket_entry')
      .selectAll()
      .where('ticket_id', '=', id)
      .execute()
    for (const entry of entries) {
      await tx
        .updateTable('ticket_entry')
        .set({ body: withoutWords(entry.body) })
        .where('ticket_id', '=', id)
        .where('n', '=', entry.n)
        .execute()
    }
    await silenceWishes(tx, await wishesAbout(tx, id, memberId))
  }
}

/** The team's own, which said the same. */
function wishesAbout(tx: Tx, ticketId: string, memberId: string) {
  return tx
    .selectFrom('intent')
    .select(['id', 'member_id', 'device_id'])
    .where('kind', 'in', ['ticket.open', 'ticket.reply', 'ticket.note'])
    .where('settled_at', 'is not', null)
    .where(({ or, eb }) =>
      or([
        eb('record', 'like', `%"ticketId":"${ticketId}"%`),
        eb('record', 'like', `%"forMemberId":"${memberId}"%`),
      ]),
    )
    .execute()
}

function withoutWords(body: string): string {
  const said = JSON.parse(body) as Readonly<Record<string, unknown>> // written by us alone
  const words = ['text', 'subject', 'title', 'about'].filter((key) => typeof said[key] === 'string')
  const photos = 'photos' in said ? { photos: [] } : {}
  const removed = Object.fromEntries(words.map((key) => [key, people.erase.removedText]))
  return JSON.stringify({ ...said, ...removed, ...photos })
}
