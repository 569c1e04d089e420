import { words } from '../../ui/words.ts'
import type { OwnTeam } from './read-team.ts'

export function nameOf({ people }: OwnTeam, memberId: string): string {
  return people.find((one) => one.memberId === memberId)?.name ?? words.people.erase.formerMember
}
