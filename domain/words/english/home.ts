/** What Today says below its first paint. */
import { count } from './amounts.ts'

export const home = {
  usual: 'Your usual',
  openSeating: 'Open seating',
  free: (number: number) => `${count(number, 'desk')} free`,
  noneFree: (when: string) => `No desk is free ${when}.`,
  freeNow: 'Free now',
  left: 'Left of your plan',
  leftLink: 'Hours and passes',
  teamIn: 'Your team today',
  nobodyIn: 'Nobody of your team has said that they are in.',
  teamShares: 'Your team shares',
  events: 'Next events',
  allEvents: 'All events',
  announcements: 'Announcements',
  profileHint: 'Say who you are',
  profileSentence: 'Others find you by what you do. You choose what they see.',
  writeProfile: 'Write your profile',
  answered: (number: number | null) =>
    number === null ? 'The team has answered' : `The team has answered request ${number}`,
  readAnswer: 'Read',
  noPlaces: 'There is nothing to book yet',
  noPlacesSentence: 'The team is still setting up its floors, desks and rooms.',
  addPlacesSentence: 'Add a floor with its desks and rooms, and members can book them.',
  addPlaces: 'Set up places',
} as const
