/** The team closes a request as it is, whatever was said since its device last heard of it. */
import type { Intent } from '../../../domain/bookings/wishes/intent.ts'
import type { Mistake } from './mistake.ts'

export const closedUnread: Mistake = {
  title: 'closed over what was not read',
  foundBy: ['no request is closed over a word that was not read'],
  seenAt: 39,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: (ledger, intent, actor, now) => {
        if (intent.kind !== 'ticket.set-state') return kind.settle(ledger, intent, actor, now)
        const { ticketId, state } = intent.body
        const blind: Intent<'ticket.set-state'> = { ...intent, body: { ticketId, state } }
        return kind.settle(ledger, blind, actor, now)
      },
    })),
}
