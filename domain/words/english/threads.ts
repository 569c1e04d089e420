/** Messages between two members, and what the team does about one that was reported. */
import type { ReportAct } from '../../bookings/wishes/message-requests.ts'
import { count } from './amounts.ts'

const acts: Readonly<Record<ReportAct, string>> = {
  nothing: 'Nothing has to be done',
  warn: 'Say a word to who wrote it',
  remove: 'Remove the messages, and say why',
  close: 'Remove them, and close messages to who wrote it',
}

const done: Readonly<Record<ReportAct, string>> = {
  nothing: 'Nothing had to be done',
  warn: 'Who wrote it was told',
  remove: 'Removed',
  close: 'Removed, and closed to who wrote it',
}

export const threads = {
  title: 'Messages',
  back: 'All messages',
  settings: 'Who may write to you',
  unread: (number: number) => count(number, 'unread message', 'unread messages'),
  noneYet: 'No messages yet',
  noneYetSentence: 'Find somebody in the directory, and say hello.',
  toDirectory: 'Open the directory',
  notHere: 'Your messages come with the next connection.',
  search: 'Search people',
  nobodyFound: 'Nobody of that name. Try fewer letters.',
  start: 'In the directory',
  open: (name: string, unread: number) =>
    unread === 0
      ? `Messages with ${name}`
      : `Messages with ${name}, ${count(unread, 'unread', 'unread')}`,
  write: 'Send a message',
  writeTo: (name: string) => `Send a message to ${name}`,
  takesNone: 'Takes no messages',
  somebody: 'A member',
  you: 'You',
  preview: (isOwn: boolean, text: string) => (isOwn ? `You: ${text}` : text),

  text: (name: string) => `Message to ${name}`,
  send: 'Send',
  sendHint: 'Ctrl and Enter sends it.',
  draftKept: 'Kept on this device until you send it.',
  empty: 'Write something first.',
  lettersLeft: (number: number) => count(number, 'letter left', 'letters left'),
  nothingYet: (name: string) =>
    `Nothing was said yet. ${name} sees what you write, and nobody else does.`,
  earlier:
    'Your devices keep your latest 1,000 messages with everybody together. Older ones are not shown here.',
  states: {
    saved: 'Saved on this device. It goes out when you’re back online.',
    sent: 'On its way',
    delivered: 'Delivered',
  },
  removed: 'This message was removed.',
  'removed-by-team': 'The team removed this message.',
  failed: (why: string) => `Not delivered. ${why}`,
  tooLate: 'It did not reach the space in time.',
  again: 'Write it again',
  putAway: 'Put away',
  remove: 'Remove for both',
  removedToast: 'Removed',
  mute: 'Mute',
  unmute: 'Unmute',
  muted: 'Muted',
  block: 'Block',
  unblock: 'Unblock',
  blocked: 'Blocked',
  blockedToast: (name: string) => `${name} cannot reach you any more, and is not told.`,
  unblockedToast: (name: string) => `${name} can write to you again.`,
  blockedNotice: (name: string) =>
    `You have blocked ${name}. Nothing that they write comes to you, and they are not told.`,
  mutedToast: 'Nothing is sent to you about it any more. New messages still stand here.',
  unmutedToast: 'You are told of new messages again.',

  report: 'Report',
  reportTitle: (name: string) => `Report what ${name} wrote`,
  reportHint: 'The team sees the messages that you choose, and nothing else of what you two wrote.',
  reportWhich: 'Which messages',
  reportWhy: 'What is wrong with them?',
  reportSend: 'Show the team',
  reportDone: 'The team has it, or gets it when you’re back online.',
  reportMissing: 'Choose a message, and say what is wrong.',
  reportNothing: (name: string) => `${name} has not written anything that could be reported.`,

  ownTitle: 'Who may write to you',
  take: 'Members may write to me',
  takeSentence:
    'Whoever finds you in the directory, and whoever you wrote to. Turned off, nobody can write to you, and you write to nobody; what was written stays.',
  choiceSaved: 'Saved on this device.',
  blockedPeople: 'Blocked people',
  nobodyBlocked: 'You have blocked nobody.',
  unblockOne: (name: string) => `Unblock ${name}`,
  closed: (text: string) => `The team has closed messages for you: “${text}” Ask them about it.`,
  word: (text: string) => `A word from the team about what you wrote: “${text}”`,

  reports: 'Reports',
  reportsHint: 'What members showed you of messages, and nothing else of what they wrote.',
  noReports: 'Nothing waits for you here.',
  reportsDecided: 'Decided',
  reportOf: (by: string, about: string) => `${by} reports what ${about} wrote`,
  decide: 'Decide',
  decideTitle: 'What to do about it',
  acts,
  note: (name: string) => `What ${name} reads about it`,
  noteMissing: 'Say a word to who wrote it.',
  decided: 'Decided',
  decidedAs: (act: ReportAct, when: string) => `${done[act]}, ${when}`,
  wordRemoved: 'The words are gone.',
  reopen: 'Let them write again',
  unassignedRequests: (number: number) => `${count(number, 'request')} without anybody`,
  waitingReports: (number: number) => count(number, 'report that waits', 'reports that wait'),
} as const
