/** Being found on the plan, and finding somebody there. */
import { count } from './amounts.ts'

export const presence = {
  title: 'Being found on the plan',
  share: 'Let members see where I sit',
  sentence: (site: string) =>
    `While you are checked in at ${site}, its members and team see your name at your place on the plan, and the people of your own team see that you are in. It is gone when your booking ends, when you end it, and when the space closes. Nothing is kept of it.`,
  screens: 'A screen at the entrance shows it too, where the team has turned names on there.',
  off: 'Nobody but the team sees where you sit.',
  on: 'Members see you on the plan while you are checked in.',
  saving: 'Saved on this device. It counts when the space has heard of it.',
  offHere: (site: string) => `${site} does not let members find each other.`,

  here: 'I’m here',

  find: 'Find a person',
  findSentence: 'Members who are in now and let others see it.',
  name: 'Name',
  nobody: 'Nobody who is in now lets others see where they sit.',
  noSuch: 'Nobody of that name can be found here now. They may not be in, or not want to be found.',
  noneYet: 'Who is in comes with the next connection.',
  found: (number: number) => count(number, 'person', 'people'),
  sitsUntil: (name: string, time: string) => `${name} sits here until ${time}`,
  at: (place: string, time: string) => `${place}, until ${time}`,

  setting: 'Members can find each other on the plan',
  settingSentence:
    'Only those who say so themselves, under Me, and only while they are checked in. Turned off, nobody is found, and who has said yes keeps it for when you turn it on again.',
} as const
