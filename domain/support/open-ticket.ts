/** A ticket begins: from the app, by mail, or logged by staff for a member. The same decision for all three. */
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type {
  SupportSettings,
  TicketAbout,
  TicketCategory,
} from '../bookings/wishes/support-requests.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import type { MemberId, TicketId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import { limits } from '../values/limits.ts'
import type { Outage } from './outage.ts'
import { outageOf } from './outage.ts'
import { replyDue } from './reply-due.ts'
import type { Ticket, TicketEntry } from './ticket.ts'

/** A ticket as it is from now on, with what is new about it; or why not. */
export type TicketDecision =
  | {
      readonly kind: 'changed'
      readonly ticket: Ticket
      readonly entries: readonly TicketEntry[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Question {
  readonly id: TicketId
  readonly memberId: MemberId
  readonly category: TicketCategory
  readonly text: string
  /** What of it is the member's to name; everything else is left out before. */
  readonly about: TicketAbout
  readonly via: Ticket['via']
  /** Staff who logged it; null where the member wrote it. */
  readonly loggedBy: MemberId | null
}

export interface Desk {
  readonly catalogue: Catalogue
  readonly settings: SupportSettings
  readonly outages: readonly Outage[]
  /** Tickets of that member that are not resolved. */
  readonly openCount: number
}

export function openTicket(question: Question, desk: Desk, now: Instant): TicketDecision {
  const max = limits.openTicketsMax
  if (desk.openCount >= max) return refuse({ reason: 'too-many-tickets', max })
  const { category, about, via, loggedBy } = question
  const { catalogue, settings, outages } = desk
  const outage = outageOf(outages, about.resourceId)
  const first: TicketEntry = {
    ...{ ticketId: question.id, n: 1, at: now },
    by: loggedBy ?? question.memberId,
    isOfTeam: loggedBy !== null,
    ...{ kind: 'said', text: question.text, photos: [], via: via === 'mail' ? 'mail' : 'app' },
  }
  const entries = outage === null ? [first] : [first, knownAlready(first, outage)]
  const ticket: Ticket = {
    ...{ id: question.id, siteId: catalogue.site.id, memberId: question.memberId, number: 0 },
    ...{ category, about, via, openedAt: now, lastAt: now, entries: entries.length },
    state: outage === null ? 'open' : 'in-progress',
    replyBy: replyDue(catalogue, now, settings.replyHours[category]),
    repliedAt: outage === null ? null : now,
    assignedTo: null,
    outageId: outage?.id ?? null,
  }
  return { kind: 'changed', ticket, entries }
}

/** The notice answers whoever asks about it once more. */
function knownAlready({ ticketId, at }: TicketEntry, { text }: Outage): TicketEntry {
  return {
    ...{ ticketId, n: 2, at, by: null, isOfTeam: true },
    ...{ kind: 'said', text, photos: [], via: 'app' },
  }
}

export function refuse(refusal: Refusal): TicketDecision {
  return { kind: 'refused', refusal }
}
