/** What happens at Harbour Loft in the coming weeks: a breakfast, a talk that is full, an evening on the roof; and two announcements. */
import type { EventText } from '../../bookings/wishes/community-requests.ts'
import { type Announcement, saveAnnouncement } from '../../community/events/announcement.ts'
import { type CommunityEvent, saveEvent } from '../../community/events/event.ts'
import type { Happenings } from '../../community/events/happening-sections.ts'
import { holdOf } from '../../community/events/hold.ts'
import { answer, type Rsvp } from '../../community/events/rsvp.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Closure } from '../../sites/opening-hours.ts'
import { type MemberId, toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { members } from './people.ts'

interface Planned extends Pick<EventText, 'title' | 'text' | 'where' | 'capacity' | 'guestsMax'> {
  readonly id: string
  readonly inDays: number
  readonly from: number
  readonly until: number
  readonly isInHall: boolean
  /** How many of the sample's people have said yes. */
  readonly yes: number
}

const planned: readonly Planned[] = [
  {
    ...{ id: 'evt_breakfast', title: 'Breakfast together', inDays: 1, from: 540, until: 630 },
    text: 'Rolls, coffee and whoever is in. Bring something you like to share.',
    ...{ where: 'Kitchen', capacity: 24, guestsMax: 1, isInHall: false, yes: 9 },
  },
  {
    ...{
      id: 'evt_talk',
      title: 'Talk: maps that work offline',
      inDays: 6,
      from: 1080,
      until: 1170,
    },
    text: 'How harbour pilots read the river, and what an app can learn from them.',
    ...{ where: '', capacity: 12, guestsMax: 0, isInHall: true, yes: 14 },
  },
  {
    ...{ id: 'evt_roof', title: 'Evening on the roof', inDays: 13, from: 1140, until: 60 },
    text: 'Soup, music, and the lights of the harbour.',
    ...{ where: 'Roof terrace', capacity: null, guestsMax: 3, isInHall: false, yes: 17 },
  },
]

/** Hana has said nothing yet, so that whoever explores the sample may. */
export function sampleHappenings(
  catalogue: Catalogue,
  today: LocalDate,
  now: Instant,
): Happenings & { readonly holds: readonly Closure[] } {
  const events = planned.map((one) => eventOf(catalogue, one, today, now))
  const rsvps = events.flatMap((event, index) => answersTo(event, planned[index]?.yes ?? 0, now))
  const holds = events.flatMap((event) => holdOf(event, catalogue) ?? [])
  return { events, rsvps, announcements: announcementsOf(catalogue, today, now), holds }
}

function eventOf(
  catalogue: Catalogue,
  one: Planned,
  today: LocalDate,
  now: Instant,
): CommunityEvent {
  const { id, title, text, where, capacity, guestsMax, isInHall, inDays, from, until } = one
  const hall = catalogue.resources.find(({ kind }) => kind === 'event-hall')
  const wish: EventText = {
    ...{ id: toId('event', id), title, text, where, capacity, guestsMax },
    ...{ date: addDays(today, inDays), startMinute: from, endMinute: until },
    resourceId: isInHall ? (hall?.id ?? null) : null,
    hold: isInHall ? { setUpMinutes: 60, clearUpMinutes: 30 } : null,
  }
  const facts = { catalogue, before: null, rsvps: [], ahead: 0 }
  const decision = saveEvent(wish, 0, facts, now)
  if (decision.kind === 'refused') throw new Error(`Broken sample: ${decision.refusal.reason}`)
  return decision.event
}

function answersTo(event: CommunityEvent, yes: number, now: Instant): readonly Rsvp[] {
  const askers = members.filter(({ id, role }) => role === 'member' && id !== 'mem_hana')
  let rsvps = new Map<MemberId, Rsvp>()
  for (const { id: memberId } of askers.slice(0, yes)) {
    const decision = answer(event, [...rsvps.values()], { memberId, people: 1 }, now)
    if (decision.kind === 'refused') throw new Error(`Broken sample: ${decision.refusal.reason}`)
    const changed = decision.rsvps.map((one): [MemberId, Rsvp] => [one.memberId, one])
    rsvps = new Map([...rsvps, ...changed])
  }
  return [...rsvps.values()]
}

function announcementsOf(
  { site }: Catalogue,
  today: LocalDate,
  now: Instant,
): readonly Announcement[] {
  const common = { tierIds: [], from: today }
  const texts = [
    {
      ...{ ...common, id: toId('announcement', 'ann_lift'), until: addDays(today, 5) },
      ...{ title: 'The lift is serviced on Thursday', isPinned: true },
      text: 'From eight to ten in the morning. The ramp at the back door is open all day.',
    },
    {
      ...{ ...common, id: toId('announcement', 'ann_oats'), until: null, isPinned: false },
      ...{ title: 'Oat milk is back', text: 'In the fridge beside the kitchen door.' },
    },
  ]
  return texts.map((text) => {
    const decision = saveAnnouncement(
      ...([{ siteId: site.id, announcement: text, revision: 0 }, [], today, now] as const),
    )
    if (decision.kind === 'refused') throw new Error(`Broken sample: ${decision.refusal.reason}`)
    return decision.announcement
  })
}
