/** What a membership includes, what a pass buys, and what a booking uses of it. */
import type { Lot, LotSource, LotUse, PayWith } from '../../bookings/lots/lot.ts'
import type { Allowance, AllowancePeriod } from '../../memberships/allowance.ts'
import type { LotUnit, PassOffer } from '../../sites/pass-offer.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { count, duration, monthOf, shortDate } from './amounts.ts'
import { kindNames } from './limits.ts'

const units: Readonly<Record<Exclude<LotUnit, 'minutes'>, readonly [one: string, many: string]>> = {
  days: ['day', 'days'],
  'half-days': ['half-day', 'half-days'],
  entries: ['entry', 'entries'],
}

function amount(unit: LotUnit, number: number): string {
  return unit === 'minutes' ? duration(number) : count(number, ...units[unit])
}

const sources: Readonly<Record<LotSource, string>> = {
  plan: 'Your membership',
  purchase: 'Pass',
  gift: 'Gift',
  grace: 'Given back',
}

function nameOf({ name, source }: Pick<Lot, 'name' | 'source'>): string {
  if (source === 'plan') return sources.plan
  return source === 'grace' ? [name, 'given back'].filter((part) => part !== '').join(', ') : name
}

/** "4 of 6 hours"; with minutes in it "4 hours 30 minutes of 6 hours". */
function ofMinutes(left: number, all: number, whose = ''): string {
  const isWhole = left % 60 === 0
  return `${isWhole ? left / 60 : duration(left)} of ${whose}${duration(all)}`
}

const periods: Readonly<Record<AllowancePeriod, string>> = { week: 'a week', month: 'a month' }

function periodName(per: AllowancePeriod, from: LocalDate): string {
  return per === 'month' ? monthOf(from) : `the week of ${shortDate(from)}`
}

export const lots = {
  title: 'Hours and passes',
  amount,
  nameOf,
  kinds: kindNames,
  /** "6 hours of meeting rooms a month". */
  allowance: ({ unit, amount: number, kinds, per }: Allowance) =>
    `${amount(unit, number)} of ${kindNames(kinds)} ${periods[per]}`,
  /** "10 entries for desks and meeting rooms". */
  offer: ({ unit, amount: number, kinds }: Pick<PassOffer, 'unit' | 'amount' | 'kinds'>) =>
    `${amount(unit, number)} for ${kindNames(kinds)}`,
  /** Beside a lot: "2 of 6 hours left, until Thu 31 Dec". */
  left: (lot: Pick<Lot, 'unit' | 'amount'>, left: number) =>
    lot.unit === 'minutes'
      ? `${ofMinutes(left, lot.amount)} left`
      : `${left} of ${amount(lot.unit, lot.amount)} left`,
  /** Of what was left of a period: "3 hours came over from October". */
  cameOver: (unit: LotUnit, left: number, per: AllowancePeriod, from: LocalDate) =>
    `${amount(unit, left)} came over from ${periodName(per, from)}`,
  /** The same where it is named: "allowance of October". */
  carriedName: (per: AllowancePeriod, from: LocalDate) => `allowance of ${periodName(per, from)}`,
  /** What the plan says of it, beside the fields that set it. */
  rollover: ({ rollover, per, unit }: Pick<Allowance, 'rollover' | 'per' | 'unit'>) => {
    if (rollover === null) return `What is left of a ${per} ends with it.`
    const most =
      rollover.amountMax === null ? 'Everything' : `At most ${amount(unit, rollover.amountMax)}`
    const isOne = rollover.amountMax === (unit === 'minutes' ? 60 : 1)
    const stays = rollover.amountMax === null || isOne ? 'stays' : 'stay'
    return `${most} left of a ${per} ${stays} good for ${count(rollover.periods, `more ${per}`)}.`
  },
  /** Between what is left and until when: "for desks". */
  booksKinds: (kinds: Lot['kinds']) => `for ${kindNames(kinds)}`,
  /** Of an allowance, beside what is left of it: "resets Tue 1 Dec". */
  resets: (next: LocalDate) => `resets ${shortDate(next)}`,
  /** Of what is over within days: "use it within 3 days". */
  soon: (days: number) =>
    days <= 1 ? 'its last day is today' : `use it within ${count(days, 'day')}`,
  until: (date: LocalDate | null) =>
    date === null ? 'with no end date' : `until ${shortDate(date)}`,
  over: (date: LocalDate) => `over since ${shortDate(date)}`,
  /** On a booking sheet, from the membership: "Included: 2 hours". */
  uses: ({ lot, amount: number }: LotUse) =>
    lot.source === 'plan'
      ? `Included: ${amount(lot.unit, number)}`
      : `Uses ${amount(lot.unit, number)}: ${nameOf(lot)}`,
  /** Beside it: what is left afterwards, and of an allowance when. */
  leftAfter: (
    lot: Pick<Lot, 'unit' | 'amount' | 'source'>,
    left: number,
    date: LocalDate,
    per: AllowancePeriod | null,
  ) => {
    if (per === null) return `${lot.unit === 'minutes' ? duration(left) : left} left`
    const when = per === 'month' ? `in ${monthOf(date)}` : 'that week'
    return lot.unit === 'minutes'
      ? `${ofMinutes(left, lot.amount, 'your ')} left ${when}`
      : `${left} of your ${lot.amount} left ${when}`
  },
  owed: 'To pay',
  nothingOwed: 'Nothing to pay',
  payWith: 'Book with',
  payWiths: {
    personal: 'My plan and passes',
    team: 'My team’s passes',
    money: 'Money',
  } satisfies Record<PayWith, string>,
  none: 'Your membership includes no hours or days here, and you have no passes.',
  team: 'Your team’s passes',
  movements: 'Given and used',
  movementsOf: (name: string) => `Given and used: ${name}`,
  given: (on: LocalDate, all: string) => `${shortDate(on)}: ${all} given`,
  usedFor: (on: LocalDate, used: string, place: string) => `${shortDate(on)}: ${used} for ${place}`,
  usedAgain: (on: LocalDate, place: string) => `${shortDate(on)}: ${place}, on the same day`,
  usedBefore: (used: string) => `${used} for earlier bookings`,
  /** Of a team’s: "Used: you 2 hours, Ben Okafor 1 hour". */
  shares: (shares: readonly { readonly name: string | null; readonly amount: string }[]) =>
    `Used: ${shares.map(({ name, amount: used }) => `${name ?? 'you'} ${used}`).join(', ')}`,
  usedByOne: (used: string, name: string) => `${used} by ${name}`,
  usedByTeam: (used: string) => `${used} by others of your team, or earlier`,
  reason: (reason: string) => `“${reason}”`,
  buyTitle: 'Buy a pass',
  buy: 'Buy',
  buyNamed: (name: string) => `Buy ${name}`,
  dearer: (price: string) => `It costs ${price} by now. Look at it again before you buy it.`,
  buyForTeam: 'For my team, on the team’s bill',
  buySavedForTeam: (name: string) => `${name} is your team’s.`,
  buySaved: (name: string) => `${name} is yours.`,
  bought: (owed: string) => `${owed} to pay`,
  lasts: (days: number | null) => (days === null ? 'never expires' : `lasts ${count(days, 'day')}`),
  needsConnection: 'Buying a pass needs a connection.',
  buyLater: 'Paid for with your next bill.',
} as const
