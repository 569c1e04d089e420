/** What partners give to members, for members and for the team. */
import { count } from './amounts.ts'

export const perks = {
  title: 'Perks',
  show: 'Show my code',
  showLabel: (title: string) => `Show my code for ${title}`,
  until: (date: string) => `Until ${date}`,
  left: (left: number, of: number) => `${left} of ${count(of, 'use')} left`,
  counted: 'Shown again today it counts once.',
  signed: (site: string) => `Given and signed by ${site}`,
  forged: 'This is not what your location signed. Connect, and try again.',

  newPerk: 'New perk',
  changePerk: 'Change perk',
  noPerks: 'No perks.',
  saved: 'The perk is saved.',
  name: 'What it is',
  link: 'Partner’s address',
  linkHint: 'https://…',
  badLink: 'The address must begin with https:// and have a host.',
  code: 'Code',
  usesMax: 'Uses of each member',
  usesHint: 'Empty: as often as they like',
  missing: 'Give it a title and a code.',
  remove: 'Take down',
  removeLabel: (title: string) => `Take down ${title}`,
  changeLabel: (title: string) => `Change ${title}`,
  removed: 'It is taken down.',
  uses: (number: number) => `Used ${count(number, 'time')}`,
} as const
