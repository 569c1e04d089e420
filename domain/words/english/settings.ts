/** What operators set: places, rules, memberships, prices, hours. */
import type { AdvanceLimit, BookingRules } from '../../sites/booking-rules.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ExtraRhythm } from '../../sites/extra.ts'
import type { RateRow } from '../../sites/rate-row.ts'
import type { Money } from '../../values/money.ts'
import { count, duration, money } from './amounts.ts'
import { cancellation } from './cancellation.ts'
import { settingProblems } from './setting-problems.ts'

/** "Members can book 30 minutes to 8 hours in steps of 15 minutes, up to 14 days ahead. Free to cancel until 24 hours before; …" */
function sentence(rules: BookingRules): string {
  const { minMinutes, maxMinutes, incrementMinutes, noticeMinutes, advanceLimits } = rules
  const gap = Math.max(rules.bufferBeforeMinutes, rules.bufferAfterMinutes)
  const units = rules.granularities.map(({ kind }) =>
    kind === 'hour'
      ? `${length(minMinutes)} to ${length(maxMinutes)} in steps of ${length(incrementMinutes)}`
      : { day: 'the whole day', 'half-day': 'half a day' }[kind],
  )
  const parts = [
    `Members can book ${units.length === 0 ? '…' : units.join(' or ')}`,
    ...(noticeMinutes > 0 ? [`at least ${length(noticeMinutes)} ahead`] : []),
    ...advanceLimits.map(limitText),
    ...(gap > 0 ? [`with ${length(gap)} kept free around each booking`] : []),
  ]
  return [`${parts.join(', ')}.`, ...cancellation.policy(rules.cancellation)].join(' ')
}

/** While somebody types, what is typed is no time yet. */
function length(minutes: number): string {
  return Number.isInteger(minutes) && minutes >= 0 ? duration(minutes) : '…'
}

function limitText({ kind, days }: AdvanceLimit): string {
  const far = Number.isInteger(days) ? count(days, 'day') : '…'
  return kind === 'calendar-days' ? `up to ${far} ahead` : `up to ${far} ahead to the hour`
}

/** "Anchor", "Room", "All places": where a rate counts. */
function rateScope(rate: RateRow, catalogue: Catalogue, kindName: (kind: string) => string) {
  const place = catalogue.resources.find(({ id }) => id === rate.resourceId)?.name
  const tier = catalogue.tiers.find(({ id }) => id === rate.tierId)?.name
  const where = place ?? (rate.kind === null ? 'All places' : kindName(rate.kind))
  return tier === undefined ? where : `${where}, ${tier}`
}

export const settings = {
  title: 'Settings',
  parts: {
    places: 'Places',
    rules: 'Rules',
    memberships: 'Memberships',
    prices: 'Prices',
    extras: 'Extras',
    'house-rules': 'House rules',
    passes: 'Passes',
    hours: 'Hours',
    location: 'Location',
    plan: 'On the plan',
    messages: 'Messages',
  },
  problems: settingProblems,
  save: 'Save',
  saveDecided: 'Save with these decisions',
  saved: 'Saved',
  discard: 'Discard changes',
  remove: 'Remove',
  whatIf: {
    ask: 'What would happen',
    weeks: (weeks: number, bookings: number) =>
      bookings === 0
        ? `Nothing is booked in the next ${count(weeks, 'week')}.`
        : `The next ${count(weeks, 'week')}, ${count(bookings, 'booking')}`,
    same: (before: Money) => `They bring ${money(before)}, as they would before.`,
    other: (before: Money, after: Money) =>
      `They would bring ${money(after)} instead of ${money(before)}.`,
    refused: (number: number) =>
      `${count(number, 'booking')} like that could not be made any more.`,
    keeps: 'What is booked keeps its price; this is what the same bookings would be worth.',
  },
  mend: 'Look at what is marked, then save again.',
  needsConnection: 'Saving needs a connection. What you typed stays here.',
  waitsForConnection:
    'You’re offline. What you type stays here; save it when you’re back, so that you see first whose booking it touches.',
  overtaken: 'Somebody else has changed this since you opened it.',
  takeTheirs: 'Show theirs',
  keepMine: 'Keep what I typed',
  rules: {
    kind: 'Rules for',
    places: (chosen: number, all: number) =>
      chosen === all ? `All ${count(all, 'place')}` : `${chosen} of ${count(all, 'place')}`,
    differ: 'These places have different rules now. Saving gives all of them these.',
    sentence,
    granularities: 'Booked by',
    granularity: { day: 'the day', 'half-day': 'the half-day', hour: 'the hour' },
    turnsAt: 'The morning is over at',
    minMinutes: 'Shortest, in minutes',
    maxMinutes: 'Longest, in minutes',
    incrementMinutes: 'Steps, in minutes',
    noticeMinutes: 'Notice, in minutes',
    bufferBeforeMinutes: 'Kept free before',
    bufferAfterMinutes: 'Kept free after',
    advance: 'How far ahead',
    days: 'Days',
    daysKind: 'Counted',
    'calendar-days': 'to the end of the day',
    'elapsed-days': 'to the hour',
    addLimit: 'Add a limit',
    cancellation: 'Cancelling',
    hoursBefore: 'Hours before the start',
    refundPercent: 'Given back, in percent',
    addStep: 'Add a step',
    grace: 'All back in the first minutes',
    noShow: 'Back for who does not come, in percent',
    freeMove: 'Moving has its own limit',
    checkIn: 'Members check in',
    checkInOpens: 'Opens, minutes before the start',
    checkInReleases: 'Given back, minutes after the start',
    suspends: 'A series that nobody comes to ends',
    missesToSuspend: 'Dates missed in a row',
  },
  tryIt: {
    title: 'Try it',
    as: 'As',
    memberWith: (tier: string) => `a member with ${tier}`,
    somebody: 'somebody by name',
    who: 'Who tries it',
    chooseWho: 'Choose who tries it. What they have booked counts, as it would for them.',
    place: 'Place',
    noTime: 'That is no time on that day.',
    mendFirst: 'Something typed is not right yet. Once it is, the answer stands here.',
    yes: 'Can be booked',
    no: 'Refused',
  },
  places: {
    add: 'Add place',
    edit: (name: string) => `Edit ${name}`,
    none: 'There is no place yet',
    floor: 'Floor',
    noFloors: 'Begin with a floor. Then add its desks and rooms here, or draw them.',
    addFloor: 'Add floor',
    floorName: 'Name of the floor',
    name: 'Name',
    kind: 'Kind',
    zone: 'Zone on the floor',
    mode: 'Shared',
    modes: {
      exclusive: 'by one at a time',
      pool: 'as several equal ones',
      assigned: 'by nobody: it is assigned',
    },
    units: 'How many',
    partOf: 'Part of',
    ofNothing: 'Nothing: a place of its own',
    capacity: 'People, host included',
    amenities: 'What it has, separated by commas',
    ownHours: 'Hours of its own',
    hold: 'Held first, until the member confirms',
    approval: 'Staff approve each booking',
    minutes: 'Minutes',
    bookable: 'Can be booked',
    notBookable: 'Not bookable',
    holder: 'Held by',
    nobody: 'Nobody',
    retire: 'Retire this place',
    retireSentence:
      'It leaves the lists and the plan. Bookings ahead are moved or cancelled first; past ones keep its name.',
    retireTitle: (name: string) => `Retire ${name}?`,
    retireNow: 'Retire',
    peopleMax: (number: number) => count(number, 'person', 'people'),
  },
  tiers: {
    add: 'Add membership',
    edit: (name: string) => `Edit ${name}`,
    name: 'Name',
    kinds: 'What it may book',
    maxMinutes: 'A longest time of its own, in minutes',
    ownCancellation: 'Cancelling by its own terms',
    quotas: 'How much it includes',
    addQuota: 'Add a limit of use',
    quotaMax: 'At most',
    unit: 'Counted in',
    units: { bookings: 'bookings', minutes: 'minutes' },
    per: 'Over',
    pers: { concurrent: 'at one time', day: 'a day', week: 'a week', month: 'a month' },
    everything: 'books without a limit of use',
  },
  prices: {
    add: 'Add price',
    scope: 'For',
    allPlaces: 'All places',
    tier: 'Membership',
    anyTier: 'Any',
    hour: 'An hour',
    halfDay: 'Half a day',
    hasHalfDay: 'A price for half a day',
    day: 'A day, and the most for one',
    hasDay: 'A price for the day',
    hasHours: 'Only at some hours',
    weekdays: 'Days',
    priority: 'Priority',
    priorityHint: 'Of two that are equally exact the higher one counts.',
    sentence:
      'The most exact price counts: of a place before a kind, of a membership before any, of some hours before all day.',
    none: 'Everything is included until there is a price.',
    rateScope,
  },
  extras: {
    add: 'Add extra',
    name: 'Name',
    price: 'Each',
    maxCount: 'At most with one booking',
    maxOfMember: 'At most for one member',
    per: 'How it is had',
    pers: { booking: 'With a booking', month: 'By the month' } satisfies Record<
      ExtraRhythm,
      string
    >,
    perMonth: 'A month',
    isCounted: 'There are only so many',
    stock: 'How many there are',
    byMonth:
      'Members take it and end it themselves under Me. It is billed in advance beside their membership, and whoever has it keeps the price at which they took it.',
    notice: 'Notice, in hours',
    kinds: 'Comes with; with nothing chosen, with everything',
    sentence:
      'What members add to a booking: coffee, lunch, a flip chart; or have by the month: a locker, an address for their mail. Things to book of which there are only so many, like projectors, are places of the kind Equipment.',
    none: 'Nothing can be added yet.',
  },
  houseRules: {
    sentence: (version: number) =>
      `Saving publishes version ${version}. From its day on, everybody is asked to accept it with their next booking; what is booked already stands.`,
    text: 'Text',
    takesEffectOn: 'Takes effect on',
    inForce: 'In force.',
    none: 'There are no house rules yet. Nobody is asked.',
  },
  guests: {
    keptDays: 'Days for which guests are known by name',
    sentence: (days: number) =>
      Number.isSafeInteger(days) && days > 0
        ? `${count(days, 'day')} after a booking the names of its guests, and when they came, are deleted everywhere. How many came stays.`
        : 'Afterwards the names of guests, and when they came, are deleted everywhere.',
    consent: 'What a guest agrees to at the desk; with nothing written here, nobody is asked',
  },
  passes: {
    allowances: 'What it pays for',
    noAllowance: 'pays for nothing yet: everything is booked at its price',
    addAllowance: 'Add hours, days or entries',
    startsOnDay: 'Begins on day of the month',
    kinds: 'Books',
    amount: 'How much',
    rollover: 'What is left comes over',
    rolloverPeriods: { month: 'Months it stays good', week: 'Weeks it stays good' },
    rolloverHasMax: 'Not all of it',
    rolloverMax: 'At most',
    rolloverFrom: 'Of periods that begin on or after',
    units: { minutes: 'minutes', days: 'days', 'half-days': 'half-days', entries: 'entries' },
    add: 'Add pass',
    name: 'Name',
    price: 'Price',
    expires: 'Expires',
    validDays: 'Days from buying it',
    sentence: 'What members buy ahead and book with. Bookings use up what expires first.',
    none: 'No pass is sold yet.',
    counting: 'How passes count',
    dayEnds: 'A day ends, hours after midnight',
    halfDay: 'A half-day lasts, in hours',
    grace: 'Days that remain where a cancelled booking’s pass is over',
    held: 'Passes of members and teams',
    whose: 'Whose',
    nobody: 'Choose a member or team',
    holdsNone: 'They hold no pass.',
    give: 'Give a pass',
    takeBack: 'Take back',
    takeBackNamed: (name: string) => `Take back ${name}`,
    lastOn: 'Last day, if it expires',
    reason: 'Why; they read it',
  },
  location: {
    name: 'Name',
    address: 'Street address',
    addressHint: 'Stands in mails, calendars and on the passes of guests.',
    fixed: (zone: string, currency: string) =>
      `Times are those of ${zone}, and prices are in ${currency}. Both stay as they were set up: every booking and bill is in them.`,
  },
  hours: {
    closed: 'Closed',
    add: (day: string) => `Add hours on ${day}`,
    remove: (day: string) => `Remove hours of ${day}`,
    opens: 'Opens',
    closes: 'Closes',
    nextDay: 'on the next day',
  },
} as const
