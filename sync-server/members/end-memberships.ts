/**
 * Whoever leaves a location, or is forgotten, has no membership there from that day on (D-47): nothing more is owed for it, and what was billed
 * before stays as it is. One that was never changed has no row of its own and ends with its member's place in the location.
 */
import { endOf, type Membership } from '../../domain/memberships/membership.ts'
import { must } from '../../domain/values/assert.ts'
import { type MemberId, makeId, type SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Fact } from '../settlement/kind.ts'
import { loadZone } from '../storage/load-catalogue.ts'
import { loadMemberships } from '../storage/load-memberships.ts'
import type { Tx } from '../storage/storage.ts'

/** Of all locations where none is named. One fact has all of theirs, because it is written as a whole. */
export async function endMemberships(
  tx: Tx,
  memberId: MemberId,
  siteId: SiteId | null,
  now: Instant,
): Promise<readonly Fact[]> {
  const before = (await loadMemberships(tx, [memberId])).get(memberId) ?? []
  const [first] = before
  if (first === undefined) return []
  const memberships: Membership[] = []
  for (const one of before) {
    const isLeft = siteId === null || one.siteId === siteId
    memberships.push(isLeft ? await ended(tx, one, now) : one)
  }
  const zone = must(await loadZone(tx, first.siteId), 'every location has its clock')
  const today = toWallTime(zone, now).date
  return [{ kind: 'memberships', memberId, memberships, today, zone }]
}

async function ended(tx: Tx, membership: Membership, now: Instant): Promise<Membership> {
  const zone = must(await loadZone(tx, membership.siteId), 'every location has its clock')
  const today = toWallTime(zone, now).date
  const end = endOf(membership)
  if (end !== null && end.on <= today) return membership
  const made = { madeOn: today, madeBy: 'space', reason: '', cost: null } as const
  // Nobody wished it, so its id is made of what it ends.
  const id = makeId('intent', `left-${membership.id.slice(4)}-${now}`)
  const change = { ...made, id, kind: 'end', on: today } as const
  return { ...membership, changes: [...membership.changes, change] }
}
