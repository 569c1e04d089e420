/** Waiting for what others have: joining, the offer, standing orders, and who waits for what. */
import type { WaitViewState } from '../../bookings/waitlist/wait-view.ts'
import type { LocalDate, Weekday } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { count, listOf, money, shortDate, weekdayOfNumber } from './amounts.ts'

const states: Readonly<Record<WaitViewState, string>> = {
  saved: 'Saved on this device',
  received: 'Waiting for reply',
  waiting: 'Waiting',
  offered: 'Offered to you',
  refused: 'Not waiting',
  removed: 'Taken off the list',
}

/** What a standing order says of itself, in the words of its form. */
export interface OrderText {
  readonly places: readonly string[]
  readonly weekdays: readonly Weekday[]
  readonly time: string
  readonly ceiling: Money | null
  readonly stopsAt: string | null
  readonly from: LocalDate
  readonly until: LocalDate
  readonly count: number
}

/** Names of more places than this are a number. */
const NAMED_MAX = 4

/** "Any of Desk 12 and Desk 13, on Tuesday and Wednesday, 09:00–17:00, up to €20.00, until 08:00 that day." */
function sentence(order: OrderText): string {
  const { places, weekdays, time, ceiling, stopsAt } = order
  const where =
    places.length > NAMED_MAX ? `any of ${places.length} places` : `any of ${listOf(places)}`
  const parts = [
    places.length === 1 ? listOf(places) : where,
    `on ${listOf(weekdays.map(weekdayOfNumber))}`,
    time,
    ...(ceiling === null ? [] : [costs(ceiling)]),
    ...(stopsAt === null ? [] : [`until ${stopsAt} that day`]),
  ]
  const said = parts.join(', ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function costs(ceiling: Money): string {
  return ceiling.amountMinor === 0 ? 'if included' : `up to ${money(ceiling)}`
}

export const waitlist = {
  title: 'Waiting',
  states,
  waitingFor: 'You are waiting for it. You hear as soon as it is free.',
  waitSaved: 'Saved on this device. You wait for it once the space has heard of it.',
  costsNothing: 'Waiting costs nothing. When it is free it is held for you, and you say yes or no.',
  ofSeries: 'For your series',
  joined: (name: string) => `You are waiting for ${name}`,
  leave: 'Leave',
  leaveLabel: (name: string) => `Stop waiting for ${name}`,
  stop: 'Stop looking',
  left: 'You are not waiting for it any more',
  leaving: 'Leaving…',
  removed: (reason: string) => `The team took it off the list: “${reason}”`,

  offeredUntil: (time: string) => `It is free, and held for you until ${time}.`,
  minutesLeft: (minutes: number) => `${count(minutes, 'minute')} left`,
  lastMinute: 'Less than a minute left',
  offerOver: (time: string) => `The offer ended at ${time}.`,
  accept: 'Accept',
  acceptLabel: (name: string) => `Accept ${name}`,
  noThanks: 'No thanks',
  noThanksLabel: (name: string) => `No thanks, not ${name}`,
  accepting: 'Accepting…',
  acceptSaved: (time: string) =>
    `Your yes is saved on this device. It counts if it reaches the space by ${time}.`,
  declined: 'Somebody else is asked now',

  keepLooking: 'Keep looking',
  keepLookingLabel: 'Keep looking on several days or places',
  orderTitle: 'Keep looking for me',
  orderSentence: 'As soon as something fits it is booked for you. You are not asked again.',
  places: 'Any of',
  placesCount: (number: number) => count(number, 'place'),
  days: 'On',
  ceiling: (currency: string) => `Up to, a day (${currency})`,
  stopsAt: 'Look until, that day',
  stopsAtStart: 'It begins',
  until: 'Last day',
  count: 'Bookings at most',
  sentence,
  preview: (days: number) => `Looks on ${count(days, 'day')}.`,
  previewDay: {
    taken: 'Taken',
    free: (name: string) => `${name} is free now`,
    unknown: 'Not known yet',
    'too-dear': (price: Money) => `Free for ${money(price)}, which is more than you set`,
  },
  noneOfDays: 'None of these days has the place as it is run now, whoever gives it back.',
  moreDays: (number: number) => `and ${count(number, 'more day')}`,
  freeHint: 'What is free now is not booked by this. Book it yourself.',
  start: 'Start looking',
  startOffline: 'Save, and start looking later',
  started: 'We keep looking for you',
  had: (had: number, of: number) => `${had} of ${count(of, 'booking')} so far`,
  untilDay: (day: LocalDate) => `Until ${shortDate(day)}`,
  noPlace: 'Choose at least one place.',

  listTitle: 'Waiting for a place',
  listSentence: 'Who is asked when a place becomes free, in this order.',
  nobody: 'Nobody waits for a place',
  onDays: (days: readonly Weekday[]) => listOf(days.map(weekdayOfNumber)),
  heldUntil: (time: string) => `Asked, until ${time}`,
  remove: 'Take off',
  removeLabel: (name: string) => `Take ${name} off the list`,
  removeTitle: (name: string) => `Take ${name} off the list`,
  removeHint: 'The member reads this.',
  removedToast: (name: string) => `${name} is off the list`,
} as const
