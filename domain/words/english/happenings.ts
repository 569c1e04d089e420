/** Events and announcements, for members and for the team. */
import { count } from './amounts.ts'

/** How an event stands; without a capacity as many as like may come. */
export interface EventRoom {
  readonly capacity: number | null
  readonly going: number
  readonly waiting: number
}

const people = (number: number) => count(number, 'person', 'people')

export const happenings = {
  events: 'Events',
  announcements: 'Announcements',
  pinned: 'Pinned',
  noEvents: 'Nothing is planned yet.',
  notHere: 'Events come with the next connection.',
  asOf: (when: string) => `As of ${when}`,
  calledOff: 'Called off',
  nextDay: 'the next day',
  room: ({ capacity, going, waiting }: EventRoom) => {
    const left = capacity === null ? null : capacity - going
    const room = left === null ? [] : [left > 0 ? count(left, 'place left', 'places left') : 'Full']
    const line = waiting > 0 ? [`${people(waiting)} waiting`] : []
    return [`${people(going)} coming`, ...room, ...line].join(' · ')
  },
  come: 'I’m coming',
  comeLabel: (title: string) => `I’m coming to ${title}`,
  wait: 'Wait for a place',
  waitLabel: (title: string) => `Wait for a place at ${title}`,
  addToCalendar: 'Add to calendar',
  addToCalendarLabel: (title: string) => `Add ${title} to my calendar`,
  stayAway: 'I can’t come',
  stayAwayLabel: (title: string) => `I can’t come to ${title}`,
  who: 'Who comes',
  howMany: (number: number) =>
    number === 1 ? 'Just me' : `Me and ${count(number - 1, 'guest', 'guests')}`,
  youCome: 'You’re coming',
  youAndGuests: (guests: number) => `You’re coming, with ${count(guests, 'guest')}`,
  youWait: 'You’re waiting for a place',
  youWaitSentence: 'When there is one, it is yours.',
  pass: 'Show my pass',
  passLabel: (title: string) => `Show my pass for ${title}`,
  passCode: (code: string) => `Your code for the door: ${code}`,
  passFor: (number: number) => `Good for ${people(number)}`,
  passSentence: 'Show it at the door, or read the signs out. It works without a connection.',
  saved: 'Saved on this device. We’ll send it when you’re back online.',
  sending: 'The space has your word.',
  late: 'That was sent too late.',

  manage: 'Events and news',
  newEvent: 'New event',
  changeEvent: 'Change event',
  title: 'Title',
  text: 'What it is about',
  where: 'Where',
  place: 'Place',
  elsewhere: 'No place on the plan',
  date: 'Date',
  from: 'From',
  until: 'Until',
  capacity: 'Places',
  capacityHint: 'Empty: as many as like',
  guestsMax: 'Guests each may bring',
  hold: 'Keep the place free for it',
  holdSentence: 'Nobody can book the place then. It is shown as the event.',
  setUp: 'Minutes to set up',
  clearUp: 'Minutes to clear up',
  repeats: 'Repeats',
  once: 'Once',
  everyWeeks: (weeks: number) => (weeks === 1 ? 'Every week' : `Every ${weeks} weeks`),
  times: 'How many times',
  days: 'Dates',
  free: 'Nothing is in the way.',
  takeOther: (name: string) => `Take ${name} instead`,
  lookFirst: 'Look at the dates, then save.',
  takenThere: 'Something else is there then.',
  leaveOut: 'Leave out',
  leaveOutLabel: (date: string) => `Leave out ${date}`,
  noDays: 'Leave at least one date.',
  save: 'Save',
  eventSaved: 'The event is up.',
  titleMissing: 'Give it a title.',
  wrongNumber: 'That is not a number that fits.',
  change: 'Change',
  changeLabel: (title: string) => `Change ${title}`,
  callOff: 'Call off',
  callOffLabel: (title: string) => `Call off ${title}`,
  callOffQuestion: (title: string) => `Call off ${title}?`,
  callOffRest: (number: number) =>
    number === 1 ? 'The later day of it too' : `The ${number} later days of it too`,
  calledOffRest: (number: number) =>
    `Called off on ${number} days. Whoever wanted to come is told.`,
  callOffSentence: (number: number) =>
    number === 0
      ? 'Nobody has said yes yet. It stays on the list, as called off.'
      : `${people(number)} wanted to come. It stays on the list, as called off, and cannot be put up again.`,
  keep: 'Keep it',
  calledOffDone: 'It is called off.',
  attendees: 'Who comes',
  attendeesLabel: (title: string) => `Who comes to ${title}`,
  nobody: 'Nobody has said yes yet.',
  isWaiting: 'Waiting',
  came: 'Was there',
  cameLabel: (name: string) => `${name} was there`,
  withGuests: (guests: number) => `and ${count(guests, 'guest')}`,
  awayList: (members: number) => `Can’t come (${members})`,
  tell: 'Write to them',
  tellTitle: (title: string) => `Write about ${title}`,
  tellWhom: 'To whom',
  audiences: { going: 'Who comes', waiting: 'Who waits', both: 'All of them' },
  audience: (name: string, members: number) => `${name} (${members})`,
  tellText: 'What they should know',
  tellHow:
    'Each of them gets it by mail and on their devices, as they have chosen. Guests hear of it from who brings them.',
  tellNames: (members: number) => `It goes to ${count(members, 'member')}`,
  tellSubmit: (members: number) => `Send to ${count(members, 'member')}`,
  told: 'It is on its way to them.',
  list: 'Save as a table',
  listColumns: ['Name', 'People', 'State', 'Was there'],
  states: { going: 'Coming', waiting: 'Waiting', out: 'Can’t come' },
  yes: 'yes',

  newAnnouncement: 'New announcement',
  changeAnnouncement: 'Change announcement',
  announcementSaved: 'The announcement is saved.',
  noAnnouncements: 'No announcements.',
  firstDay: 'First day',
  lastDay: 'Last day',
  lastDayHint: 'Empty: it stays',
  pin: 'Pin to the top',
  forWhom: 'For whom',
  everybody: 'Everybody',
  remove: 'Take down',
  removeLabel: (title: string) => `Take down ${title}`,
  removed: 'It is taken down.',
  changed: 'Changed',
  changedAt: (when: string) => `Changed ${when}`,
  tellAgain: 'Tell people again',
  tellAgainHint:
    'Whoever has read it finds it unread, and it goes out once more with the mails of the next morning.',
  earlierWords: (number: number) => `What it said before (${number})`,
  saidUntil: (when: string) => `Until ${when}`,
  thenToldAgain: 'then told again',
  reads: (number: number) => `Read by ${count(number, 'member')}`,
  shownFrom: (date: string) => `From ${date}`,
  shownUntil: (date: string) => `Until ${date}`,
} as const
