/** The first look: what Today, the list of Book and a booking's card say. It is loaded before anything is shown. */
import type { Money } from '../../values/money.ts'
import { count, money, moneyPlain } from './amounts.ts'

const verb = (isAsked: boolean) => (isAsked ? 'Ask' : 'Book')

export const book = {
  title: 'Book',
  what: 'What',
  day: 'Day',
  otherDay: 'Other day',
  time: 'Time',
  from: 'From',
  until: 'Until',
  chips: {
    now: 'Now',
    morning: 'Morning',
    afternoon: 'Afternoon',
    'all-day': 'All day',
    custom: 'Other',
  },
  people: 'People, you included',
  filters: 'Filters',
  filtersOn: (number: number) => (number === 0 ? 'Filters' : `Filters (${number})`),
  clearFilters: 'Clear filters',
  showPlan: 'Plan',
  asOf: (time: string) => `as of ${time}`,
  oldAvailability:
    'What you see is more than a day old. Others may have booked since; we check again when you’re back.',
  unknownDay:
    'What is taken that day is not known on this device yet. You can ask all the same; the space decides.',
  freeNow: (number: number) => `${number} free`,
  notFree: (number: number) => `Not free · ${number}`,
  noneFree: 'Nothing is free at that time.',
  noneWithFilters: 'Nothing free has all of that.',
  /** `isAsked`: the team says yes to it first. */
  bookFor: (price: Money, isAsked: boolean) =>
    price.amountMinor === 0 ? verb(isAsked) : `${verb(isAsked)} · ${money(price)}`,
  /** Where something covers it, as wide as the price that stood there before. */
  bookForRest: (rest: Money, isAsked: boolean) => `${verb(isAsked)} · ${moneyPlain(rest)}`,
  bookLabel: (name: string, price: Money, isAsked: boolean) =>
    `${isAsked ? 'Ask for' : 'Book'} ${name}, ${money(price)}`,
  waitFor: 'Wait for it',
  waitForLabel: (name: string) => `Wait for ${name}`,
  favourite: (name: string) => `Favourite: ${name}`,
  freeSpans: (spans: string) => (spans === '' ? 'No free time that day' : `Free ${spans}`),
  notOnPlan: 'A place',
  priceAbove: (price: Money, quoted: Money) =>
    `${money(price)}, up from ${money(quoted)} as you agreed`,
  onItsWay: 'On its way to the space. Usually confirmed in a second.',
  nothingBooked: 'Nothing booked',
  bookDesk: 'Book a desk',
  bookDeskToday: 'Book a desk for today',
  findRoom: 'Find a room',
  heldUntil: (time: string) => `Held until ${time}`,
  confirm: 'Confirm',
  confirming: 'Confirming…',
  fiveMore: '5 more minutes',
  extending: 'Asking for more time…',
  cancel: 'Cancel booking',
  cancelling: 'Cancelling…',
  change: 'Change',
  longer: (minutes: number) => `+${minutes} min`,
  longerLabel: (minutes: number) => `${minutes} minutes longer`,
  endNow: 'End now',
  sitElsewhere: 'Sitting elsewhere',
  report: 'Report a problem',
  takeBack: 'Take back',
  calendar: 'Calendar',
  addToCalendar: 'Add to calendar',
  nearestTaken: (wished: string) => `${wished} was taken, so you have the nearest free one.`,
  madeBy: { space: 'Booked for you by the space', team: 'Booked for you by your team' },
  peopleCount: (number: number) => count(number, 'person', 'people'),
} as const
