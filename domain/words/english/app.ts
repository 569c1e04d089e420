/** What comes around a page later: the state of the connection, versions, installing. What is there from the start is `shell`. */
import { count } from './amounts.ts'

export const app = {
  close: 'Close',
  done: 'Done',
  back: 'Back',
  tryAgain: 'Try again',

  offline: 'Offline',
  offlineTitle: "You're offline",
  offlineSentence: (asOf: string | null) =>
    `You can look at availability${asOf === null ? '' : ` as of ${asOf}`}, book desks and rooms (we confirm when you're back) and see your bookings.`,
  waitingHere: (number: number) => `${count(number, 'request')} on this device, to be sent.`,
  connecting: 'Connecting…',
  slow: 'Slow connection, still trying',
  sending: 'Sending…',
  backOnline: 'Back online',
  backOnlineWith: (number: number) => `Back online · ${count(number, 'booking')} confirmed`,
  outOfSpace: 'This device is out of space',
  outOfSpaceSentence:
    'This device is out of space. Changes here can’t be saved until you free some.',
  cannotKeep: 'This device can’t keep data',
  cannotKeepSentence:
    'This browser does not let the app keep data, as in a private window. You can look around, but nothing is saved here.',
  newVersion: 'A new version is ready',
  reload: 'Reload',
  later: 'Later',

  installTitle: 'Keep it at hand',
  installSentence: 'Opens in a second, works offline.',
  installButton: 'Add to home screen',
  installLater: 'Not now',
  installOnPhone: 'Add to your home screen',
  installSteps: [
    'Tap the share button in the bar of the browser.',
    'Choose “Add to Home Screen”.',
    'Tap “Add”. The app opens from its icon from now on.',
  ],

  notFoundTitle: 'There is nothing at this address',
  notFoundSentence: 'The link may be old, or mistyped.',
  goToToday: 'Go to Today',
  noAccess: (space: string) => `Ask ${space} for access.`,
} as const
