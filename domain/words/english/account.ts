/** Signing in and out, and what a member keeps about themselves. */
import { count } from './amounts.ts'
import { shell } from './shell.ts'

export const account = {
  signIn: shell.places.signIn,
  welcome: 'Your space, also without a network.',
  email: 'E-mail',
  sendCode: 'Send code',
  code: 'Code',
  mailed: (email: string) => `We mailed six digits to ${email}.`,
  resend: 'Send a new code',
  resendIn: (seconds: number) => `New code in ${seconds} s`,
  otherAddress: 'Use another address',
  needsConnection: 'Signing in needs a connection.',
  trySample: 'Or look around the sample space as',
  failed: 'Something went wrong. Try again.',
  locked: 'Sign in again to go on',
  lockedSentence:
    'This device has not heard from the space for 30 days. What you saved here is kept until you sign in.',

  emailLabel: 'E-mail',
  membership: 'Membership',
  team: 'Team',
  locations: 'Locations',
  ownPlaces: 'Yours',
  appearance: 'Appearance',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languages: { en: 'English', 'en-XA': 'Accented (for testing)' },
  onThisDevice: 'On this device',
  keptHere: (weeks: number) =>
    `Your bookings, the floor plans and ${weeks} weeks of availability open without a connection.`,
  asOf: (when: string) => `Last contact ${when}`,
  opensUntil: (date: string) =>
    `Without a connection it opens until ${date}. After that it is closed until you connect once; nothing is lost.`,
  staffArea: 'Staff area',
  version: (version: string) => `Version ${version}`,
  signOut: 'Sign out',
  notSentTitle: 'Not everything has been sent',
  notSentSentence: 'This is on this device alone, and lost if you sign out now:',
  notSent: {
    wishes: (number: number) =>
      count(number, 'booking or other change', 'bookings or other changes'),
    messages: (number: number) =>
      count(number, 'message or step in a request', 'messages or steps in requests'),
    begun: (number: number) => count(number, 'message you have begun', 'messages you have begun'),
    pictures: (number: number) => count(number, 'picture'),
    edited: (number: number) =>
      number === 1 ? 'changes in your profile or a floor plan' : `changes in ${number} documents`,
  },
  signOutAnyway: 'Sign out anyway',
  stay: 'Stay',
  thisNeedsConnection: 'This needs a connection.',

  devices: 'Devices',
  thisDevice: 'This device',
  someBrowser: 'A browser',
  seen: (when: string) => `Last used ${when}`,
  signOutThere: (device: string) => `Sign out on ${device}`,
  signOutOthers: 'Sign out everywhere else',

  feed: 'Bookings in your calendar',
  feedSentence:
    'Your calendar can follow your bookings by an address that only you know. It shows your bookings and nothing else.',
  feedSince: (date: string) => `There is an address since ${date}.`,
  feedShownOnce:
    'Copy this address now and add it to your calendar as a subscription. It is not shown again.',
  makeFeed: 'Make an address',
  replaceFeed: 'Make a new address, end the old one',
  endFeed: 'End it',
  copy: 'Copy',
  copied: 'Copied.',

  tools: 'Connections for other tools',
  toolsSentence:
    'Another tool of yours can follow what you may read, and change nothing. Each gets a key of its own.',
  toolName: 'Name of the tool',
  addTool: 'Make a key',
  remove: 'Remove',
  removeTool: (name: string) => `Remove ${name}`,
  keyShownOnce: 'Copy this key now. It is not shown again.',
  keyAddress: 'Address for the tool, with the name of what it follows:',

  resetSample: 'Reset sample',
  resetQuestion: 'Start the sample over?',
  resetSentence: 'Every booking made since its first day goes, and everybody is signed out.',
  keepSample: 'Keep it',

  setUp: shell.places.setUp,
  setUpSentence: 'Two minutes. All but the time zone and the currency can be changed later.',
  setUpNeedsLink: 'Open the link that the portal printed when it started. It belongs to you alone.',
  ownerName: 'Your name',
  ownerEmail: 'Your e-mail',
  spaceName: 'Name of the space',
  spaceAddress: 'Street address, if you like',
  zone: 'Time zone',
  currency: 'Currency',
  startFrom: 'Start from',
  startFromSample: 'Start with the sample floor: 40 desks, five rooms, a hall',
  startEmpty: 'Start empty',
  claim: 'Set up',
  claimed: 'The space is yours. Sign in with your e-mail to go on.',
} as const
