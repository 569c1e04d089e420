import { expect, test } from 'vitest'
import { cardOf, type DirectoryCard } from '../../domain/community/directory.ts'
import { members } from '../../domain/seeds/harbour-loft/people.ts'
import { sampleProfiles } from '../../domain/seeds/harbour-loft/profiles.ts'
import { makePeopleIndex, skillsOf } from './find-people.ts'

const cards: readonly DirectoryCard[] = sampleProfiles.flatMap(
  ({ memberId, name, profile }) => cardOf(memberId, name, profile) ?? [],
)
const index = makePeopleIndex(cards)
const namesOf = (typed: string, skill: string | null = null) =>
  index.find(typed, skill).map(({ name }) => name)

test('[DIRECTORY-04] [C-07] people are found by how the words of their name begin, without accents', () => {
  expect(namesOf('schub')[0]).toBe('Lea Schubert')
  expect(namesOf('schuberd')[0]).toBe('Lea Schubert')
  expect(namesOf('LÉA schub')).toEqual(['Lea Schubert'])
  expect(namesOf('lun')).toEqual(['Oskar Lund'])
  expect(namesOf('nobody of that name')).toEqual([])
})

test('[DIRECTORY-04] [C-07] [A-02] people are found by what they can do, with a letter wrong', () => {
  const drawing = namesOf('illustration')
  expect(drawing.length).toBeGreaterThan(3)
  expect(namesOf('ilustration').toSorted()).toEqual(drawing.toSorted())
  expect(namesOf('illus').toSorted()).toEqual(drawing.toSorted())
  expect(index.find('', 'Murals').every(({ skills = [] }) => skills.includes('Murals'))).toBe(true)
})

test('[DIRECTORY-04] who typed nothing sees everybody by name', () => {
  expect(namesOf('  ')).toHaveLength(cards.length)
  expect(namesOf('')).toEqual(namesOf('').toSorted((a, b) => a.localeCompare(b, 'en')))
  expect(cards.length).toBeLessThan(members.length)
})

test('[DIRECTORY-04] the skills of the most are offered first', () => {
  const skills = skillsOf(cards, 5)
  const countOf = (skill: string) => index.find('', skill).length
  expect(skills).toHaveLength(5)
  expect(countOf(skills[0] ?? '')).toBeGreaterThanOrEqual(countOf(skills[4] ?? ''))
})
