/** The floor plan and the list that says the same. */
import type { Money } from '../../values/money.ts'
import { count, money } from './amounts.ts'

export const floor = {
  favourite: 'favourite',
  title: 'Floor plan',
  places: 'Places on this floor',
  floor: 'Floor',
  otherZone: 'Other places',
  showList: 'Show as list',
  showPlan: 'Show the plan',
  closer: 'Zoom in',
  farther: 'Zoom out',
  myPlace: 'Show my place',
  noPlaceOfMine: 'You have no place here yet.',
  which: 'Which one?',
  legend: 'What the signs mean',
  close: 'Close',
  keys: 'Arrow keys go from place to place, Enter opens one, plus and minus zoom, Home goes to yours.',

  timeOfDay: 'Time of day',
  from: 'From',
  until: 'Until',
  earlier: 'Earlier',
  later: 'Later',
  spoken: (from: string, until: string) => `${from} to ${until}`,
  closedThatDay: 'The space is closed that day.',

  freeCount: (number: number) => `${number} free`,
  freeOf: (free: number, all: number) => `${free} of ${all} free`,
  free: (time: string) => `Free ${time}`,
  wasFree: (asOf: string) => `Was free at ${asOf}`,
  taken: (time: string) => `Taken ${time}`,
  takenUntil: (time: string) => `Taken until ${time}, free after`,
  takenAllDay: 'Taken for the rest of the day',
  freeUntil: (time: string) => `Free until ${time}`,
  seeTime: (time: string) => `See ${time}`,
  arriving: 'What is free that day is on its way.',
  arrivingOffline: 'What is free that day comes with the next connection.',
  asOf: (time: string) => `as of ${time}`,
  news: (name: string, state: string) => `${name}: ${state}`,
  insteadNear: 'Free and close by',
  instead: (name: string, time: string) => `${name}, ${time}`,
  sitsHere: (name: string, time: string) => `${name}, ${time}`,
  people: (number: number) => count(number, 'person', 'people'),
  capacity: (number: number) => `up to ${number}`,
  book: (time: string, isAsked: boolean) => `${isAsked ? 'Ask for' : 'Book'} ${time}`,
  save: (time: string) => `Save wish for ${time}`,
  choosePeople: (time: string) => `Book ${time}…`,
  /** One place as it is read out: "Desk 14, window, monitor. Free 09:00 to 17:00. €24.00." */
  option: (parts: {
    readonly name: string
    readonly about: readonly string[]
    readonly state: string
    readonly reasons: readonly string[]
    readonly price: Money | null
  }) =>
    [
      [parts.name, ...parts.about].join(', '),
      parts.state,
      ...parts.reasons,
      parts.price === null ? '' : money(parts.price),
    ]
      .filter((part) => part !== '')
      .map((part) => (part.endsWith('.') ? part : `${part}.`))
      .join(' '),

  signs: {
    available: 'Free at the time you chose',
    mine: 'Yours',
    held: 'Asked for or held, not booked yet',
    busy: 'Taken: somebody sits there',
    blocked: 'Out of use',
    closed: 'Closed, or not for your membership or that time',
    stale: 'Was free when you were last connected',
  },
  /** Of an address that somebody followed. */
  link: {
    copy: 'Copy link',
    copied: 'Link copied.',
    unread: 'A part of that link can’t be read and was left out.',
    noLocation:
      'That link leads to a location that isn’t open to you, or isn’t on this device yet.',
    noFloor: 'That floor isn’t there any more.',
    noPlace: 'That place isn’t there any more.',
    placeGone: (name: string) => `${name} isn’t there any more.`,
    over: 'The day of that link is over. You see the next one.',
  },
  noPlan: 'There is no drawing of this floor yet. The list has every place.',
  planArrives: 'The drawing of this floor is on its way. The list works already.',
  noPlanOffline:
    'The drawing of this floor comes with the next connection. The list works without.',
  noPicture: 'This browser can’t draw the plan. The list has every place.',
} as const
