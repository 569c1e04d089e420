/** What the community room shows: the directory of a location, what happens there, who comes, and a member's own word about it. */
import { directorySections } from '../../domain/community/directory.ts'
import {
  attendeeSections,
  happeningSections,
  ownRsvpSections,
} from '../../domain/community/events/happening-sections.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { happeningsOfSite, readsOfSite, rsvpsOfMembers } from '../storage/load-happenings.ts'
import { messageChoices } from '../storage/load-messages.ts'
import { publishedAt } from '../storage/load-profiles.ts'
import type { Tx } from '../storage/storage.ts'

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
  const { rsvps } = await happeningsOfSite(tx, siteId, now)
  const names = await namesOf(tx, [...new Set(rsvps.map(({ memberId }) => memberId))])
  const nameOf = (memberId: string) => names.get(memberId) ?? ''
  return attendeeSections(rsvps, nameOf, await readsOfSite(tx, siteId))
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
  return memberIds.map((id) => ownRsvpSections(rsvps.filter(({ memberId }) => memberId === id)))
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
