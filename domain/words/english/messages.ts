/** Settings, Messages: what a location tells its members outside of the app, in which words, and what became of it. */
import type { NewsChannel } from '../../memberships/news-choice.ts'
import type { NewsKind } from '../../news/news.ts'
import type { TemplateProblem } from '../../news/template.ts'
import { limits } from '../../values/limits.ts'
import { count } from './amounts.ts'

const kinds: Readonly<Record<NewsKind, string>> = {
  booked: 'Booked',
  'booked-instead': 'Booked by a fall-back',
  held: 'To be confirmed',
  'not-confirmed': 'Not confirmed in time',
  'to-pay': 'To be paid',
  'not-paid': 'Not paid in time',
  approved: 'Approved',
  declined: 'Not approved',
  unanswered: 'Not answered in time',
  changed: 'Changed by the member',
  moved: 'Moved by the space',
  cancelled: 'Cancelled by the member',
  'cancelled-by-space': 'Cancelled by the space',
  missed: 'Missed',
  offered: 'A place became free',
  refused: 'Not booked',
  'too-late': 'Wish came too late',
  dearer: 'Price has risen',
  reminder: 'Reminder',
  billed: 'Bill',
  paid: 'Receipt',
  'paid-back': 'Paid back',
  credited: 'Credited',
  'pay-failed': 'Card was declined',
  'pay-action': 'Bank wants to ask',
  overdue: 'Overdue',
  blocked: 'Long overdue',
  'refund-failed': 'Refund failed',
  'refund-failed-team': 'Refund failed, for who keeps the books',
  'event-going': 'Place at an event',
  'event-came-in': 'Came in from the waiting list',
  'event-waiting': 'Waits for a place at an event',
  'event-moved': 'Event moved',
  'event-off': 'Event called off',
  'event-refused': 'No place at an event',
  'event-word': 'Word to who comes to an event',
  'event-reminder': 'Reminder of an event',
  announced: 'Announcement',
  renewal: 'Bill ahead',
  'card-ending': 'Card ends soon',
  'deposit-asked': 'Deposit asked for',
  'deposit-not-paid': 'Deposit not charged',
  'deposit-received': 'Deposit received',
  'deposit-kept': 'Kept of a deposit',
  'deposit-returned': 'Deposit paid back',
  'deposit-not-returned': 'Deposit could not go back',
  'deposit-not-returned-team': 'Deposit could not go back, for who keeps the books',
  'plan-begins': 'Membership begins',
  'plan-changed': 'Membership changed',
  'plan-paused': 'Membership paused',
  'plan-resumed': 'Membership resumed',
  'plan-ends': 'Membership ended',
  'plan-kept': 'Change taken back',
  'addon-taken': 'Extra by the month taken',
  'addon-ends': 'Extra by the month ended',
  'addon-ended-by-space': 'Extra by the month ended by the space',
  expiring: 'Pass ends soon',
  message: 'Message of another member',
  'message-word': 'Word about what somebody wrote',
  welcome: 'Welcome',
  'team-invited': 'Invited to a team',
  'guest-invited': 'Guest invited',
  'guest-moved': 'Guest expected elsewhere',
  'guest-off': 'Guest not expected any more',
  answered: 'Answer to a request',
}

const states: Readonly<Record<string, string>> = {
  waiting: 'Waiting',
  sent: 'Sent',
  'came-back': 'Came back',
  'given-up': 'Given up after a day',
  dropped: 'Not needed any more',
}

const ways: Readonly<Record<NewsChannel, string>> = { mail: 'by mail', push: 'by push' }

function problem(found: TemplateProblem): string {
  switch (found.kind) {
    case 'empty':
      return 'Write something here.'
    case 'too-long':
      return found.field === 'subject'
        ? `At most ${limits.newsSubjectLengthMax} letters.`
        : `At most ${limits.newsTextLengthMax} letters.`
    case 'unknown-variable':
      return `{${found.name}} means nothing here.`
  }
}

export const messages = {
  title: 'Messages',
  whenTitle: 'When',
  reminders: 'Members are reminded, unless they choose otherwise',
  quietFrom: 'Quiet from',
  quietUntil: 'until',
  quietSentence:
    'What can wait comes as one mail when these hours end. Answers to wishes, money and reminders come at any time.',
  renewalDays: 'Days before a bill on which its payer is told what it comes to',
  wordsTitle: 'In your words',
  wordsSentence:
    'Subject and text are yours. Place, time, price and the terms for cancelling always stand below them.',
  kind: 'Message',
  kinds,
  language: 'Language',
  languages: 'Also written in',
  languagesHint:
    'Languages beside English, as in “de, pt-BR”. Members choose one of them; where you have no words in it they read English.',
  own: (kind: string) => `${kind} (your words)`,
  subject: 'Subject',
  text: 'Text',
  variables: (names: readonly string[]) =>
    `You may use ${names.map((name) => `{${name}}`).join(', ')}.`,
  problem,
  preview: 'Preview',
  previewTitle: 'How it reads',
  save: 'Save these words',
  saved: 'Saved. Messages say it so from now on.',
  reset: 'Back to the usual words',
  resetIn: 'Remove these words',
  logTitle: 'What went out',
  logSentence: 'The newest messages, by their subject.',
  none: 'Nothing has been sent yet.',
  state: (state: string) => states[state] ?? state,
  way: (channel: string) => (channel === 'push' ? ways.push : ways.mail),
  failed: (number: number) => `${count(number, 'message')} did not arrive.`,
  refresh: 'Look again',
  accessTitle: 'Wi-Fi and door',
  accessSentence:
    'Members see this under Me once they have signed in, also without a network. No screen shows it, and no mail does unless you say so.',
  network: 'Network',
  code: 'Code',
  door: 'Code of the door',
  saveAccess: 'Save',
  codeIsMailed: 'Print the Wi-Fi code in the welcome mail',
  codeIsMailedHint:
    'A mail lies about for longer than a code should. Without this the mail leads to where the code is shown.',
  accessSaved: 'Saved. Members see it from now on.',
  needsConnection: 'This needs a connection.',
  show: 'Show the codes',
  hide: 'Hide the codes',
  noAccess: 'The space has not written its Wi-Fi here.',
  notKept: 'These codes come with the next connection.',
} as const
