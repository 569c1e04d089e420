/** Finding people in the directory, on the device: words by how they begin, and with a letter wrong. */
import MiniSearch from 'minisearch'
import type { DirectoryCard } from '../../domain/community/directory.ts'

export interface PeopleIndex {
  /** The best match first; everybody, by name, where nothing was typed. */
  find(typed: string, skill: string | null): readonly DirectoryCard[]
}

/** One letter wrong in a word of four, two in one of eight. */
const WRONG_SHARE = 0.25
const LETTERS_FOR_WRONG = 4

export function makePeopleIndex(cards: readonly DirectoryCard[]): PeopleIndex {
  const byName = cards.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const byId = new Map<unknown, DirectoryCard>(byName.map((card) => [card.memberId, card]))
  const search = new MiniSearch<DirectoryCard>({
    idField: 'memberId',
    fields: ['name', 'work', 'company', 'skills', 'languages', 'about'],
    extractField: (card, field) => {
      const value = card[field as keyof DirectoryCard] // one of the fields just named
      return typeof value === 'object' ? value.join(' ') : (value ?? '')
    },
    processTerm: plain,
  })
  search.addAll(byName)
  return {
    find: (typed, skill) => {
      const found =
        typed.trim() === ''
          ? byName
          : search.search(typed, searchOptions).flatMap(({ id }) => byId.get(id) ?? [])
      return skill === null ? found : found.filter(({ skills = [] }) => skills.includes(skill))
    },
  }
}

const searchOptions = {
  combineWith: 'AND',
  prefix: true,
  fuzzy: (term: string) => (term.length < LETTERS_FOR_WRONG ? false : WRONG_SHARE),
  boost: { name: 3, skills: 2, work: 2 },
  // How a word begins says more than a word of the same length with a letter wrong.
  weights: { prefix: 0.6, fuzzy: 0.15 },
} as const

/** Whatever its accents and capitals. */
function plain(term: string): string {
  return term
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** The skills of those people, those of the most first. */
export function skillsOf(cards: readonly DirectoryCard[], countMax: number): readonly string[] {
  const counts = new Map<string, number>()
  for (const { skills = [] } of cards) {
    for (const skill of skills) counts.set(skill, (counts.get(skill) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b, 'en'))
    .slice(0, countMax)
    .map(([skill]) => skill)
}
