import { editionKey } from '../community/events/announcement.ts'
import type { News } from './news.ts'

/** What happened, as an identity: the same fact told again is the same news. */
export function newsKey(news: News): string {
  switch (news.kind) {
    case 'reminder':
      return `reminder:${news.bookingId}:${news.startsAt}:${news.lead}`
    case 'event-reminder':
      return `event-reminder:${news.eventId}:${news.startsAt}:${news.lead}`
    // Whoever was noted as there, or comes in by another way, is told of the same place.
    case 'event-going':
    case 'event-came-in':
      return `event-going:${news.eventId}:${news.order}`
    case 'event-waiting':
      return `event-waiting:${news.eventId}:${news.order}`
    case 'event-moved':
    case 'event-off':
      return `${news.kind}:${news.eventId}:${news.revision}`
    case 'event-word':
      return `event-word:${news.eventId}:${news.intentId}`
    case 'announced':
      return `announced:${editionKey({ id: news.announcementId, edition: news.edition ?? 1 })}`
    case 'renewal':
      return `renewal:${news.payer}:${news.period.until}`
    case 'card-ending': {
      const { year, month } = news.expires
      return `card-ending:${news.methodId}:${year}-${month}:${news.lead}`
    }
    case 'expiring':
      return `expiring:${news.lotId}:${news.expiresAt}`
    case 'answered':
      return `answered:${news.ticketId}:${news.entry}`
    case 'message':
      return `message:${news.from}:${news.after}`
    case 'message-word':
      return `message-word:${news.at}`
    case 'welcome':
      return `welcome:${news.siteId}`
    case 'guest-invited':
    case 'guest-moved':
    case 'guest-off':
      return `${news.kind}:${news.bookingId}:${news.guest.id}:${news.revision}`
    case 'team-invited':
      return `team-invited:${news.teamId}:${news.at}`
    default:
      return `${news.kind}:${causeOf(news)}`
  }
}

type OfOneCause = Extract<
  News,
  { readonly intentId: unknown } | { readonly cause: unknown } | { readonly bookingIds: unknown }
>

function causeOf(news: OfOneCause): string {
  if ('intentId' in news) return news.intentId
  if ('cause' in news) return news.cause
  return `${news.bookingIds[0] ?? ''}:${news.revision}`
}
