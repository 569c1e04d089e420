/**
 * What a member's own document says of their team: `team-about`, `team-people`, `team-invited`, `team-weeks` as they were sent, and `team-invitations` of whoever is asked to
 * join one. What managers decide about single people is told to managers alone.
 */
import type { TeamLimits } from '../../memberships/team-limits.ts'
import type { MemberId, SiteId, TeamId, TierId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Sections } from '../../values/sections.ts'
import type { TeamWallet } from '../lots/lot.ts'
import { toJson } from '../member-sections.ts'
import type { SentWeek } from './sent-week.ts'
import type { TeamInvitation, TeamStory } from './team.ts'

export interface ToldTeam {
  readonly id: TeamId
  readonly siteId: SiteId
  readonly name: string
  readonly managerId: MemberId
  readonly wallet: TeamWallet
  /** Null where nobody counts, and for whoever does not manage it. */
  readonly seats: number | null
}

export interface ToldPerson {
  readonly memberId: MemberId
  readonly name: string
  readonly isManager: boolean
  readonly isInvited: boolean
  /** Null for whoever does not manage the team. */
  readonly managed: { readonly tierId: TierId | null; readonly limits: TeamLimits } | null
}

export interface ToldInvited {
  readonly email: string
  readonly name: string
  readonly invitedAt: Instant
}

/** To whoever is asked. */
export interface ToldInvitation {
  readonly teamId: TeamId
  readonly siteId: SiteId
  readonly teamName: string
  readonly invitedBy: string
}

export function teamSections(story: TeamStory | null, reader: MemberId): Sections {
  if (story === null) return { 'team-about': {}, 'team-people': {}, 'team-invited': {} }
  const { team, people, invitations } = story
  const isManager = people.some((one) => one.memberId === reader && one.isManager)
  const { id, siteId, name, managerId, wallet, seats } = team
  const about: ToldTeam = { id, siteId, name, managerId, wallet, seats: isManager ? seats : null }
  const told = people.map(({ tierId, limits, ...person }): ToldPerson => {
    return { ...person, managed: isManager ? { tierId, limits } : null }
  })
  const invited = isManager ? invitations.map(toInvited) : []
  return {
    'team-about': { team: toJson(about) },
    'team-people': Object.fromEntries(told.map((one) => [one.memberId, toJson(one)])),
    'team-invited': Object.fromEntries(invited.map((one) => [one.email, toJson(one)])),
  }
}

function toInvited({ email, name, invitedAt }: TeamInvitation): ToldInvited {
  return { email, name, invitedAt }
}

export function weekSection(weeks: readonly SentWeek[]): Sections {
  return { 'team-weeks': Object.fromEntries(weeks.map((one) => [one.week, toJson(one)])) }
}

export function invitationSection(invitations: readonly ToldInvitation[]): Sections {
  return {
    'team-invitations': Object.fromEntries(invitations.map((one) => [one.teamId, toJson(one)])),
  }
}
