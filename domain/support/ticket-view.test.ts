import { expect, test } from 'vitest'
import type { OwnIntent } from '../bookings/booking-view.ts'
import { wishOf } from '../bookings/wishes/for-tests.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import { toId } from '../values/ids.ts'
import { changed, desk, opened, question, tuesday } from './for-tests.ts'
import { openTicket } from './open-ticket.ts'
import {
  readArticle,
  readEntry,
  readOutage,
  readOwnTicket,
  readTeamTicket,
} from './read-support.ts'
import { ownTicketSections } from './support-sections.ts'
import { viewTickets } from './ticket-view.ts'

const ticketId = toId('ticket', 'tkt_1')

const open = (state: OwnIntent['state'], refusal: Refusal | null = null) =>
  wishOf(
    'ticket.open',
    {
      siteId: desk.catalogue.site.id,
      category: 'maintenance',
      text: question.text,
      about: question.about,
      forMemberId: null,
    },
    1,
    state,
    refusal,
  )

function told() {
  const { ticket, entries } = changed(openTicket(question, desk, tuesday))
  const numbered = { tickets: [{ ...ticket, number: 17 }], entries }
  const sections = ownTicketSections(numbered, () => 'Ada')
  return {
    tickets: Object.values(sections['tickets'] ?? {}).flatMap((one) => readOwnTicket(one) ?? []),
    entries: Object.values(sections['entries'] ?? {}).flatMap((one) => readEntry(one) ?? []),
  }
}

test('[SUPPORT-14] [L-13] a ticket is in sight from the moment it was written: saved, sent, then with its number', () => {
  const nothing = { tickets: [], entries: [] }
  const [saved] = viewTickets({ ...nothing, intents: [open('saved')] })
  expect(saved).toMatchObject({ id: ticketId, number: null, waiting: 'saved', state: 'open' })
  const [sent] = viewTickets({ ...nothing, intents: [open('received')] })
  expect(sent?.waiting).toBe('sent')
  const views = viewTickets({ ...told(), intents: [open('received')] })
  expect(views).toMatchObject([{ id: ticketId, number: 17, waiting: null }])
  expect(views[0]?.entries).toHaveLength(1)
})

test('[SUPPORT-14] what is said about it lies on top until the space has it; a resolved one opens again with a word', () => {
  const reply = wishOf('ticket.reply', { ticketId, text: 'Still', photos: [] }, 3)
  const done = wishOf('ticket.set-state', { ticketId, state: 'resolved' }, 2)
  const [view] = viewTickets({ ...told(), intents: [reply, done] })
  expect(view?.state).toBe('open')
  expect(view?.entries.map(({ body, waiting }) => [body.kind, waiting])).toEqual([
    ['said', null],
    ['state', 'saved'],
    ['said', 'saved'],
  ])
})

test('[SUPPORT-14] what the space said no to is told with its reason, and its words stay', () => {
  const refusal = { reason: 'too-many-tickets', max: 20 } as const
  const [view] = viewTickets({
    tickets: [],
    entries: [],
    intents: [open('settled', refusal)],
  })
  expect(view).toMatchObject({ refusal, entries: [{ body: { text: question.text } }] })
  const more = { ticketId, text: 'More', photos: [] }
  const full = wishOf('ticket.reply', more, 4, 'settled', { reason: 'ticket-full' })
  const [long] = viewTickets({
    ...told(),
    intents: [full],
  })
  expect(long).toMatchObject({ refusal: { reason: 'ticket-full' }, entries: [{}] })
})

test('[SUPPORT-04] [SUPPORT-09] what this app cannot read is left out, whatever it is', () => {
  const odd = [null, 1, '', [], {}, { id: 'tkt_1' }, { id: 'art_1', title: 1 }, { kind: 'said' }]
  for (const read of [readOwnTicket, readTeamTicket, readEntry, readArticle, readOutage]) {
    for (const value of odd) expect(read(value as never)).toBeNull() // as a newer space might send
  }
  const newer = { ticketId: 'tkt_1', n: 1, at: 1, kind: 'sung', text: 'la' }
  expect(readEntry(newer)).toBeNull()
  expect(opened().id).toBe(ticketId)
})
