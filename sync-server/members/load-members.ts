/** What staff see of the members of a location: all of them in a list, and one with what there is about them. */
import { attendedStates, type Booking, isLive } from '../../domain/bookings/booking.ts'
import type { MemberId, SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { bookingsOfMembers } from '../storage/load-bookings.ts'
import type { Reader } from '../storage/storage.ts'

export interface ListedMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly tierId: string | null
  readonly teamId: string | null
  readonly teamName: string | null
  /** Invited, and not signed in yet. */
  readonly isInvited: boolean
  /** Epoch ms of the last use of any device, to within half an hour; null before the first. */
  readonly seenAt: number | null
  /** Epoch ms at which the last booking began to which they came, as far as anybody knows; null before the first. */
  readonly hereAt: number | null
}

/** By name. */
export async function membersOfSite(
  reader: Reader,
  siteId: SiteId,
  now: Instant,
): Promise<readonly ListedMember[]> {
  const rows = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .leftJoin('team', 'team.id', 'member.team_id')
    .select(['member.id', 'member.name', 'member.email', 'member.role', 'member.tier_id'])
    .select(['member.team_id', 'member.account_id', 'team.name as team_name'])
    // The newest of each is found by the index, however many there are.
    .select((query) =>
      query
        .selectFrom('booking')
        .select('booking.starts_at')
        .whereRef('booking.member_id', '=', 'member.id')
        .where('booking.site_id', '=', siteId)
        .where('booking.state', 'in', attendedStates)
        .where('booking.starts_at', '<=', now)
        .orderBy('booking.ends_at', 'desc')
        .limit(1)
        .as('here_at'),
    )
    .where('member_site.site_id', '=', siteId)
    .execute()
  const seen = await seenByAccount(reader)
  const invited = new Set(
    (
      await reader
        .selectFrom('invitation')
        .select('member_id')
        .where('site_id', '=', siteId)
        .execute()
    ).map(({ member_id }) => member_id),
  )
  return rows
    .map((row) => ({
      ...{ id: row.id, name: row.name, email: row.email, role: row.role },
      ...{ tierId: row.tier_id, teamId: row.team_id, teamName: row.team_name },
      isInvited: row.account_id === null && invited.has(row.id),
      seenAt: row.account_id === null ? null : (seen.get(row.account_id) ?? null),
      hereAt: row.here_at === null ? null : Number(row.here_at),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

async function seenByAccount(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>()
  const sessions = await reader.selectFrom('auth_session').select(['userId', 'updatedAt']).execute()
  for (const { userId, updatedAt } of sessions) {
    const at = new Date(updatedAt).getTime()
    seen.set(userId, Math.max(at, seen.get(userId) ?? 0))
  }
  return seen
}

/** Bookings that are told of one member: what is ahead, and what was lately. */
const BOOKINGS_BACK_MS = 30 * DAY_MS
const BOOKINGS_TOLD_MAX = 30

export async function loadMemberPage(
  reader: Reader,
  siteId: SiteId,
  memberId: MemberId,
  now: Instant,
) {
  const member = await loadActor(reader, memberId)
  if (member === null || !member.siteIds.includes(siteId)) return null
  const since = now - BOOKINGS_BACK_MS
  const found = (await bookingsOfMembers(reader, [memberId], since)).get(memberId) ?? []
  const here = found.filter((booking) => booking.siteId === siteId)
  const stories = await billsOfPayers(reader, [memberId], '')
  const notes = await reader
    .selectFrom('member_note')
    .leftJoin('member', 'member.id', 'member_note.written_by')
    .select(['member_note.id', 'member_note.text', 'member_note.written_at', 'member.name'])
    .where('member_note.site_id', '=', siteId)
    .where('member_note.member_id', '=', memberId)
    .orderBy('member_note.written_at', 'desc')
    .limit(limits.memberNotesMax)
    .execute()
  return {
    bookings: here
      .toSorted((a, b) => b.interval.startsAt - a.interval.startsAt)
      .slice(0, BOOKINGS_TOLD_MAX)
      .map(told),
    bills: stories.map((story) => ({ ...story, bill: { ...story.bill, lines: [] } })),
    notes: notes.map(({ id, text, written_at, name }) => ({ id, text, by: name, at: written_at })),
    consents: member.consents.filter((one) => one.siteId === siteId),
    locations: member.siteIds,
  }
}

function told({ id, resourceId, state, wall, interval }: Booking) {
  return { id, resourceId, isLive: isLive(state), state, wall, interval }
}
