/** What a member may book with at a location besides money, and until when: their own, and their team's where they may use it. */
import { type Accessor, createMemo } from 'solid-js'
import { frozenLots } from '../../domain/bookings/lots/frozen-lots.ts'
import type { KnownLot, Wallet } from '../../domain/bookings/lots/lot.ts'
import { isValid, mayUseTeam } from '../../domain/bookings/lots/lots-for.ts'
import { cameOver, type PlanLot, planLotsOf } from '../../domain/bookings/lots/plan-lots.ts'
import { leftOf } from '../../domain/bookings/lots/use-of.ts'
import { walletOfRows } from '../../domain/bookings/lots/wallet-of-rows.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createToldWallet } from '../store/member.ts'
import { words } from '../ui/words.ts'

export interface OwnLots {
  readonly wallet: Wallet
  /** The membership's of the period that runs, after what has come over into it, then passes. */
  readonly own: readonly (KnownLot | PlanLot)[]
  readonly ofTeam: readonly KnownLot[]
}

export function createOwnLots(space: () => Space): Accessor<OwnLots> {
  const told = createToldWallet()
  const bookings = createBookings()
  return createMemo(() => {
    const { catalogue, member, now, today } = space()
    const known = { ...told(), lots: frozenLots(catalogue.zone, member, told().lots) }
    const wallet = walletOfRows({ catalogue, member, told: known, rows: bookings() ?? [], now })
    const here = wallet.lots.filter(({ siteId }) => siteId === catalogue.site.id)
    const ofPlan = planLotsOf({ catalogue, member, wallet }, now).filter(
      (lot) => cameOver(lot, today) === null || leftOf(lot, wallet.uses) > 0,
    )
    const passes = here.filter(({ holder }) => holder.kind === 'member')
    const ofTeam = here.filter(({ holder }) => holder.kind === 'team')
    return {
      wallet,
      own: [...ofPlan, ...passes],
      ofTeam: mayUseTeam(member, wallet) ? ofTeam : [],
    }
  })
}

/** The last day on which it can be used; null for ever. */
export function lastDateOf({ catalogue }: Space, { expiresAt }: KnownLot): LocalDate | null {
  return expiresAt === null ? null : toWallTime(catalogue.zone, addMinutes(expiresAt, -1)).date
}

/** "resets Tue 1 Dec" of an allowance, "until Thu 31 Dec" of what came over from the one before, and of a pass. */
export function untilWhen(space: Space, lot: KnownLot | PlanLot): string {
  if ('dates' in lot && cameOver(lot, space.today) === null)
    return words.lots.resets(lot.dates.until)
  const date = lastDateOf(space, lot)
  if (date !== null && !isValid(lot, space.now)) return words.lots.over(date)
  return words.lots.until(date)
}

/** What is left, in words: "2 of 6 hours left", or "3 hours came over from October". */
export function leftWords(space: Space, lot: KnownLot | PlanLot, left: number): string {
  const carried = cameOver(lot, space.today)
  if (carried === null) return words.lots.left(lot, left)
  return words.lots.cameOver(lot.unit, left, carried.allowance.per, carried.dates.from)
}
