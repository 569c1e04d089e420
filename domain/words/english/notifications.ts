/** Me, Notifications: what somebody is told, by which way, and on which device. */
import type { NewsCategory, NewsChannel } from '../../memberships/news-choice.ts'
import type { ReminderChoice } from '../../sites/news-settings.ts'
import { duration } from './amounts.ts'

const categories: Readonly<Record<NewsCategory, string>> = {
  bookings: 'Bookings',
  events: 'Events and announcements',
  reminders: 'Reminders',
  money: 'Money',
  membership: 'Membership',
  help: 'Help',
  messages: 'Messages',
}

const about: Readonly<Record<NewsCategory, string>> = {
  bookings: 'Booked, refused, moved, cancelled, a place that became free',
  events: 'Your place at one, moved, called off; what the team announces',
  reminders: 'Before a booking or an event begins',
  money: 'Bills, receipts, passes that end',
  membership: 'Welcome, changes of your membership',
  help: 'Answers to your requests',
  messages: 'That another member wrote to you, never what',
}

const channels: Readonly<Record<NewsChannel, string>> = { mail: 'Mail', push: 'Push' }

const reminders: Readonly<Record<ReminderChoice, string>> = {
  hour: 'An hour before',
  day: 'A day before',
  both: 'Both',
  none: 'Not at all',
}

export const notifications = {
  title: 'Notifications',
  categories,
  about,
  channels,
  reminders,
  what: 'What',
  way: (category: NewsCategory, channel: NewsChannel) =>
    `${categories[category]} by ${channels[channel].toLowerCase()}`,
  always: 'Mail about money and your membership always reaches you.',
  remind: 'Remind me of bookings and events',
  /** On a lock screen, from this device alone. */
  soon: (place: string, minutes: number) => `${place} in ${duration(minutes)}`,
  asSpace: (choice: ReminderChoice) => `As the space does (${reminders[choice].toLowerCase()})`,
  language: 'Mail and push in',
  languageHint: 'What the space has not written in it comes in English.',
  saving: 'Saved on this device. It counts when the space has heard of it.',
  saved: 'Saved.',
  here: 'On this device',
  hereSentence:
    'Push shows the same news on your lock screen, within seconds. Your browser asks you once.',
  turnOn: 'Turn on push here',
  turnOff: 'Turn off push here',
  isOn: 'Push is on here.',
  isOff: 'Push is off here.',
  asking: 'Your browser is asking you…',
  unsupported: 'This browser cannot show push. Mail reaches you all the same.',
  install: 'On this device push works once the portal is on your home screen.',
  denied:
    'You have said no to notifications from the portal. To change that, open the settings of this site in your browser, allow notifications, and come back.',
  failed: 'Your browser did not answer. Try again later; mail reaches you all the same.',
  needsConnection: 'This needs a connection.',
} as const
