/** What happens at a location, as this device knows it, with what the member has said and wishes to say about it. */
import { type Accessor, createMemo } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { type Announcement, shownTo } from '../../domain/community/events/announcement.ts'
import {
  type OwnRsvp,
  readAnnouncement,
  readEvent,
  readOwnRsvp,
  type ToldEvent,
} from '../../domain/community/events/happening-sections.ts'
import type { EventId, SiteId } from '../../domain/values/ids.ts'
import type { Space } from '../app/with-space.tsx'
import { createOwnWishes } from '../store/own-wishes.ts'
import { createOwnRecords, createRecords } from '../store/records.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/words.ts'

export interface Events {
  /** What is not over, the soonest first. */
  readonly ahead: readonly ToldEvent[]
  /** Null where they have not arrived. */
  readonly asOf: number | null
}

export function createEvents(space: () => Space): Accessor<Events | undefined> {
  const records = createRecords(() => nameOf(space().catalogue.site.id), 'events', readEvent)
  return createMemo(() => {
    const known = records()
    if (known === undefined) return undefined
    const ahead = [...known.all.values()].filter(({ endsAt }) => endsAt > space().now)
    return { ahead: ahead.toSorted((a, b) => a.startsAt - b.startsAt), asOf: known.asOf }
  })
}

/** Undefined until the first read. */
export function createAnnouncements(
  space: () => Space,
): Accessor<readonly Announcement[] | undefined> {
  const records = createRecords(
    () => nameOf(space().catalogue.site.id),
    'announcements',
    readAnnouncement,
  )
  return () => {
    const known = records()
    if (known === undefined) return undefined
    return shownTo([...known.all.values()], space().member, space().today)
  }
}

/** What stands about one event between the member and the space. */
export interface OwnWord {
  /** As the space told it; null where the member does not come. */
  readonly told: OwnRsvp | null
  /** How many the device wishes to say and has no answer about. */
  readonly wished: number | null
  /** How that wish stands, or why the last one came to nothing; empty where there is nothing to say. */
  readonly sentence: string
}

export function createOwnWords(): (eventId: EventId) => OwnWord {
  const told = createOwnRecords('rsvps', readOwnRsvp)
  const wishes = createOwnWishes(['rsvp.set'])
  const status = createStatus()
  const isOffline = () => status()?.state === 'offline'
  return (eventId) => {
    const own = (wishes() ?? []).filter(
      ({ intent }) => intent.kind === 'rsvp.set' && intent.body.eventId === eventId,
    )
    const last = own.at(-1)
    const known = told()?.all.get(eventId) ?? null
    if (last === undefined || last.intent.kind !== 'rsvp.set') {
      return { told: known, wished: null, sentence: '' }
    }
    const isOpen = last.state === 'saved' || last.state === 'received'
    return {
      told: known,
      wished: isOpen ? last.intent.body.people : null,
      sentence: isSo(last, known) ? '' : sentenceOf(last, isOffline()),
    }
  }
}

type OwnWish = NonNullable<ReturnType<ReturnType<typeof createOwnWishes>>>[number]

/** A wish for what is so already came to nothing, and there is nothing to say about it. */
function isSo({ intent, state }: OwnWish, told: OwnRsvp | null): boolean {
  return (
    state === 'settled' && intent.kind === 'rsvp.set' && intent.body.people === (told?.people ?? 0)
  )
}

function sentenceOf({ state, settled }: OwnWish, isOffline: boolean): string {
  switch (state) {
    case 'saved':
      return isOffline ? words.happenings.saved : words.happenings.leaving
    case 'received':
      return words.happenings.sending
    case 'expired':
      return words.happenings.late
    case 'settled': {
      const outcome = settled?.outcome
      return outcome?.kind === 'refused' ? words.refusal(outcome.refusal) : ''
    }
  }
}

function nameOf(siteId: SiteId): string {
  return formatDocumentName({ kind: 'happenings', siteId })
}
