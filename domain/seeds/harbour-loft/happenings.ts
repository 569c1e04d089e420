/** What happens at Harbour Loft in the coming weeks: a breakfast, a talk that is full, an evening on the roof, and tea every week; and two announcements. */
import type { AnnouncementText, EventText } from '../../bookings/wishes/community-requests.ts'
import {
  type Announcement,
  type EarlierWords,
  saveAnnouncement,
} from '../../community/events/announcement.ts'
import { type CommunityEvent, saveEvent } from '../../community/events/event.ts'
import type { Happenings } from '../../community/events/happening-sections.ts'
import { holdOf } from '../../community/events/hold.ts'
import { answer, type Rsvp } from '../../community/events/rsvp.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Closure } from '../../sites/opening-hours.ts'
import { type MemberId, toId } from '../../values/ids.ts'
import { addMs, HOUR_MS, type Instant } from '../../values/instant.ts'
import { addDays, type LocalDate, weekdayOf } from '../../values/local-date.ts'
import { members } from './people.ts'

interface Planned extends Pick<EventText, 'title' | 'text' | 'where' | 'capacity' | 'guestsMax'> {
  readonly id: string
  readonly inDays: number
  readonly from: number
  readonly until: number
  readonly isInHall: boolean
  /** How many of the sample's people have said yes. */
  readonly yes: number
  /** How many weeks it repeats, each as an event of its own; once where it is not said. */
  readonly weeks?: number
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
  {
    ...{ id: 'evt_stretch', title: 'Stretch and tea', inDays: 3, from: 750, until: 780, weeks: 3 },
    text: 'Half an hour away from the screen. No need to change.',
    ...{ where: 'Winter garden', capacity: 12, guestsMax: 0, isInHall: false, yes: 3 },
  },
]

/** Each of its days. */
const days: readonly Planned[] = planned.flatMap((one) =>
  Array.from({ length: one.weeks ?? 1 }, (_, week) => ({
    ...one,
    id: week === 0 ? one.id : `${one.id}-${week + 1}`,
    inDays: one.inDays + 7 * week,
  })),
)

/** Hana has said nothing yet, so that whoever explores the sample may. */
export function sampleHappenings(
  catalogue: Catalogue,
  today: LocalDate,
  now: Instant,
): SampleHappenings {
  const events = days.map((one) => eventOf(catalogue, one, today, now))
  const rsvps = events.flatMap((event, index) => answersTo(event, days[index]?.yes ?? 0, now))
  const holds = events.flatMap((event) => holdOf(event, catalogue) ?? [])
  return { events, rsvps, holds, ...announcementsOf(catalogue, today, now) }
}

export interface SampleHappenings extends Happenings {
  readonly holds: readonly Closure[]
  /** What one of the announcements said before. */
  readonly earlier: readonly EarlierWords[]
}

function eventOf(
  catalogue: Catalogue,
  one: Planned,
  today: LocalDate,
  now: Instant,
): CommunityEvent {
  const { id, title, text, where, capacity, guestsMax, isInHall, inDays, from, until, weeks } = one
  const hall = catalogue.resources.find(({ kind }) => kind === 'event-hall')
  const day = addDays(today, inDays)
  // What repeats is for who works here in the week.
  const date = weeks !== undefined && weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day
  const wish: EventText = {
    ...{ id: toId('event', id), title, text, where, capacity, guestsMax },
    ...{ date, startMinute: from, endMinute: until },
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

/** The second was put up this morning and has changed since. */
function announcementsOf(
  { site: { id: siteId } }: Catalogue,
  today: LocalDate,
  now: Instant,
): Pick<SampleHappenings, 'announcements' | 'earlier'> {
  const common = { tierIds: [], from: today }
  const lift: AnnouncementText = {
    ...{ ...common, id: toId('announcement', 'ann_lift'), until: addDays(today, 5) },
    ...{ title: 'The lift is serviced on Thursday', isPinned: true },
    text: 'From eight to ten in the morning. The ramp at the back door is open all day.',
  }
  const oats: AnnouncementText = {
    ...{ ...common, id: toId('announcement', 'ann_oats'), until: null, isPinned: false },
    ...{ title: 'Oat milk is back', text: 'In the fridge beside the kitchen door.' },
  }
  const put = (announcement: AnnouncementText, before: Announcement | null, at: Instant) => {
    const wish = { siteId, announcement, revision: before?.revision ?? 0 }
    const decision = saveAnnouncement(wish, before === null ? [] : [before], today, at)
    if (decision.kind === 'refused') throw new Error(`Broken sample: ${decision.refusal.reason}`)
    return decision
  }
  const first = put(oats, null, addMs(now, -2 * HOUR_MS))
  const changed = { ...oats, text: 'In the fridge beside the kitchen door. Soy milk, too.' }
  const { announcement, earlier } = put(changed, first.announcement, now)
  return {
    announcements: [put(lift, null, now).announcement, announcement],
    earlier: earlier === null ? [] : [earlier],
  }
}
