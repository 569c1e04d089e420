import fc from 'fast-check'
import { harbour } from '../../bookings/for-tests.ts'
import type { CommunityBodies, EventText } from '../../bookings/wishes/community-requests.ts'
import { toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { type CommunityEvent, saveEvent } from './event.ts'

/** A Tuesday morning. */
export const tuesday = toInstant(Date.UTC(2026, 10, 24, 9))

export const breakfast: EventText = {
  id: toId('event', 'evt_test'),
  title: 'Breakfast',
  text: 'Rolls and coffee.',
  resourceId: null,
  where: 'Kitchen',
  date: toLocalDate('2026-11-26'),
  startMinute: 540,
  endMinute: 630,
  capacity: 3,
  guestsMax: 2,
  hold: null,
}

export function eventOf(more: Partial<EventText> = {}, now: Instant = tuesday): CommunityEvent {
  const facts = { catalogue: harbour, before: null, rsvps: [], ahead: 0 }
  const decision = saveEvent({ ...breakfast, ...more }, 0, facts, now)
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.reason}`)
  return decision.event
}

const siteId = fc.constant(harbour.site.id)
const eventId = fc.constant(breakfast.id)
const announcementId = fc.constant(toId('announcement', 'ann_1'))
const texts = fc.constantFrom('Breakfast', '<script>alert(1)</script>', '\u202eolleH')

/** What wishes about events and announcements may say. */
export const communityWishes: { readonly [Kind in keyof CommunityBodies]: fc.Arbitrary<unknown> } =
  {
    'event.save': fc.record({
      siteId,
      revision: fc.nat(),
      event: fc.record({
        ...{ id: eventId, title: texts, text: texts, where: texts },
        resourceId: fc.option(fc.constant(toId('resource', 'res_room'))),
        date: fc.constant('2026-11-26'),
        startMinute: fc.integer({ min: 0, max: 1_439 }),
        endMinute: fc.integer({ min: 0, max: 1_440 }),
        capacity: fc.option(fc.integer({ min: 1, max: 1_000 })),
        guestsMax: fc.integer({ min: 0, max: 9 }),
        hold: fc.option(
          fc.record({ setUpMinutes: fc.nat({ max: 720 }), clearUpMinutes: fc.nat({ max: 720 }) }),
        ),
      }),
      repeats: fc.constantFrom([], [{ id: toId('event', 'evt_again'), date: '2026-12-03' }]),
      resolutions: fc.constantFrom({}, { [toId('booking', 'bkg_1')]: { kind: 'cancel' } }),
    }),
    'event.call-off': fc.record({ siteId, eventId }),
    'event.tell': fc.record({
      ...{ siteId, eventId, text: texts },
      audience: fc.constantFrom('going', 'waiting', 'both'),
    }),
    'rsvp.set': fc.record({ siteId, eventId, people: fc.integer({ min: 0, max: 10 }) }),
    'attendance.mark': fc.record({
      ...{ siteId, eventId, hasCome: fc.boolean() },
      memberId: fc.constant(toId('member', 'mem_ada')),
    }),
    'entry.note': fc.record({
      ...{ siteId, eventId, code: fc.constantFrom('0123456789', 'ABCDEFGHJK') },
      people: fc.integer({ min: 1, max: 10 }),
      way: fc.constantFrom('scanned', 'typed', 'listed'),
    }),
    'announcement.save': fc.record({
      siteId,
      revision: fc.nat(),
      announcement: fc.record({
        ...{ id: announcementId, title: texts, text: texts, isPinned: fc.boolean() },
        tierIds: fc.constantFrom([], [toId('tier', 'tie_hot')]),
        from: fc.constant('2026-11-24'),
        until: fc.option(fc.constant('2026-12-24')),
      }),
    }),
    'announcement.remove': fc.record({ siteId, announcementId }),
    'announcements.read': fc.record({
      siteId,
      announcementIds: fc.constant([toId('announcement', 'ann_1')]),
    }),
  }
