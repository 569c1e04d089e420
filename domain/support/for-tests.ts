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
    seen: fc.nat(),
  }),
  'ticket.set-state': fc.record(
    { ticketId, state: fc.constantFrom('open', 'in-progress', 'resolved'), seen: fc.nat() },
    { requiredKeys: ['ticketId', 'state'] },
  ),
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

/** What people have tried, one a line: markup, schemes, encodings, tricks of direction and of look. */
export const payloads = [
  ...['script', 'img src=x onerror=alert(1)', 'svg onload=alert(1)', 'iframe src=//evil.example'],
  ...['math', 'style', 'link rel=import', 'meta http-equiv=refresh', 'base href=//evil', 'object'],
  ...['form action=//evil', 'body onload=alert(1)', 'details open ontoggle=alert(1)', 'a href=x'],
]
  .flatMap((tag) => [`<${tag}>`, `"><${tag}>`, `</textarea><${tag}>`, `<<${tag}//>>`])
  .concat([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'vbscript:x'],
    ...['data:text/html,<script>1</script>', 'file:///etc/passwd', 'blob:https://a.example/1'],
    ...['intent://x#Intent;end', '//evil.example/x', '\\\\evil.example\\x', 'ftp://evil.example'],
    ...['&#106;avascript:alert(1)', '%6aavascript:alert(1)', '\u0000javascript:alert(1)'],
    ...['{{constructor.constructor("alert(1)")()}}', '$' + '{alert(1)}', '<%= 7*7 %>', '#{7*7}'],
    ...["' or 1=1 --", '"; drop table ticket; --', '../../etc/passwd', '=cmd|/c calc!A1'],
    ...['\u202egnp.exe', '\u2066\u2067x', 'ａ\u0301\u0301\u0301\u0301', '\ud800', '👨‍👩‍👧‍👦'],
    ...['[x](javascript:alert(1))', '![x](https://evil.example/p.png)', '`x`', '__proto__'],
    ...['https://user:pass@evil.example/', 'https://good.example@evil.example', 'http://'],
    ...['http://localhost', 'https://x', 'mailto:javascript:alert(1)', 'https://'.repeat(50)],
  ])
