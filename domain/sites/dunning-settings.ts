/** What happens about a bill whose charge failed, and when. */
import { daysBetween, type LocalDate } from '../values/local-date.ts'

export const dunningStates = ['failed', 'overdue', 'blocked'] as const
export type DunningState = (typeof dunningStates)[number]

/** What an unpaid bill keeps its payer from. Bookings that are made already stand. */
export const blocks = ['nothing', 'paid-bookings', 'bookings'] as const
export type Block = (typeof blocks)[number]

export interface DunningSettings {
  /** Days after the first failure on which the card is charged again. */
  readonly retryDays: readonly number[]
  readonly overdueDays: number
  readonly blockedDays: number
  readonly blocks: Readonly<Record<DunningState, Block>>
}

export const usualDunning: DunningSettings = {
  retryDays: [3, 5, 7],
  overdueDays: 7,
  blockedDays: 14,
  blocks: { failed: 'nothing', overdue: 'paid-bookings', blocked: 'bookings' },
}

export function stateSince(
  since: LocalDate,
  { overdueDays, blockedDays }: DunningSettings,
  today: LocalDate,
): DunningState {
  const days = daysBetween(since, today)
  if (days >= blockedDays) return 'blocked'
  return days >= overdueDays ? 'overdue' : 'failed'
}

const strength: readonly Block[] = ['nothing', 'paid-bookings', 'bookings']

/** What all of a payer's unpaid bills together keep them from. */
export function blockOf(
  unpaidSince: readonly LocalDate[],
  settings: DunningSettings,
  today: LocalDate,
): Block {
  return unpaidSince.reduce<Block>((strongest, since) => {
    const one = settings.blocks[stateSince(since, settings, today)]
    return strength.indexOf(one) > strength.indexOf(strongest) ? one : strongest
  }, 'nothing')
}
