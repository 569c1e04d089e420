/** Series: the rule in a sentence, the dates with their answers, what will happen, and what became of it. */
import type { OccurrenceState } from '../../bookings/series/preview-series.ts'
import type { Nth, Recurrence } from '../../bookings/series/recurrence.ts'
import type { LocalDate, Weekday } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { count, datedFrom, listOf, money, monthOf, ordinal, weekdayOfNumber } from './amounts.ts'

const nths: Readonly<Record<Nth, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
}

const states: Readonly<Record<OccurrenceState, string>> = {
  free: 'Free',
  unknown: 'Not known yet',
  taken: 'Taken',
  closed: 'Closed',
  refused: 'Not possible',
  skipped: 'Left out',
  waits: 'Waiting list',
}

/** "Every Tuesday and Thursday until Thu 17 Dec", "Every 2 months on the 31st, 4 times". */
function sentence(recurrence: Recurrence): string {
  const { end } = recurrence
  const until =
    end.kind === 'until'
      ? ` until ${datedFrom(end.on, recurrence.startOn)}`
      : `, ${count(end.count, 'time')}`
  return `${rhythm(recurrence)}${until}`
}

function rhythm({ rhythm: said, every }: Pick<Recurrence, 'rhythm' | 'every'>): string {
  switch (said.kind) {
    case 'daily':
      return every === 1 ? 'Every day' : `Every ${every} days`
    case 'weekly': {
      const days = weekdays(said.weekdays)
      return every === 1 ? `Every ${days}` : `Every ${every} weeks on ${days}`
    }
    case 'monthly-by-date': {
      const day = ordinal(said.day)
      return every === 1 ? `Every month on the ${day}` : `Every ${every} months on the ${day}`
    }
    case 'monthly-by-weekday': {
      const day = `${nths[said.nth]} ${weekdayOfNumber(said.weekday)}`
      return every === 1 ? `Every ${day} of the month` : `Every ${every} months on the ${day}`
    }
  }
}

function weekdays(days: readonly Weekday[]): string {
  const inOrder = [...days].sort()
  if (inOrder.join() === '1,2,3,4,5') return 'weekday'
  return listOf(inOrder.map(weekdayOfNumber))
}

export const series = {
  sentence,
  rhythm,
  states,
  repeat: 'Repeat',
  never: 'Doesn’t repeat',
  other: 'Other…',
  every: 'Every',
  unit: 'Of what',
  units: { daily: 'days', weekly: 'weeks', monthly: 'months' },
  onDays: 'On',
  onDay: (day: Weekday) => weekdayOfNumber(day),
  shortDay: (day: Weekday) => weekdayOfNumber(day).slice(0, 2),
  ends: 'Ends',
  endsAfter: 'after',
  endsOn: 'on a date',
  times: 'Times',
  lastDay: 'Last day',
  dates: 'Dates',
  leaveOut: 'Leave out',
  asPlanned: 'As planned',
  otherTime: 'Another time',
  takeTime: (time: string) => `Take ${time}`,
  insteadOf: 'Free instead',
  noRepair: 'Nothing else is free near that time.',
  unknownNote: (number: number) =>
    `${count(number, 'date')} further ahead than this device knows. The space decides.`,
  waitsNote: (number: number) =>
    `You wait for ${count(number, 'date')}. It costs nothing. What is offered to you, and you accept, joins the series.`,
  monthsWithout: (months: readonly LocalDate[], day: number) =>
    `${listOf(months.map(monthOf))} ${months.length === 1 ? 'has' : 'have'} no ${ordinal(day)}.`,
  total: (bookable: number, all: number) => `Total for ${bookable} of ${count(all, 'date')}`,
  book: (bookable: number, all: number) =>
    bookable === all ? `Book all ${all}` : `Book ${bookable} of ${all}`,
  save: (bookable: number, all: number) =>
    bookable === all ? `Save wish for all ${all}` : `Save wish for ${bookable} of ${all}`,
  mode: 'If some are taken by then',
  modes: { exactly: 'Only all', 'what-can-be-had': 'What you can get' },
  booked: (number: number, all: number) => `${number} of ${count(all, 'date')} booked`,
  held: (number: number) => `${count(number, 'date')} held for you. Confirm each in time.`,
  waiting: 'On its way to the space.',
  lookAgain: 'Look again',
  left: (number: number) => `${count(number, 'date')} to come`,
  changeDates: 'Change dates',
  noChange: 'Choose another time or place for them.',
  keptOwn: (number: number) =>
    `${count(number, 'date')} changed by itself before: that stays as it is.`,
  stays: 'Stays as it is',
  changeNow: (changing: number, all: number) =>
    changing === all ? `Change all ${all}` : `Change ${changing} of ${all}`,
  datesChanged: (number: number) => `${count(number, 'date')} changed`,
  paysFirst: (added: Money) =>
    `${money(added)} is paid first, for all of them at once. The series stays as it is until then, and if it is not paid.`,
  notPaid: 'It is not paid, so the series stays as it is.',
  heldToChange: (number: number, time: string) =>
    `Held for you until ${time}. Once it is paid, ${count(number, 'date')} will change.`,
  cancelDates: 'Cancel dates',
  which: 'Which dates',
  scopes: {
    all: 'All that are to come',
    following: 'One date and all that follow',
    between: 'Between two dates',
  },
  firstDay: 'First day',
  cancelNow: (number: number) => `Cancel ${count(number, 'date')}`,
  keepAll: 'Keep all',
  missing: (number: number) => `${count(number, 'date')} left out or cancelled`,
  bringBack: 'Bring back',
  bringBackDate: (date: string) => `Bring ${date} back`,
  bringAllBack: 'Bring all back',
  bringBackTitle: 'Bring dates back',
  bringBackNow: (number: number, all: number) =>
    all === 1
      ? 'Bring it back'
      : number === all
        ? `Bring all ${all} back`
        : `Bring ${number} of ${all} back`,
  bookedAnew: 'Booked anew, at today’s price.',
  broughtBack: (number: number) => `${count(number, 'date')} on the way back`,
  refused: {
    'series.cancel': 'Dates not cancelled.',
    'series.change': 'Dates not changed.',
    'series.restore': 'Dates not brought back.',
  },
  kept: (number: number) => `${count(number, 'date')} not cancelled.`,
  dearerNow: (price: Money) => `It costs ${money(price)} now, more than you were shown.`,
  datesCancelled: (number: number) => `${count(number, 'date')} cancelled`,
} as const
