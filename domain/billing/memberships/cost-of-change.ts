/** What a change costs of the period that has begun: what that period costs with it, less what it cost without (D-44). */
import { type ChangeCost, type Membership, pausesOf } from '../../memberships/membership.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import { earlierOf, type LocalDate, laterOf } from '../../values/local-date.ts'
import { type Currency, subtract } from '../../values/money.ts'
import { feePeriodOn } from './fee-periods.ts'
import { periodFee } from './period-fee.ts'
import type { ProposedChange } from './propose-change.ts'

/** Null where it changes nothing of it, and where nothing is billed yet. */
export function costOfChange(
  before: Membership,
  after: Membership,
  change: ProposedChange,
  settings: BillingSettings,
  currency: Currency,
  today: LocalDate,
): ChangeCost | null {
  const { startsOn } = settings
  if (startsOn === null || startsOn > today) return null
  const period = feePeriodOn(before, settings, today)
  if (period === null) return null
  const begins = laterOf(startsOn, before.startsOn ?? startsOn)
  const amount = subtract(
    periodFee(after, settings, period, begins, currency),
    periodFee(before, settings, period, begins, currency),
  )
  if (amount.amountMinor === 0) return null
  const days = daysOf(before, change)
  return {
    amount,
    from: laterOf(days.from, period.from),
    until: earlierOf(days.until ?? period.until, period.until),
  }
}

function daysOf(
  before: Membership,
  change: ProposedChange,
): { readonly from: LocalDate; readonly until: LocalDate | null } {
  switch (change.kind) {
    case 'tier':
    case 'end':
      return { from: change.on, until: null }
    case 'pause':
      return { from: change.on, until: change.until }
    case 'resume': {
      const pause = pausesOf(before).find(
        ({ from, until }) => from < change.on && change.on < until,
      )
      return { from: change.on, until: pause?.until ?? null }
    }
    case 'take-back': {
      const undone = before.changes.find(({ id }) => id === change.changeId)
      return undone === undefined || undone.kind === 'take-back'
        ? { from: change.on, until: null }
        : daysOf(before, undone)
    }
  }
}
