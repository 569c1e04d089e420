/** Wishes about teams as the app makes them, and a team to decide about. */
import fc from 'fast-check'
import { noTeamLimits } from '../../memberships/team-limits.ts'
import { toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { ada, desk1, harbour, hotDesk, span } from '../for-tests.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { TeamBodies } from '../wishes/team-requests.ts'
import type { Team, TeamPerson, TeamStory } from './team.ts'

export const northId = toId('team', 'tea_north')
const teamId = fc.constant(northId)
const memberId = fc.constantFrom(ada.id, toId('member', 'mem_ola'))
const name = fc.constantFrom('Nordlicht', 'Kim Berg')
const email = fc.constantFrom('kim@nord.example', 'lou@nord.example')
const money = fc.record({ amountMinor: fc.nat(1_000_000), currency: fc.constant('EUR') })
const quota = fc.record({
  id: fc.constantFrom('rooms-a-week', 'desks'),
  kinds: fc.constantFrom(['meeting-room'], ['hot-desk', 'phone-booth']),
  per: fc.constantFrom('day', 'week', 'month'),
  unit: fc.constantFrom('bookings', 'minutes'),
  max: fc.nat(10_000),
})

export const teamWishes: { readonly [Kind in keyof TeamBodies]: fc.Arbitrary<unknown> } = {
  'team.save': fc.record({
    siteId: fc.constant(harbour.site.id),
    team: fc.record({
      id: teamId,
      name,
      managerId: memberId,
      tierId: fc.option(fc.constant(hotDesk.id)),
      seats: fc.option(fc.integer({ min: 1, max: limits.teamPeopleMax })),
    }),
  }),
  'team.invite': fc.record({ teamId, email, name }),
  'team.uninvite': fc.record({ teamId, email }),
  'team.answer': fc.record({ teamId, accepts: fc.boolean() }),
  'team.remove': fc.record({
    teamId,
    memberId,
    bookings: fc.dictionary(
      fc.nat(99).map((number) => `bkg_${number}`),
      fc.constantFrom('keep', 'cancel'),
    ),
  }),
  'team.set-manager': fc.record({ teamId, memberId, isManager: fc.boolean() }),
  'team.limit': fc.record({
    teamId,
    memberId,
    limits: fc.record({
      quotas: fc.array(quota, { maxLength: limits.teamQuotasMax }),
      money: fc.option(fc.record({ per: fc.constantFrom('week', 'month'), max: money })),
    }),
  }),
  'week.send': fc.record({
    teamId,
    siteId: fc.constant(harbour.site.id),
    week: fc.constantFrom('2026-W49', '2026-W53'),
    desks: fc.array(
      fc.record({
        memberId,
        on: fc.constantFrom('2026-11-30', '2026-12-01'),
        liked: fc.option(fc.constant(desk1.id)),
        choice: fc.constant(choiceAt(harbour, desk1.id, span('2026-11-30', 540, 600))),
        quote: money,
      }),
      { maxLength: 1 },
    ),
    payWith: fc.constantFrom('personal', 'team', 'money'),
  }),
  'team.wallet': fc.record({
    teamId,
    wallet: fc.record({
      usedBy: fc.constantFrom('everybody', 'manager'),
      isFirst: fc.boolean(),
    }),
  }),
}

export const ola: TeamPerson = {
  ...{ memberId: toId('member', 'mem_ola'), name: 'Ola', isManager: true, isInvited: false },
  ...{ tierId: hotDesk.id, limits: noTeamLimits },
}
export const teammate: TeamPerson = {
  ...{ memberId: ada.id, name: 'Ada', isManager: false, isInvited: false },
  ...{ tierId: hotDesk.id, limits: noTeamLimits },
}
export const north: Team = {
  ...{ id: northId, siteId: harbour.site.id, name: 'Nordlicht', managerId: ola.memberId },
  ...{ tierId: hotDesk.id, seats: 3, wallet: { usedBy: 'everybody', isFirst: true } },
}
export const northStory: TeamStory = { team: north, people: [teammate, ola], invitations: [] }
