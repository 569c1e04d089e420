import { noTeamLimits } from '../../memberships/team-limits.ts'
import type { SettleFacts } from '../settle.ts'

/** Whoever manages a team uses what it has for its people, also where they may not themselves, and beyond what it lets them (D-27). */
export function asTeam(facts: SettleFacts): SettleFacts {
  const { madeBy, wallet, member } = facts
  if (madeBy?.as !== 'team') return facts
  const team = wallet.team === null ? null : ({ ...wallet.team, usedBy: 'everybody' } as const)
  return {
    ...facts,
    member: { ...member, teamLimits: noTeamLimits },
    wallet: { ...wallet, team },
  }
}
