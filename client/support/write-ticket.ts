/** A member's wishes about requests: kept on this device with or without a network, in the order in which they were made. */
import type {
  TicketPhoto,
  TicketRequest,
  TicketState,
} from '../../domain/bookings/wishes/support-requests.ts'
import type { ArticleId, SiteId, TicketId } from '../../domain/values/ids.ts'
import { usefulUntil } from '../app/useful-until.ts'
import { type WriteAnswer, writeIntent } from '../sync/write-intent.ts'

export function openTicket(request: TicketRequest): Promise<WriteAnswer> {
  return writeIntent('ticket.open', request, { deadlineAt: usefulUntil() })
}

export function sayMore(
  ticketId: TicketId,
  text: string,
  photos: readonly TicketPhoto[] = [],
): Promise<WriteAnswer> {
  return writeIntent('ticket.reply', { ticketId, text, photos }, { deadlineAt: usefulUntil() })
}

export function setState(ticketId: TicketId, state: TicketState): Promise<WriteAnswer> {
  return writeIntent('ticket.set-state', { ticketId, state }, { deadlineAt: usefulUntil() })
}

export function saySolved(siteId: SiteId, articleId: ArticleId): Promise<WriteAnswer> {
  return writeIntent('article.solved', { siteId, articleId }, { deadlineAt: usefulUntil() })
}
