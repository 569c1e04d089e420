/** Two thousand people of one location: names, work, companies, skills and a few lines about each, the same in every run. */
import type { DirectoryCard } from '../../domain/community/directory.ts'
import { toId } from '../../domain/values/ids.ts'

export const PEOPLE = 2_000

const first =
  'Ada Ben Chioma Dmitri Élodie Farid Grace Hana Ines Jonas Kofi Lena Mei Noor Olu Priya'
const last =
  'Abel Brandt Costa Dang Eriksen Ferrari Gómez Huber Ito Jansen Kaya Lindqvist Müller Nair'
const trades =
  'Architect Baker Copywriter Designer Engineer Florist Geologist Historian Illustrator'
const things =
  'Typography Woodwork Statistics Ceramics Cartography Podcasts Rust Sewing Tax Translation'

const pick = (from: string, index: number): string => {
  const all = from.split(' ')
  return all[index % all.length] ?? ''
}

export const people: readonly DirectoryCard[] = Array.from({ length: PEOPLE }, (_, index) => ({
  memberId: toId('member', `mem_${index}`),
  name: `${pick(first, index)} ${pick(last, index * 7)}${pick('a e i o u', index)}n ${index}`,
  work: pick(trades, index * 3),
  company: `${pick(last, index * 5)} & ${pick(trades, index)}`,
  skills: [0, 1, 2].map((more) => pick(things, index * 3 + more * 7)),
  about: `${pick(trades, index)} with a weakness for ${pick(things, index * 11)} and ${pick(things, index * 13)}.`,
}))

/** As one types: a beginning, more of it, a letter wrong, a skill. */
export const typed: readonly string[] = [
  ...['l', 'li', 'lind', 'lindqvits', 'mull', 'gomez', 'typogr', 'cartogaphy'],
  ...['engineer rust', 'hana', 'brndt', 'translation florist'],
]
