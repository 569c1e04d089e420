/** What the community room shows: the directory of a location, what happens there, who comes, and a member's own word about it. */
import { directorySections } from '../../domain/community/directory.ts'
import {
  attendeeSections,
  happeningSections,
  type OwnDoor,
  ownRsvpSections,
} from '../../domain/community/events/happening-sections.ts'
import type { Rsvp } from '../../domain/community/events/rsvp.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import {
  codesOf,
  earlierWordsOfSite,
  entriesOf,
  eventsOf,
  happeningsOfSite,
  readsOfSite,
  rsvpsOfMembers,
} from '../storage/load-happenings.ts'
import { messageChoices } from '../storage/load-messages.ts'
import { publishedAt } from '../storage/load-profiles.ts'
import type { Tx } from '../storage/storage.ts'
import { doorKeyOf, passSigner } from './sign-passes.ts'

async function projectDirectory(tx: Tx, { siteId }: Named<'directory'>) {
  const site = await loadSite(tx, siteId)
  if (site === null) return null
  const cards = site.hasDirectory ? await publishedAt(tx, siteId) : []
  const choices = await messageChoices(
    tx,
    cards.map(({ memberId }) => memberId),
  )
  const quiet = cards.filter(({ memberId }) => choices.get(memberId)?.isOpen === false)
  return directorySections(cards, new Set(quiet.map(({ memberId }) => memberId)))
}

async function projectHappenings(tx: Tx, { siteId }: Named<'happenings'>, now: Instant) {
  if ((await loadSite(tx, siteId)) === null) return null
  return happeningSections(await happeningsOfSite(tx, siteId, now))
}

async function projectAttendees(tx: Tx, { siteId }: Named<'attendees'>, now: Instant) {
  if ((await loadSite(tx, siteId)) === null) return null
  const { events, rsvps } = await happeningsOfSite(tx, siteId, now)
  const names = await namesOf(tx, [...new Set(rsvps.map(({ memberId }) => memberId))])
  const eventIds = events.map(({ id }) => id)
  const codeOf = await codesOf(tx, eventIds)
  return attendeeSections({
    coming: rsvps.map((rsvp) => ({
      ...rsvp,
      ...{ name: names.get(rsvp.memberId) ?? '', code: codeOf(rsvp) },
    })),
    entries: await entriesOf(tx, eventIds),
    doorKey: await doorKeyOf(tx, siteId),
    reads: await readsOfSite(tx, siteId),
    earlier: await earlierWordsOfSite(tx, siteId),
  })
}

async function namesOf(tx: Tx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const part of inParts(memberIds)) {
    const rows = tx.selectFrom('member').select(['id', 'name']).where('id', 'in', part)
    for (const { id, name } of await rows.execute()) names.set(id, name)
  }
  return names
}

async function projectOwn(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const memberIds = names.map(({ memberId }) => memberId)
  const rsvps = await rsvpsOfMembers(tx, memberIds, now)
  const doorOf = await doorsOf(tx, rsvps)
  return memberIds.map((id) =>
    ownRsvpSections(
      rsvps.filter(({ memberId }) => memberId === id),
      doorOf,
    ),
  )
}

/** What members show at the doors of what they come to. */
async function doorsOf(tx: Tx, rsvps: readonly Rsvp[]): Promise<(rsvp: Rsvp) => OwnDoor | null> {
  const eventIds = [...new Set(rsvps.map(({ eventId }) => eventId))]
  const events = new Map((await eventsOf(tx, eventIds)).map((event) => [event.id, event]))
  const codeOf = await codesOf(tx, eventIds)
  const sign = await passSigner(tx, new Set([...events.values()].map(({ siteId }) => siteId)))
  return (rsvp) => {
    const event = events.get(rsvp.eventId)
    if (event === undefined) return null
    const { eventId, people } = rsvp
    const code = codeOf(rsvp)
    const pass = sign(event.siteId, { eventId, code, people, expiresAt: event.endsAt })
    return { code, pass }
  }
}

export const communityProjections: readonly Projection[] = [
  {
    document: 'directory',
    project: (tx, names) => eachOf(names, (name) => projectDirectory(tx, name)),
  },
  {
    document: 'happenings',
    project: (tx, names, now) => eachOf(names, (name) => projectHappenings(tx, name, now)),
  },
  {
    document: 'attendees',
    project: (tx, names, now) => eachOf(names, (name) => projectAttendees(tx, name, now)),
  },
  // No booking and no outcome is a word about an event.
  { document: 'member', project: projectOwn, entriesOf: () => [] },
]
