/** News of events, reminders of them, and words about them that came to nothing. */
import type { SettledIntent } from '../../../domain/bookings/wishes/outcome.ts'
import type { CommunityEvent } from '../../../domain/community/events/event.ts'
import { eventCalendar } from '../../../domain/community/events/event-calendar.ts'
import type { Rsvp } from '../../../domain/community/events/rsvp.ts'
import { toldText } from '../../../domain/community/events/tell-attendees.ts'
import type { News, RsvpNewsKind } from '../../../domain/news/news.ts'
import type { Values } from '../../../domain/news/template.ts'
import { type Catalogue, placeName } from '../../../domain/sites/catalogue.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import { findIntent } from '../../storage/intents.ts'
import { findEvent, rsvpsOf } from '../../storage/load-happenings.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import { dayText, spanText } from '../told-times.ts'
import { type LetterFact, plain, type Story, type StoryContext } from './story.ts'

const { news: said } = english

type EventNews = Extract<
  News,
  { readonly kind: RsvpNewsKind | 'event-moved' | 'event-off' | 'event-reminder' }
>

export async function storyOfEvent(news: EventNews, context: StoryContext): Promise<Story | null> {
  const event = await findEvent(context.reader, news.eventId)
  if (event === null) return null
  const rsvps = await rsvpsOf(context.reader, [event.id])
  const own = rsvps.find(({ memberId }) => memberId === context.member.id)
  if (own === undefined || !isStillSo(news, event, own)) return null
  const story = storyOf(event, context)
  const { catalogue, url, now } = context
  const entry = {
    event,
    state: own.state,
    placeName: placeOf(event, catalogue),
    site: catalogue.site,
  }
  return {
    ...story,
    values: { ...story.values, day: dayText(event.date, catalogue.zone, now) },
    calendar:
      news.kind === 'event-reminder' ? null : eventCalendar(entry, { url: pageOf(url), now }),
  }
}

/** Whoever said meanwhile that they stay away is told nothing more (NEWS-10). */
function isStillSo(news: EventNews, event: CommunityEvent, own: Rsvp): boolean {
  switch (news.kind) {
    case 'event-going':
    case 'event-came-in':
      return own.state === 'going' && !event.isCalledOff
    case 'event-waiting':
      return own.state === 'waiting' && !event.isCalledOff
    case 'event-moved':
      return own.state !== 'out' && !event.isCalledOff
    case 'event-off':
      return own.state !== 'out' && event.isCalledOff
    case 'event-reminder':
      return own.state === 'going' && !event.isCalledOff && event.startsAt === news.startsAt
  }
}

/** The words stand in the wish of who said them, and are gone where they are. */
export async function storyOfEventWord(
  { eventId, intentId }: Extract<News, { readonly kind: 'event-word' }>,
  context: StoryContext,
): Promise<Story | null> {
  const { reader, member } = context
  const event = await findEvent(reader, eventId)
  const row = await findIntent(reader, intentId)
  if (event === null || event.isCalledOff || row === undefined) return null
  const rsvps = await rsvpsOf(reader, [eventId])
  const own = rsvps.find(({ memberId }) => memberId === member.id)
  if (own === undefined || own.state === 'out') return null
  const { body } = JSON.parse(row.record) as { readonly body?: { readonly text: string } } // parsed when it was received
  if (body === undefined) return null
  const story = storyOf(event, context)
  return { ...story, values: { ...story.values, text: toldText(body.text) } }
}

export async function storyOfEventRefused(
  { intentId }: Extract<News, { readonly kind: 'event-refused' }>,
  context: StoryContext,
): Promise<Story | null> {
  const row = await findIntent(context.reader, intentId)
  if (row === undefined || row.settled === null || row.record === '') return null
  const { outcome } = parseKept<SettledIntent>(row.settled)
  // Parsed when it was received.
  const { body } = JSON.parse(row.record) as { readonly body: { readonly eventId: string } }
  const event = await findEvent(context.reader, body.eventId)
  if (event === null || outcome.kind !== 'refused') return null
  const story = storyOf(event, context)
  const why = english.refusal(outcome.refusal, context.catalogue.zone)
  return { ...story, values: { ...story.values, why } }
}

function storyOf(event: CommunityEvent, { catalogue, url }: StoryContext): Story {
  const { name, address, zone } = catalogue.site
  const values = eventValues(event, catalogue)
  const facts: readonly LetterFact[] = [
    [said.event, event.title],
    [said.time, `${values['when'] ?? ''}\n${said.zone(zone)}`],
    [said.address, [values['where'] ?? '', `${name}, ${address}`].join('\n')],
  ]
  return { ...plain, values, facts, action: { label: said.openEvents, url: pageOf(url) } }
}

export function eventValues(event: CommunityEvent, catalogue: Catalogue): Values {
  const { title, where } = event
  const start = toWallTime(catalogue.zone, event.startsAt)
  const end = toWallTime(catalogue.zone, event.endsAt)
  const places = [placeOf(event, catalogue), where].filter((part) => part !== '')
  return {
    event: title,
    when: spanText({ start, end }),
    where: places.length === 0 ? catalogue.site.name : places.join(', '),
  }
}

function placeOf({ resourceId }: CommunityEvent, catalogue: Catalogue): string {
  return resourceId === null ? '' : (placeName(catalogue, resourceId) ?? '')
}

function pageOf(url: string): string {
  return `${url}/community`
}
