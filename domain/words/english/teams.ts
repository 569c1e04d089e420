/** A member's team: who is in it, what each may use, and what it has used. */
import { count, duration, money } from './amounts.ts'

export const teams = {
  title: 'Team',
  none: 'You are in no team.',
  arrives: 'Your team is on its way to this device.',
  youManage: 'You look after this team.',
  managedBy: (names: string) => `Looked after by ${names}.`,
  asOf: (when: string) => `As of ${when}`,

  all: 'Teams',
  allSentence:
    'People under one bill. Whoever reads it invites the others, and says what each may use.',
  noneYet: 'There are none yet.',
  add: 'New team',
  change: 'Change',
  changeOne: (name: string) => `Change ${name}`,
  about: (reader: string, seats: number | null) =>
    [reader, seats === null ? '' : count(seats, 'place')].filter((text) => text !== '').join(' · '),
  teamName: 'Name of the team',
  reader: 'Reads and pays the bills',
  choose: 'Choose a member',
  whoReads: 'Say who reads the bills.',
  membership: 'Membership that comes with it',
  seats: 'Places',
  noSeats: 'As many as come',

  invitedYou: (by: string, team: string) => `${by} asks you to join ${team}.`,
  invitedSentence:
    'In a team your bookings are paid by the team, and whoever looks after it sees them.',
  join: 'Join',
  decline: 'No, thank you',

  people: 'People',
  places: (taken: number, seats: number) => `${taken} of ${count(seats, 'place')} taken`,
  you: 'you',
  manages: 'Looks after the team',
  invited: 'Invited',
  waits: 'Saved on this device. Not sent yet.',
  received: 'Sent. The answer comes in a moment.',
  notDone: (why: string) => `That did not work: ${why}`,
  open: (name: string) => `${name}: limits and more`,

  invite: 'Invite',
  inviteTitle: 'Invite somebody to the team',
  inviteSentence:
    'They get a mail. Who is a member already is asked first; anybody else is in the team at once.',
  name: 'Name',
  email: 'E-mail',
  wasSaved: 'Saved.',
  inviteSaved: (name: string) => `${name} is invited as soon as the space hears of it.`,
  uninvite: 'Take back',
  uninviteOne: (name: string) => `Take back the invitation of ${name}`,

  limits: 'What they may use',
  limitsSentence: 'An empty field is no limit. You book for them beyond it, and pay it yourself.',
  desks: 'Desks, in bookings',
  rooms: 'Rooms, in hours',
  money: (currency: string) => `Money, in ${currency}`,
  per: 'For each',
  periods: { day: 'day', week: 'week', month: 'month' },
  deskLimit: (max: number, per: 'day' | 'week' | 'month') => `${count(max, 'desk')} a ${per}`,
  roomLimit: (minutes: number, per: 'day' | 'week' | 'month') =>
    `${duration(minutes)} of rooms a ${per}`,
  moneyLimit: (max: Parameters<typeof money>[0], per: 'week' | 'month') => `${money(max)} a ${per}`,
  save: 'Save',

  mayManage: 'Looks after the team with you',
  remove: 'Remove from the team',
  removeTitle: (name: string) => `Remove ${name} from the team?`,
  removeSentence:
    'Bills stay as they are. What is kept of these bookings stays the team’s to pay. The membership that came with the team ends.',
  removeNeeds: 'What they have booked is shown with a connection. Then they can be removed.',
  noneAhead: 'They have booked nothing ahead.',
  keep: 'Keep',
  cancel: 'Cancel',
  decideFor: (what: string) => `What becomes of ${what}?`,
  removed: (name: string) => `${name} leaves the team as soon as the space hears of it.`,

  wallet: 'Passes of the team',
  usedBy: 'Who books with them',
  usedByChoices: { everybody: 'Everybody in the team', manager: 'Only who looks after it' },
  isFirst: 'They are used before people’s own',
  usedByOne: (name: string, amount: string) => `${name}: ${amount}`,
  noPasses: 'None. The space gives them, or sells them to each of you.',
  needsConnection: 'Bookings, passes and bills of the team are shown with a connection.',

  bookings: 'Booked ahead',
  noBookings: 'Nothing.',
  allBookings: (number: number) => `Show all ${number}`,
  person: 'Person',
  used: 'Used this month',
  usedOne: (bookings: number, owed: string) => `${count(bookings, 'booking')}, ${owed}`,

  bills: 'Bills by person',
  noBills: 'None yet.',
  billOf: (number: string, date: string) => `Bill ${number}, ${date}`,
  together: 'The team together',
  paid: 'Paid',
  stillOpen: (open: string) => `${open} open`,
} as const
