/** What people of the member's team are called, as this device knows them; whoever is not of it any more is called just that. */
import type { ToldPerson } from '../../../domain/bookings/teams/team-sections.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Json } from '../../../domain/values/sections.ts'
import { createOwnRecords } from '../../store/records.ts'
import { words } from '../../ui/words.ts'

export function createTeamNames(): (memberId: MemberId) => string {
  const people = createOwnRecords('team-people', (value: Json) => value as unknown as ToldPerson) // only the space writes it
  return (memberId) => people()?.all.get(memberId)?.name ?? words.people.erase.formerMember
}
