import fc from 'fast-check'
import { harbour } from '../bookings/for-tests.ts'
import type { SupportBodies } from '../bookings/wishes/support-requests.ts'
import { toId } from '../values/ids.ts'
import { type Instant, toInstant } from '../values/instant.ts'
import { type Desk, openTicket, type Question, type TicketDecision } from './open-ticket.ts'
import { usualSupport } from './support-settings.ts'
import type { Ticket } from './ticket.ts'

export const ada = toId('member', 'mem_ada')
export const mara = toId('member', 'mem_mara')
export const jo = toId('member', 'mem_jo')
/** A Tuesday morning. */
export const tuesday = toInstant(Date.UTC(2026, 10, 24, 9))

export const question: Question = {
  id: toId('ticket', 'tkt_1'),
  memberId: ada,
  category: 'maintenance',
  text: 'The lamp at my desk flickers.',
  about: { resourceId: null, bookingId: null, billId: null },
  via: 'app',
  loggedBy: null,
}

export const desk: Desk = {
  catalogue: harbour,
  settings: usualSupport,
  outages: [],
  openCount: 0,
}

export function opened(more: Partial<Question> = {}, at: Instant = tuesday): Ticket {
  return changed(openTicket({ ...question, ...more }, desk, at)).ticket
}

export function changed(decision: TicketDecision) {
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.reason}`)
  return decision
}

const siteId = fc.constant(harbour.site.id)
const bookingId = fc.constant(toId('booking', 'bkg_1'))
const ticketId = fc.constant(toId('ticket', 'tkt_1'))
const texts = fc.constantFrom('The lamp flickers', '<script>alert(1)</script>', '\u202eolleH')
const hash = 'a'.repeat(64)
/** What wishes about help may say. */
export const supportWishes: { readonly [Kind in keyof SupportBodies]: fc.Arbitrary<unknown> } = {
  'ticket.open': fc.record({
    siteId,
    category: fc.constantFrom('maintenance', 'billing', 'access', 'general'),
    text: texts,
    about: fc.record({
      resourceId: fc.option(fc.constant(toId('resource', 'res_desk-1'))),
      bookingId: fc.option(bookingId),
      billId: fc.constant(null),
    }),
    forMemberId: fc.option(fc.constant(toId('member', 'mem_ada'))),
  }),
  'ticket.reply': fc.record({
    ticketId,
    text: texts,
    photos: fc.array(fc.constant({ full: hash, small: hash, width: 400, height: 300 }), {
      maxLength: 3,
    }),
  }),
  'ticket.set-state': fc.record({
    ticketId,
    state: fc.constantFrom('open', 'in-progress', 'resolved'),
  }),
  'ticket.note': fc.record({ ticketId, text: texts }),
  'ticket.assign': fc.record({
    ticketId,
    from: fc.constant(null),
    to: fc.option(fc.constant(toId('member', 'mem_ada'))),
  }),
  'outage.announce': fc.record({
    siteId,
    outageId: fc.constant(toId('outage', 'out_1')),
    resourceIds: fc.constant([toId('resource', 'res_desk-1')]),
    text: texts,
  }),
  'outage.end': fc.record({ siteId, outageId: fc.constant(toId('outage', 'out_1')) }),
  'article.save': fc.record({
    siteId,
    revision: fc.nat(),
    article: fc.record({
      id: fc.constant(toId('article', 'art_1')),
      language: fc.constantFrom('en', 'de', 'pt-BR'),
      translates: fc.option(fc.constant(toId('article', 'art_2'))),
      category: fc.constant('general'),
      ...{ title: texts, body: texts },
      state: fc.constantFrom('draft', 'published', 'retired'),
    }),
  }),
  'articles.order': fc.record({
    siteId,
    articleIds: fc.constant([toId('article', 'art_1')]),
  }),
  'article.solved': fc.record({ siteId, articleId: fc.constant(toId('article', 'art_1')) }),
  'support.save': fc.record({
    siteId,
    settings: fc.record({
      replyHours: fc.constant({ maintenance: 4, billing: 8, access: 2, general: 8 }),
      savedReplies: fc.array(fc.record({ title: texts, text: texts }), { maxLength: 3 }),
    }),
  }),
}
