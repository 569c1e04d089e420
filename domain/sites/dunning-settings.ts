/** What happens about a bill whose charge failed, and when. */
import { addDays, daysBetween, type LocalDate } from '../values/local-date.ts'

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
const isStronger = (one: Block, other: Block) => strength.indexOf(one) > strength.indexOf(other)

export interface BlockStep {
  /** Days after the first failure. */
  readonly days: number
  readonly block: Exclude<Block, 'nothing'>
}

/** The days after a first failure from which its payer is kept from more than before, the first of them first. */
export function blockSteps({ blocks, ...days }: DunningSettings): readonly BlockStep[] {
  const starts = { failed: 0, overdue: days.overdueDays, blocked: days.blockedDays }
  let before: Block = 'nothing'
  return dunningStates.flatMap((state) => {
    const block = blocks[state]
    const isStep = block !== 'nothing' && isStronger(block, before)
    before = block
    return isStep ? [{ days: starts[state], block }] : []
  })
}

/** What an unpaid bill will keep its payer from next, and from which day; null where nothing more comes. */
export function nextBlock(
  since: LocalDate,
  settings: DunningSettings,
  today: LocalDate,
): { readonly on: LocalDate; readonly block: Block } | null {
  const next = blockSteps(settings).find(({ days }) => addDays(since, days) > today)
  return next === undefined ? null : { on: addDays(since, next.days), block: next.block }
}

/** What all of a payer's unpaid bills together keep them from. */
export function blockOf(
  unpaidSince: readonly LocalDate[],
  settings: DunningSettings,
  today: LocalDate,
): Block {
  return unpaidSince.reduce<Block>((strongest, since) => {
    const one = settings.blocks[stateSince(since, settings, today)]
    return isStronger(one, strongest) ? one : strongest
  }, 'nothing')
}
