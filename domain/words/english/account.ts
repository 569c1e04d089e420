/** Signing in and out, and what a member keeps about themselves. */
import { count } from './amounts.ts'

export const account = {
  signIn: 'Sign in',
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
  staffArea: 'Staff area',
  version: (version: string) => `Version ${version}`,
  signOut: 'Sign out',
  notSentTitle: (number: number) =>
    `${count(number, 'request')} ${number === 1 ? 'has' : 'have'} not been sent`,
  notSentSentence: 'What waits on this device is lost if you sign out now.',
  signOutAnyway: 'Sign out anyway',
  stay: 'Stay',
} as const
