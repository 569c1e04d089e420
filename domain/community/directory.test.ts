import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { cardOf, directorySections, hidesMore, readCard } from './directory.ts'
import { emptyProfile, type Profile, profileParts } from './profile.ts'

const ada = toId('member', 'mem_ada')
const full: Profile = {
  ...{ name: 'Ada L.', company: 'Engines', work: 'Counting', email: 'ada@engines.example' },
  ...{ phone: '+49 40 1234', photo: `sit_harbour-loft/${'b'.repeat(64)}`, about: 'Poetry, too.' },
  ...{ skills: ['Algebra'], languages: ['English'], links: ['https://engines.example'], shown: [] },
}

test('[DIRECTORY-01] nobody is in it who has not said so', () => {
  const others = profileParts.filter((part) => part !== 'name')
  expect(cardOf(ada, 'Ada', full)).toBe(null)
  expect(cardOf(ada, 'Ada', { ...full, shown: others })).toBe(null)
  expect(directorySections([], new Set())).toEqual({})
})

test('[DIRECTORY-01] of who is in it there is what they show, and no other part', () => {
  for (const part of profileParts) {
    const card = cardOf(ada, 'Ada', { ...full, shown: ['name', part] })
    const expected = part === 'name' ? {} : { [part]: full[part] }
    expect(card).toEqual({ memberId: ada, name: 'Ada L.', ...expected })
  }
  const empty = { ...emptyProfile, shown: profileParts }
  expect(cardOf(ada, 'Ada Lovelace', empty)).toEqual({ memberId: ada, name: 'Ada Lovelace' })
})

test('[DIRECTORY-02] less than before is told from other than before', () => {
  const shown = cardOf(ada, 'Ada', { ...full, shown: ['name', 'phone'] })
  const other = cardOf(ada, 'Ada', { ...full, phone: '1', shown: ['name', 'phone', 'email'] })
  const less = cardOf(ada, 'Ada', { ...full, shown: ['name'] })
  expect([hidesMore(shown, other), hidesMore(shown, less), hidesMore(shown, null)]).toEqual([
    ...[false, true, true],
  ])
  expect(hidesMore(null, shown)).toBe(false)
})

test('[DIRECTORY-01] a card is read as it was told, and what is no person is left out', () => {
  const card = cardOf(ada, 'Ada', { ...full, shown: profileParts })
  expect(
    readCard(directorySections(card === null ? [] : [card], new Set())['people']?.[ada]),
  ).toEqual(card)
  expect(readCard({ memberId: ada, name: 'Ada', skills: 'x', phone: 7, mood: 'good' })).toEqual({
    ...{ memberId: ada, name: 'Ada' },
  })
  for (const none of [null, 7, {}, { memberId: ada }, { memberId: 'ada', name: 'Ada' }]) {
    expect(readCard(none)).toBe(null)
  }
})
