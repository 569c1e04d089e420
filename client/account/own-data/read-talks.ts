/** What this device knows of what the member said and was told, by thread and by request. */
import { type MessageState, messageStates } from '../../../domain/community/messages/message.ts'
import { readMessage, readThread } from '../../../domain/community/messages/read-messages.ts'
import type { OwnTalk } from '../../../domain/community/own-talk.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { readEntry, readOwnTicket } from '../../../domain/support/read-support.ts'
import type { Json } from '../../../domain/values/sections.ts'
import { database } from '../../store/database.ts'
import { words } from '../../ui/words.ts'

export async function readTalks(member: Member): Promise<readonly OwnTalk[]> {
  return [...(await threadsOf(member)), ...(await requestsOf(member))]
}

async function threadsOf({ id, name }: Member): Promise<readonly OwnTalk[]> {
  const threads = await known(`messages/${id}`, 'threads', readThread)
  const messages = await known(`messages/${id}`, 'messages', readMessage)
  return threads.map((thread) => ({
    ...{ kind: 'messages', title: thread.name },
    said: messages
      .filter((one) => one.with === thread.with)
      .map(({ sentAt, isOwn, state, text }) => ({
        ...{ at: sentAt, by: isOwn ? name : thread.name, text: textOf(state, text) },
      })),
  }))
}

function textOf(state: MessageState, text: string): string {
  const isRemoved = state === messageStates.removed || state === messageStates['removed-by-team']
  return isRemoved ? words.threads[state] : text
}

export async function readRequests({ id }: Member) {
  const tickets = await known(`tickets/${id}`, 'tickets', readOwnTicket)
  const entries = await known(`tickets/${id}`, 'entries', readEntry)
  return { tickets, entries }
}

async function requestsOf(member: Member): Promise<readonly OwnTalk[]> {
  const { tickets, entries } = await readRequests(member)
  return tickets.map((ticket) => ({
    ...{ kind: 'requests', title: words.support.number(ticket.number) },
    said: entries
      .filter(({ ticketId }) => ticketId === ticket.id)
      .flatMap((one) => {
        if (one.kind !== 'said') return []
        const pictures = one.photos.map((_, index) => `[${words.support.photo(index + 1)}]`)
        const text = [one.text, ...pictures].filter((line) => line !== '').join('\n')
        return [{ at: one.at, by: one.byName ?? words.support.theSpace, text }]
      }),
  }))
}

async function known<T>(
  document: string,
  section: string,
  read: (value: Json) => T | null,
): Promise<readonly T[]> {
  const rows = await database().records.where('document').equals(document).toArray()
  return rows.flatMap((row) => (row.section === section ? (read(row.value) ?? []) : []))
}
