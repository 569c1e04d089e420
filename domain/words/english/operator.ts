/** The staff's side: the day, closures. */
import { count } from './amounts.ts'

export const operator = {
  arrivals: 'Arrivals',
  coming: 'Coming',
  here: 'Here now',
  left: 'Left',
  nobody: 'Nobody',
  previousDay: 'Previous day',
  nextDay: 'Next day',
  dayNotHere: 'This day has not arrived on this device yet.',
  peopleToday: (number: number) => count(number, 'booking'),
  inSeries: 'Part of a series',
  withPeople: (number: number) => `with ${number - 1} more`,

  closures: 'Closures',
  closuresSentence: 'Holidays and works. Nobody’s booking is left behind by one.',
  noClosures: 'Nothing is closed',
  addClosure: 'Add closure',
  closureName: 'What members read',
  closureNameHint: 'Summer party, New carpet…',
  wholeLocation: 'The whole location',
  someResources: 'Some places',
  from: 'From',
  until: 'Until',
  date: 'Date',
  time: 'Time',
  checkBookings: 'Check bookings',
  affected: (number: number) =>
    number === 0
      ? 'No booking is affected.'
      : `${count(number, 'booking')} inside. Decide about each before it is saved.`,
  resolve: {
    undecided: 'Decide…',
    cancel: 'Cancel, nothing owed',
    keep: 'Keep as it is',
    move: (place: string) => `Move to ${place}`,
  },
  forAll: 'For all of them',
  saveClosure: 'Save closure',
  closureSaved: 'Closure saved',
  removeClosure: 'Remove',
  keepClosure: 'Keep it',
  removed: 'Closure removed',
  removeQuestion: (name: string) => `Remove “${name}”?`,
  needsConnection: 'This needs a connection.',
  endBeforeStart: 'It must end after it starts.',
  nameMissing: 'Give it a name.',
  placesMissing: 'Choose at least one place.',
  onlyManagers: 'Only managers of this location may close it.',
} as const
