/** What a member may book with at a location besides money, and until when: their own, and their team's where they may use it. */
import { type Accessor, createMemo } from 'solid-js'
import { frozenLots } from '../../domain/bookings/lots/frozen-lots.ts'
import type { KnownLot, Wallet } from '../../domain/bookings/lots/lot.ts'
import { isValid, mayUseTeam, planLotsOf } from '../../domain/bookings/lots/lots-for.ts'
import { walletOfRows } from '../../domain/bookings/lots/wallet-of-rows.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createToldWallet } from '../store/member.ts'
import { words } from '../ui/words.ts'

export interface OwnLots {
  readonly wallet: Wallet
  /** The membership's of the period that runs, then passes. */
  readonly own: readonly KnownLot[]
  readonly ofTeam: readonly KnownLot[]
}

export function createOwnLots(space: () => Space): Accessor<OwnLots> {
  const told = createToldWallet()
  const bookings = createBookings()
  return createMemo(() => {
    const { catalogue, member, now } = space()
    const known = { ...told(), lots: frozenLots(catalogue.zone, member, told().lots) }
    const wallet = walletOfRows({ catalogue, member, told: known, rows: bookings() ?? [], now })
    const here = wallet.lots.filter(({ siteId }) => siteId === catalogue.site.id)
    const passes = here.filter(({ holder }) => holder.kind === 'member')
    const ofTeam = here.filter(({ holder }) => holder.kind === 'team')
    return {
      wallet,
      own: [...planLotsOf({ catalogue, member }, now), ...passes],
      ofTeam: mayUseTeam(member, wallet) ? ofTeam : [],
    }
  })
}

/** The last day on which it can be used; null for ever. */
export function lastDateOf({ catalogue }: Space, { expiresAt }: KnownLot): LocalDate | null {
  return expiresAt === null ? null : toWallTime(catalogue.zone, addMinutes(expiresAt, -1)).date
}

/** "resets Tue 1 Dec" of an allowance, "until Thu 31 Dec" of a pass. */
export function untilWhen(space: Space, lot: KnownLot): string {
  const date = lastDateOf(space, lot)
  if (date !== null && !isValid(lot, space.now)) return words.lots.over(date)
  return date !== null && lot.source === 'plan'
    ? words.lots.resets(addDays(date, 1))
    : words.lots.until(date)
}
