/** What pays for a time where nobody has chosen yet: the same in a list, on the plan and in the sheet. */
import { type Cover, type CoverInput, coverOf } from './cover.ts'
import type { PayWith } from './lot.ts'
import { lotsFor, usualPayWith } from './lots-for.ts'

export type CoverAsked = Omit<CoverInput, 'payWith'>

/** The ways to pay that there are: none where nothing is owed or there are no lots, for one alone is no choice. */
export function waysToPay(asked: CoverAsked): readonly PayWith[] {
  if (asked.price.amountMinor === 0) return []
  const used = (['personal', 'team'] as const).filter(
    (payWith) => lotsFor({ ...asked, payWith }).length > 0,
  )
  return used.length === 0 ? [] : [...used, 'money']
}

/** The way that is wished, where there is it; nobody's lots are used because there are no others. */
export function wayToPay(
  asked: CoverAsked,
  ways: readonly PayWith[],
  wished: PayWith = usualPayWith(asked.member, asked.wallet),
): PayWith {
  if (ways.includes(wished)) return wished
  return ways.length === 0 ? 'personal' : 'money'
}

export function usualCover(asked: CoverAsked): Cover {
  return coverOf({ ...asked, payWith: wayToPay(asked, waysToPay(asked)) })
}
