/**
 * A mail becomes a word in its ticket, or a ticket of its own. An answer is believed by the mark that only our mail carried, and by who sent
 * it; a first mail only where the mail system says that its sender is who they seem, because an address is easily written.
 */
import { isStaff } from '../../domain/access/role.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { handOn, reply } from '../../domain/support/change-ticket.ts'
import type { IncomingMail } from '../../domain/support/incoming-mail.ts'
import { openTicket, type TicketDecision } from '../../domain/support/open-ticket.ts'
import type { Ticket } from '../../domain/support/ticket.ts'
import { makeId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import type { TicketMarks } from '../mail/ticket-marks.ts'
import type { Fact } from '../settlement/kind.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { findTicket } from '../storage/load-support.ts'
import type { Tx } from '../storage/storage.ts'
import { deskOf } from './desk-of.ts'

export interface Inbox {
  readonly settlement: Pick<Settlement, 'act'>
  readonly marks: TicketMarks
  makeUlid(): string
}

export type Taken = 'answer' | 'new' | 'again' | 'unknown-sender' | 'not-authentic' | 'refused'

export async function receiveMail(
  { settlement, marks, makeUlid }: Inbox,
  mail: IncomingMail,
  isAuthentic: boolean,
): Promise<Taken> {
  let taken: Taken = 'again'
  await settlement.act(async (tx, now) => {
    if (!(await isFirst(tx, mail, now))) return []
    const sender = await findSender(tx, mail.from)
    if (sender === null) {
      taken = 'unknown-sender'
      return []
    }
    const ticket = await answered(tx, mail, marks)
    const decision =
      ticket !== null
        ? answer(ticket, sender, mail, now)
        : isAuthentic
          ? await ask(tx, sender, mail, makeUlid(), now)
          : null
    taken = whatBecame(decision, ticket)
    return factsOf(decision, sender)
  })
  return taken
}

function whatBecame(decision: TicketDecision | null, ticket: Ticket | null): Taken {
  if (decision === null) return ticket === null ? 'not-authentic' : 'unknown-sender'
  if (decision.kind === 'refused') return 'refused'
  return ticket === null ? 'new' : 'answer'
}

function factsOf(decision: TicketDecision | null, { id }: Member): readonly Fact[] {
  if (decision === null || decision.kind === 'refused') return []
  const { ticket, entries } = decision
  return [
    { kind: 'ticket', ticket, entries },
    { kind: 'audit', command: 'ticket.mail', subject: ticket.id, detail: id },
  ]
}

/** Delivered twice it is one mail; one without an id of its own is believed to be another. */
async function isFirst(tx: Tx, { messageId }: IncomingMail, now: Instant): Promise<boolean> {
  if (messageId === '') return true
  const kept = await tx
    .insertInto('mail_seen')
    .values({ message_id: messageId, seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return kept !== undefined
}

async function findSender(tx: Tx, email: string): Promise<Member | null> {
  const found = tx.selectFrom('member').select('id').where('email', '=', email)
  const row = await found.executeTakeFirst()
  return row === undefined ? null : loadActor(tx, row.id)
}

async function answered(
  tx: Tx,
  { marks: named }: IncomingMail,
  marks: TicketMarks,
): Promise<Ticket | null> {
  const mark = named.find((one) => marks.isProven(one))
  return mark === undefined ? null : findTicket(tx, mark.ticketId)
}

/** Null where the sender has no say in it. */
function answer(
  ticket: Ticket,
  sender: Member,
  { text, subject }: IncomingMail,
  now: Instant,
): TicketDecision | null {
  const isStaffHere = isStaff(sender.role) && sender.siteIds.includes(ticket.siteId)
  const hand = handOn(ticket, { id: sender.id, isStaffHere })
  const said = { text: text === '' ? subject : text, photos: [], via: 'mail' as const }
  return hand === null ? null : reply(ticket, hand, said, now)
}

/** At the location that the member is at home in. */
async function ask(
  tx: Tx,
  sender: Member,
  { text, subject }: IncomingMail,
  ulid: string,
  now: Instant,
): Promise<TicketDecision | null> {
  const [home] = sender.siteIds
  const catalogue = home === undefined ? null : await loadCatalogue(tx, home)
  if (catalogue === null) return null
  const whole = [subject, text].filter((part) => part !== '').join('\n\n')
  const question = {
    ...{ id: makeId('ticket', ulid), memberId: sender.id, category: 'general' as const },
    text: whole.slice(0, limits.ticketTextLengthMax),
    about: { resourceId: null, bookingId: null, billId: null },
    ...{ via: 'mail' as const, loggedBy: null },
  }
  return openTicket(question, await deskOf(tx, catalogue, sender.id), now)
}
