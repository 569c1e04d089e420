/**
 * What our mails about a ticket carry so that an answer finds it again: its id and a proof that we wrote it, in the address that the answer
 * goes to. Whoever has the mail may answer it; nobody can make one up.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { markOf, type TicketMark } from '../../domain/support/incoming-mail.ts'
import type { TicketId } from '../../domain/values/ids.ts'

/** Where answers go, and what the mail system that takes them in proves itself with. */
export interface InboundMail {
  readonly address: string
  readonly secret: string
}

export interface TicketMarks {
  /** Null where no answers are taken in by mail. */
  replyTo(ticketId: TicketId): string | null
  isProven(mark: TicketMark): boolean
  /** Whether it is the mail system that speaks; false for everybody where no mails are taken in. */
  isMailSystem(given: string): boolean
}

const PROOF_LENGTH = 24

export function makeTicketMarks(inbound: InboundMail | null): TicketMarks {
  if (inbound === null) {
    return { replyTo: () => null, isProven: () => false, isMailSystem: () => false }
  }
  const { address, secret } = inbound
  const at = address.lastIndexOf('@')
  const proofOf = (ticketId: TicketId) =>
    createHmac('sha256', secret).update(`ticket:${ticketId}`).digest('hex').slice(0, PROOF_LENGTH)
  return {
    replyTo: (ticketId) =>
      `${address.slice(0, at)}+${markOf(ticketId, proofOf(ticketId))}${address.slice(at)}`,
    isProven: ({ ticketId, proof }) => {
      return isSame(proof, proofOf(ticketId))
    },
    isMailSystem: (given) => isSame(given, secret),
  }
}

/** Of one length whatever was given, so that nothing is told by the time it takes. */
function isSame(given: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(right))
}
