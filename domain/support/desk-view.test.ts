import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OwnIntent } from '../bookings/booking-view.ts'
import { wishOf } from '../bookings/wishes/for-tests.ts'
import type { IntentBodies } from '../bookings/wishes/intent.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import { toId } from '../values/ids.ts'
import { HOUR_MS, toInstant } from '../values/instant.ts'
import { assign, note, reply, setState } from './change-ticket.ts'
import {
  type DeskTicket,
  deskKinds,
  type KnownDesk,
  strandedWords,
  textOf,
  viewDesk,
} from './desk-view.ts'
import { ada, changed, desk, jo, mara, opened, question, tuesday } from './for-tests.ts'
import { inOrderOfNeed, isUnanswered } from './queue.ts'
import type { TeamTicket, ToldEntry } from './support-sections.ts'
import type { Ticket, TicketEntry } from './ticket.ts'

const ticketId = toId('ticket', 'tkt_1')
const byMara = { by: mara, isOfTeam: true }
const byJo = { by: jo, isOfTeam: true }
const byAda = { by: ada, isOfTeam: false }
const later = toInstant(tuesday + HOUR_MS)
const said = (text: string) => ({ text, photos: [], via: 'app' as const })
const answer = (text: string, seen = 1) => ({ ticketId, text, photos: [], seen })

const told = (ticket: Ticket): TeamTicket => ({
  ...{ ...ticket, number: 17 },
  ...{ memberName: 'Ada', subject: question.text },
})
const first: ToldEntry = {
  ...{ ticketId, n: 1, at: tuesday, ...byAda, byName: 'Ada' },
  ...{ kind: 'said', text: question.text, photos: [], via: 'app' },
}

function view(intents: readonly OwnIntent[], ticket: Ticket | null = opened()): DeskTicket {
  const known: KnownDesk = {
    tickets: ticket === null ? [] : [told(ticket)],
    entries: ticket === null ? [] : [first],
    ...{ outages: [], settings: desk.settings, catalogue: desk.catalogue, intents },
    ...{ me: { id: mara, name: 'Mara' }, nameOf: () => 'Ada' },
  }
  const [one] = viewDesk(known)
  if (one === undefined) throw new Error('there is no such request')
  return one
}

test('[SUPPORT-16] an answer stands in its request as it will be: who said it, that it is worked on, and who has it', () => {
  const saved = view([wishOf('ticket.reply', answer('On my way'), 1)])
  expect(saved).toMatchObject({ state: 'in-progress', assignedTo: mara, waiting: 'saved', seen: 1 })
  expect(saved.said.map(({ kind, waiting }) => [kind, waiting])).toEqual([
    ['said', null],
    ['said', 'saved'],
    ['state', 'saved'],
    ['assigned', 'saved'],
  ])
  expect(saved.said.map(({ wish }) => wish !== null)).toEqual([false, true, false, false])
  expect(saved.said[1]).toMatchObject({ byName: 'Mara', isOfTeam: true, text: 'On my way' })
  expect(view([wishOf('ticket.reply', answer('On my way'), 1, 'received')]).waiting).toBe('sent')
  expect(view([wishOf('ticket.reply', answer('On my way'), 1, 'settled')])).toMatchObject({
    ...{ state: 'open', waiting: null, said: [{}] },
  })
})

test('[SUPPORT-16] what is done one after the other without a network builds on what was done before', () => {
  const done = view([
    wishOf('ticket.assign', { ticketId, from: null, to: jo }, 1),
    wishOf('ticket.note', { ticketId, text: 'The third one' }, 2),
    wishOf('ticket.reply', answer('A new one comes'), 3),
    wishOf('ticket.set-state', { ticketId, state: 'resolved', seen: 1 }, 4),
  ])
  expect(done).toMatchObject({ state: 'resolved', assignedTo: jo, notDone: [] })
  expect(done.said.map(({ kind }) => kind)).toEqual(
    ['said', 'assigned', 'note', 'said', 'state', 'state'], // in progress, then resolved
  )
  expect(isUnanswered(done)).toBe(false)
  expect(inOrderOfNeed([done])).toEqual([done])
})

test('[SUPPORT-16] one that was logged for a member is in the queue before it has a number, and can be answered', () => {
  const body: IntentBodies['ticket.open'] = {
    ...{ siteId: desk.catalogue.site.id, category: 'maintenance', text: 'No heating' },
    ...{ about: question.about, forMemberId: ada },
  }
  const logged = wishOf('ticket.open', body, 1)
  const [one] = viewDesk({ ...nothing, intents: [logged] })
  expect(one).toMatchObject({
    ...{ number: 0, memberName: 'Ada', memberId: ada, subject: 'No heating', state: 'open' },
    ...{ via: 'staff', waiting: 'saved', seen: 0 },
    said: [{ kind: 'said', by: mara, isOfTeam: true, text: 'No heating' }],
  })
  const id = one?.id ?? ticketId
  const replied = wishOf('ticket.reply', { ...answer('Fixed', 0), ticketId: id }, 2)
  const [both] = viewDesk({ ...nothing, intents: [logged, replied] })
  expect(both).toMatchObject({ state: 'in-progress', said: [{}, {}, {}, {}] })
  const own = wishOf('ticket.open', { ...body, forMemberId: null }, 3)
  const elsewhere = wishOf('ticket.open', { ...body, siteId: toId('site', 'sit_other') }, 4)
  expect(viewDesk({ ...nothing, intents: [own, elsewhere] })).toEqual([])
  const full = wishOf('ticket.open', body, 1, 'settled', { reason: 'too-many-tickets', max: 20 })
  const [refused] = viewDesk({ ...nothing, intents: [full] })
  expect(refused).toMatchObject({ notDone: [{ refusal: { reason: 'too-many-tickets' } }] })
})

const nothing: KnownDesk = {
  ...{ tickets: [], entries: [], outages: [], settings: desk.settings, intents: [] },
  ...{ catalogue: desk.catalogue, me: { id: mara, name: 'Mara' }, nameOf: () => 'Ada' },
}

test('[SUPPORT-17] what the space said no to is beside its request with its words; so is what came too late', () => {
  const refusal: Refusal = { reason: 'ticket-went-on' }
  const refused = view([wishOf('ticket.reply', answer('Monday'), 1, 'settled', refusal)])
  expect(refused).toMatchObject({ state: 'open', waiting: null, said: [{}] })
  expect(refused.notDone.map((one) => [textOf(one.intent), one.refusal])).toEqual([
    ['Monday', refusal],
  ])
  const late = view([wishOf('ticket.set-state', { ticketId, state: 'resolved' }, 1, 'expired')])
  expect(late.notDone).toMatchObject([{ refusal: null }])
})

test('[SUPPORT-17] of two who answer without having read each other the second is told, but for a note, and but for oneself', () => {
  const one = changed(reply(opened(), byMara, said('Monday'), later))
  const went = { kind: 'refused', refusal: { reason: 'ticket-went-on' } }
  expect(reply(one.ticket, byJo, said('Never'), later, one.entries)).toEqual(went)
  expect(reply(one.ticket, byMara, said('At nine'), later, one.entries).kind).toBe('changed')
  expect(reply(one.ticket, byJo, said('Never'), later).kind).toBe('changed')
  const noted = changed(note(opened(), byMara, 'psst', later))
  expect(reply(noted.ticket, byJo, said('Monday'), later, noted.entries).kind).toBe('changed')
  expect(reply(one.ticket, byAda, said('Thanks'), later, one.entries).kind).toBe('changed')
})

test('[SUPPORT-17] a new word of its member does not stop an answer, and does stop the end of the request', () => {
  const asked = changed(reply(opened(), byAda, said('And the second lamp'), later))
  expect(reply(asked.ticket, byMara, said('Monday'), later, asked.entries).kind).toBe('changed')
  const went = { kind: 'refused', refusal: { reason: 'ticket-went-on' } }
  expect(setState(asked.ticket, byMara, 'resolved', later, asked.entries)).toEqual(went)
  expect(setState(asked.ticket, byMara, 'in-progress', later, asked.entries).kind).toBe('changed')
  expect(setState(asked.ticket, byMara, 'resolved', later).kind).toBe('changed')
  expect(setState(asked.ticket, byAda, 'resolved', later, asked.entries).kind).toBe('changed')
})

test('[SUPPORT-18] it is answered when the space hears it, not when it was written', () => {
  const written = wishOf('ticket.reply', answer('Monday'), 1)
  expect(written.intent.madeAt).toBe(tuesday)
  expect(changed(reply(opened(), byMara, said('Monday'), later)).ticket.repliedAt).toBe(later)
})

test('[SUPPORT-19] what cannot be shown in a request any more is told by itself, but for one’s own questions', () => {
  const no: Refusal = { reason: 'unknown-ticket' }
  const intents = [
    wishOf('ticket.reply', answer('Monday'), 1, 'settled', no),
    wishOf('ticket.note', { ticketId, text: 'psst' }, 2, 'settled', { reason: 'not-allowed' }),
    wishOf('ticket.set-state', { ticketId, state: 'resolved' }, 3, 'settled', no),
    wishOf('ticket.reply', answer('Sent'), 4, 'settled'),
  ]
  const words = strandedWords(intents, () => false).map(({ intent }) => textOf(intent))
  expect(words).toEqual(['Monday', 'psst'])
  expect(strandedWords(intents, () => true)).toEqual([])
})

/** What somebody of the team may do to it next, whatever state it is in. */
const act = fc.oneof(
  fc.constant(['ticket.reply', answer('x')] as const),
  fc.constant(['ticket.note', { ticketId, text: 'x' }] as const),
  fc
    .constantFrom('open' as const, 'in-progress' as const, 'resolved' as const)
    .map((state) => ['ticket.set-state', { ticketId, state }] as const),
  fc
    .tuple(fc.constantFrom(null, mara, jo), fc.constantFrom(null, mara, jo))
    .map(([from, to]) => ['ticket.assign', { ticketId, from, to }] as const),
)

test('[SUPPORT-16] whatever is done here, what is foreseen is what the space makes of it', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const foreseen = view(acts.map(([kind, body], at) => wishOf(kind, body, at + 1)))
      let ticket = opened()
      const entries: TicketEntry[] = []
      for (const [kind, body] of acts) {
        const decision =
          kind === 'ticket.reply'
            ? reply(ticket, byMara, said(body.text), tuesday)
            : kind === 'ticket.note'
              ? note(ticket, byMara, body.text, tuesday)
              : kind === 'ticket.set-state'
                ? setState(ticket, byMara, body.state, tuesday)
                : assign(ticket, byMara, body, tuesday)
        if (decision.kind === 'refused') continue
        ticket = decision.ticket
        entries.push(...decision.entries)
      }
      expect(foreseen).toMatchObject({ state: ticket.state, assignedTo: ticket.assignedTo })
      expect(foreseen.said.slice(1).map(({ kind }) => kind)).toEqual(
        entries.map(({ kind }) => kind),
      )
    }),
  )
  expect(deskKinds).toHaveLength(5)
})
