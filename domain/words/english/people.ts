/** The members of a location, for its team; and becoming one. */
import type { FeeRhythm } from '../../sites/billing-settings.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { count, longDate, moneyPlain } from './amounts.ts'

const rhythms: Readonly<Record<FeeRhythm, string>> = {
  week: 'a week',
  month: 'a month',
  year: 'a year',
}

export const people = {
  title: 'Members',
  search: 'Search members',
  found: (number: number) => count(number, 'member'),
  more: (number: number) => `Show ${number} more`,
  noMatch: 'Nobody matches.',
  needsConnection: 'Members are shown with a connection.',
  name: 'Name',
  email: 'E-mail',
  membership: 'Membership',
  noMembership: 'None',
  chooseMembership: 'Choose one',
  role: 'Role',
  roles: {
    member: 'Member',
    'team-manager': 'Runs a team',
    'front-desk': 'Front desk',
    community: 'Community',
    finance: 'Finance',
    manager: 'Manager',
    owner: 'Owner',
  },
  lastHere: 'Last here',
  wasHere: (when: string) => `Last here: ${when}`,
  lastSignedIn: 'Last in the portal',
  never: 'Not yet',
  invited: 'Invited',

  invite: 'Invite',
  inviteTitle: 'Invite somebody',
  inviteSentence:
    'They get a mail with the way in. A code mailed to the same address lets them in.',
  inviteAgain: 'Send the invitation again',
  wasInvited: (name: string) => `${name} is invited.`,
  sentAgain: 'Sent again.',

  facts: 'About',
  bookings: 'Bookings',
  noBookings: 'None lately.',
  noRequests: 'None.',
  bills: 'Bills',
  noBills: 'None yet.',
  consents: 'House rules',
  acceptedVersion: (version: number, date: string) => `Version ${version} · ${date}`,
  notes: 'Notes of the team',
  notesSentence:
    'For the team alone. The member does not see them here, and gets them if they ask for everything about them.',
  note: 'Note',
  addNote: 'Add note',
  changeRole: 'Change role',
  remove: 'Remove from this location',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeSentence: (site: string) =>
    `What they have booked ahead at ${site} is cancelled free of charge and offered to who waits. What they owe stays owed, and their bills stay.`,
  removed: (name: string) => `${name} does not belong here any more.`,
  keep: 'Keep',

  joinTitle: 'Joining by a link',
  joinSentence:
    'A link, and a code for a poster, by which people become members themselves. They say who they are, choose a membership and accept the house rules.',
  joinTiers: 'Memberships to choose from',
  needsApproval: 'The team says yes to each first',
  needsMethod: 'Ask for a card or another way to pay before the first booking',
  makeLink: 'Make a link',
  replaceLink: 'Make a new link, end the old one',
  endLink: 'End the link',
  copy: 'Copy',
  copied: 'Copied.',
  poster: 'Code for a poster',
  printPoster: 'Print a poster',
  posterSentence: 'Scan this with your phone’s camera. It takes two minutes.',
  requests: 'Who wants to join',
  accept: 'Let in',
  decline: 'Decline',
  acceptOne: (name: string) => `Let ${name} in`,
  declineOne: (name: string) => `Decline ${name}`,

  directorySetting: 'Members find each other in the directory',
  directorySentence:
    'Only those who say so themselves, with what they show of their profile. Turned off, the directory is empty on every device, and what they chose is kept.',
  messagesSetting: 'Members write to each other',
  messagesSentence:
    'Only to who is in the directory, or has written to them. Turned off, nobody can send a message; what was written stays with those who wrote it.',

  join: 'Join',
  joinAt: (site: string) => `Join ${site}`,
  joinGone: 'This link does not work any more. Ask the team for a new one.',
  joinOffline: 'Joining needs a connection.',
  yourName: 'Your name',
  yourEmail: 'Your e-mail',
  rules: 'House rules',
  acceptRules: 'I have read the house rules and accept them',
  asked: (site: string) =>
    `The team of ${site} has your request. You get a mail when they have said yes.`,
  askToJoin: 'Ask to join',
  fee: (price: Money, per: FeeRhythm) => `${moneyPlain(price)} ${rhythms[per]}`,
  noFee: 'No fee',
  withCode: (code: string) => `with the code ${code}`,
  withoutCode: (name: string, code: string) =>
    `${name} has joined without the code ${code}: it was used as often as it may be.`,
  firstBill: (on: LocalDate, total: Money) =>
    `Your first bill comes on ${longDate(on)}: ${moneyPlain(total)}. It is for the days until then, and the next period in advance.`,
  noFirstBill: 'You pay for what you book.',
  methodComes:
    'Next you are asked for a card or another way to pay. You enter it on the page of who takes payments.',
  methodAsked: 'One thing before you book: how you pay.',
  bookNow: 'Go on to book',

  erase: {
    title: 'Delete my account',
    question: 'Delete everything about you?',
    goes: 'This goes, here and on all your devices:',
    going: [
      'your name, address, profile and picture',
      'what you wrote: notes, guests, messages to the team',
      'favourites, waits, keys and calendar addresses',
      'what you have booked ahead, which is cancelled free of charge',
    ],
    stays: 'This stays, because it must:',
    staying: [
      'bills and payments as they were issued, with the name and address on them. The law has them kept, in Germany for eight years (Article 17(3)(b) GDPR)',
      'that places were booked, by a “former member”, so that the books add up',
    ],
    noWayBack: 'There is no way back. Take your data along first, if you want them.',
    typeEmail: (email: string) => `To go on, type ${email}`,
    do: 'Delete everything',
    formerMember: 'Former member',
    removedText: 'Removed',
  },

  ownData: {
    title: 'Your data',
    sentence:
      'All that the portal knows about you, as one file that opens anywhere: texts, tables, pictures, and the PDFs that are on this device.',
    take: 'Take my data along',
    failed: 'The file could not be made. Try again.',
    readme: (name: string, on: string) =>
      `What the portal knows about ${name}, as it stood on this device on ${on}.\n\nprofile.json  what you say about yourself, and what of it others see\naccount.json  who you are to the space\nbookings.csv, bookings.json  your bookings of the last 90 days and those ahead\nbills.csv, bills.json  your bills of the last two years\npapers/  the PDFs of them that were on this device\npictures/  of you, and of your requests\nmessages/, requests/  what you and others wrote, and you and the team\nmore.json  your requests to the team, events and all else of yours\n\nTables open in any spreadsheet, the other files in any editor of texts.\n`,
  },

  invitation: {
    subject: (site: string) => `Welcome to ${site}`,
    hello: (name: string) => `Hello ${name},`,
    sentence: (site: string) =>
      `you are a member of ${site}. Book a desk, see who is in and find what you need in its portal.`,
    code: 'It asks for six digits, which it mails to this address. There is no password.',
    open: 'Open the portal',
    footer: (site: string) => `Sent because ${site} made you a member.`,
  },
} as const
