/** Booking, from the sheet to the answer; the first look is `book`. Refusals and states have catalogues of their own. */
import type { Money } from '../../values/money.ts'
import { count, money } from './amounts.ts'

export const bookings = {
  payFirst: 'See what is unpaid',
  nextFree: 'Free at another time',
  noneAhead: 'Nothing like it is free in the weeks this device knows.',
  showList: 'List',

  included: 'Included in your membership',
  pricePer: { day: 'day price', 'half-day': 'half-day price' },
  units: {
    title: 'How long',
    hour: 'By the hour',
  },
  unitFor: (unit: 'day' | 'morning' | 'afternoon', price: Money) =>
    `${{ day: 'Whole day', morning: 'Morning', afternoon: 'Afternoon' }[unit]} · ${money(price)}`,
  byUnits: (units: readonly ('day' | 'half-day')[]) =>
    `By ${units.map((unit) => `the ${unit}`).join(' or ')}`,
  priceLine: (date: string, minutes: string) => `${date}, ${minutes}`,
  total: 'Total',
  note: 'Note for the space',
  changeTime: 'Change time',
  takeNearest: 'If it’s taken, take the closest free one',
  inCase: {
    title: 'Other choices, the most you would pay, until when',
    other: (number: number) => (number === 1 ? 'If it’s taken, rather' : `Else, choice ${number}`),
    none: 'Choose a place',
    answerBy: 'Only if answered by',
    anyTime: 'Any time before it begins',
    remove: 'Remove',
    removeOther: (name: string) => `Remove ${name} from your choices`,
    atMost: (currency: string) => `At most, ${currency}, should it cost more by then`,
  },
  offlineSheet:
    'You’re offline. Whoever reaches the space first has it; we send yours when you’re back.',
  bookNow: (time: string) => `Book ${time}`,
  saveNow: (time: string) => `Save wish for ${time}`,
  heldFirst: (minutes: string) => `It is held for you for ${minutes}; confirm in that time.`,
  rules: (least: string, most: string) => `${least} to ${most}`,
  steps: (step: string) => `in steps of ${step}`,
  gap: (time: string) => `${time} kept free around each booking`,
  notice: (time: string) => `at least ${time} ahead`,
  hasBegun: 'It has begun, so it can’t be cancelled.',
  yourTime: (zone: string, time: string, own: string) => `${time} ${zone} time · ${own} for you`,

  mine: 'My bookings',
  nothingBookedSentence: 'What you book shows up here, with or without a connection.',
  past: 'Past',
  showPast: (number: number) => `Show ${count(number, 'past booking')}`,
  cancelled: 'Booking cancelled',
  undo: 'Undo',
  takenBack: 'Taken back. Nothing was sent.',
  tooLateToTakeBack: 'It is on its way already. Cancel it once it is booked.',
  onPlan: 'Show on plan',
  notOnDevice: 'This booking is not on this device yet. Try again with a connection.',
  alsoYours: (name: string) => `You have ${name} at that time too. You can book both.`,
  alternativeLabel: (name: string, when: string) => `Book ${name}, ${when}`,
  neverMind: 'Never mind',
  instead: 'Free instead',
} as const
