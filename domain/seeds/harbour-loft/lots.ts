/** What people of the sample hold to book with: Dev ten entries, Ola's team twenty hours of rooms and some days. */
import type { Lot } from '../../bookings/lots/lot.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { money, zero } from '../../values/money.ts'
import { northTeam } from './people.ts'
import { harbourLoftId } from './sites.ts'

export function sampleLots(midnight: Instant): readonly Lot[] {
  const common = {
    siteId: harbourLoftId,
    validFrom: addMinutes(midnight, -20 * 1440),
    expiresAt: null,
  }
  const team = { kind: 'team', teamId: northTeam.id } as const
  return [
    {
      ...{ ...common, id: toId('lot', 'lot_dev-entries'), name: '10-entry pass' },
      holder: { kind: 'member', memberId: toId('member', 'mem_dev') },
      ...{ kinds: ['hot-desk'], unit: 'entries', amount: 10, source: 'purchase' },
      ...{ owed: money(16_000, 'EUR'), reason: '' },
    },
    {
      ...{ ...common, id: toId('lot', 'lot_north-rooms'), name: 'Team hours', holder: team },
      ...{ kinds: ['meeting-room'], unit: 'minutes', amount: 20 * 60, source: 'gift' },
      ...{ owed: zero('EUR'), reason: 'Comes with the office' },
    },
    {
      ...{ ...common, id: toId('lot', 'lot_north-days'), name: 'Team days', holder: team },
      ...{ kinds: ['hot-desk'], unit: 'days', amount: 12, source: 'gift' },
      ...{ owed: zero('EUR'), reason: 'For guests of the team' },
    },
  ]
}
