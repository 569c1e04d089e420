/**
 * Who comes to a team, who leaves it, and what each may use. Its managers decide, and the managers of its location, who set it up. Whoever
 * reads its bills stays one of its managers until the location names another.
 */
import { isStaff, type MemberRole } from '../../access/role.ts'
import type { Member } from '../../memberships/member.ts'
import { noTeamLimits, type TeamLimits } from '../../memberships/team-limits.ts'
import type { MemberId, TeamId, TierId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { type Booking, isLive } from '../booking.ts'
import { refundStepAt } from '../cancellation/refund-step.ts'
import { cancelled } from '../change-booking.ts'
import type { Intent } from '../wishes/intent.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { SentWeek } from './sent-week.ts'
import type { Team, TeamInvitation, TeamPerson, TeamStory } from './team.ts'

export type TeamFact =
  | { readonly kind: 'team'; readonly team: Team }
  /** Who they are in which team; `left` is one that they were in before. */
  | ({ readonly kind: 'team-person'; readonly left: TeamId | null } & PersonInTeam)
  /** Somebody whom the space did not know. */
  | {
      readonly kind: 'team-newcomer'
      readonly team: Team
      readonly memberId: MemberId
      readonly email: string
      readonly name: string
      readonly invitedBy: MemberId
    }
  | { readonly kind: 'team-invitation'; readonly invitation: TeamInvitation }
  | {
      readonly kind: 'team-invitation-over'
      readonly invitation: Pick<TeamInvitation, 'teamId' | 'memberId'>
    }
  | { readonly kind: 'week-sent'; readonly sent: SentWeek }

export interface PersonInTeam {
  readonly memberId: MemberId
  readonly teamId: TeamId | null
  readonly role: MemberRole
  readonly tierId: TierId | null
  readonly limits: TeamLimits
}

export type TeamDecision =
  | { readonly kind: 'done'; readonly facts: readonly TeamFact[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function mayManageTeam(
  actor: Pick<Member, 'role' | 'teamId' | 'siteIds'>,
  team: Pick<Team, 'id' | 'siteId'>,
): boolean {
  if (actor.role === 'manager' || actor.role === 'owner') return actor.siteIds.includes(team.siteId)
  return actor.role === 'team-manager' && actor.teamId === team.id
}

/** `known` has that address already; a newcomer gets the id that the wish carries. */
export function invite(
  { body: { email, name } }: Intent<'team.invite'>,
  { team, people, invitations }: TeamStory,
  known: Member | null,
  newcomer: MemberId,
  actor: Pick<Member, 'id'>,
  now: Instant,
): TeamDecision {
  const isHere = people.some(({ memberId }) => memberId === known?.id)
  if (isHere || invitations.some((one) => one.email === email)) return no({ reason: 'in-team' })
  const seats = Math.min(team.seats ?? limits.teamPeopleMax, limits.teamPeopleMax)
  if (people.length + invitations.length >= seats) return no({ reason: 'team-full', seats })
  const common = { email, name, invitedBy: actor.id }
  if (known === null) {
    return done([{ kind: 'team-newcomer', team, memberId: newcomer, ...common }])
  }
  const who = { teamId: team.id, siteId: team.siteId, memberId: known.id, invitedAt: now }
  return done([{ kind: 'team-invitation', invitation: { ...common, ...who } }])
}

export function uninvite(
  { body: { email } }: Intent<'team.uninvite'>,
  { invitations }: TeamStory,
): TeamDecision {
  const invitation = invitations.find((one) => one.email === email)
  if (invitation === undefined) return no({ reason: 'not-invited' })
  return done([{ kind: 'team-invitation-over', invitation }])
}

/** Whoever is in another team leaves that one first: what they have booked is its to decide. */
export function answerInvitation(
  { body: { accepts } }: Intent<'team.answer'>,
  { team, invitations }: TeamStory,
  actor: Member,
): TeamDecision {
  const invitation = invitations.find(({ memberId }) => memberId === actor.id)
  if (invitation === undefined) return no({ reason: 'not-invited' })
  const over: TeamFact = { kind: 'team-invitation-over', invitation }
  if (!accepts) return done([over])
  if (actor.teamId !== null) return no({ reason: 'in-another-team' })
  const { id: memberId, role, tierId } = actor
  const person = { memberId, teamId: team.id, role, limits: noTeamLimits, left: null }
  return done([over, { kind: 'team-person', ...person, tierId: tierId ?? team.tierId }])
}

export interface Removal {
  readonly facts: readonly TeamFact[]
  readonly cancelled: readonly { readonly booking: Booking; readonly before: Booking }[]
}

/**
 * Bills stay as they are, and what is kept stays the team's to pay, as it was booked. The membership that came with the team goes with it.
 */
export function removePerson(
  { body: { memberId, bookings } }: Intent<'team.remove'>,
  { team, people }: TeamStory,
  person: Member,
  ahead: readonly Booking[],
  now: Instant,
): ({ readonly kind: 'done' } & Removal) | Extract<TeamDecision, { kind: 'refused' }> {
  if (!people.some((one) => one.memberId === memberId)) return no({ reason: 'not-in-team' })
  if (memberId === team.managerId) return no({ reason: 'reads-team-bills' })
  const undecided = ahead.filter(({ id }) => bookings[id] === undefined)
  if (undecided.length > 0) {
    return no({ reason: 'unresolved-bookings', bookingIds: undecided.map(({ id }) => id) })
  }
  const tierId = person.tierId === team.tierId ? null : person.tierId
  const role = isStaff(person.role) ? person.role : 'member'
  const left = { memberId, teamId: null, role, tierId, limits: noTeamLimits, left: team.id }
  const given = ahead.filter(({ id }) => bookings[id] === 'cancel')
  return {
    kind: 'done',
    facts: [{ kind: 'team-person', ...left }],
    cancelled: given.map((before) => ({
      before,
      booking: cancelled(before, 'member', refundStepAt(before, now), now, now),
    })),
  }
}

/** What has not begun, and what the team would be left with. */
export function aheadOf(bookings: readonly Booking[], now: Instant): readonly Booking[] {
  return bookings.filter(({ state, interval }) => isLive(state) && interval.startsAt > now)
}

export function setManager(
  { body: { memberId, isManager } }: Intent<'team.set-manager'>,
  { team, people }: TeamStory,
  person: Member,
): TeamDecision {
  const found = people.find((one) => one.memberId === memberId)
  if (found === undefined || isStaff(person.role)) return no({ reason: 'not-in-team' })
  if (found.isManager === isManager) return no({ reason: 'unchanged' })
  if (!isManager && memberId === team.managerId) return no({ reason: 'reads-team-bills' })
  return done([{ ...inTeam(person, found), role: isManager ? 'team-manager' : 'member' }])
}

export function limitPerson(
  { body }: Intent<'team.limit'>,
  { people }: TeamStory,
  person: Member,
): TeamDecision {
  const found = people.find(({ memberId }) => memberId === body.memberId)
  if (found === undefined) return no({ reason: 'not-in-team' })
  return done([{ ...inTeam(person, found), limits: body.limits }])
}

function inTeam(person: Member, { memberId, limits }: TeamPerson) {
  const { teamId, role, tierId } = person
  return { kind: 'team-person', memberId, teamId, role, tierId, limits, left: null } as const
}

/** The space sets a team up: its reader of bills becomes one of its managers, and nobody else is put into it without being asked. */
export function saveTeam(
  { body: { siteId, team: text } }: Intent<'team.save'>,
  story: TeamStory | null,
  reader: Member | null,
): TeamDecision {
  const isElsewhere = reader?.teamId !== null && reader?.teamId !== text.id
  if (reader === null || isStaff(reader.role)) return no({ reason: 'not-in-team' })
  if (isElsewhere) return no({ reason: 'in-another-team' })
  const before = story?.team ?? null
  if (before !== null && before.siteId !== siteId) return no({ reason: 'not-allowed' })
  const { id, name, managerId, tierId, seats } = text
  if (seats !== null && story !== null && seats < story.people.length) {
    return no({ reason: 'team-full', seats })
  }
  const wallet = before?.wallet ?? ({ usedBy: 'everybody', isFirst: true } as const)
  const team: Team = { id, siteId, name, managerId, tierId, seats, wallet }
  const known = story?.people.find(({ memberId }) => memberId === managerId)
  const person = { memberId: managerId, teamId: id, role: 'team-manager', left: null } as const
  const more = { tierId: reader.tierId ?? tierId, limits: known?.limits ?? noTeamLimits }
  return done([
    { kind: 'team', team },
    { kind: 'team-person', ...person, ...more },
  ])
}

function done(facts: readonly TeamFact[]): Extract<TeamDecision, { kind: 'done' }> {
  return { kind: 'done', facts }
}

function no(refusal: Refusal): Extract<TeamDecision, { kind: 'refused' }> {
  return { kind: 'refused', refusal }
}
