import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../values/limits.ts'
import { mergedText, wordChange, wordsOf } from './about-words.ts'
import { cleanLine } from './clean-text.ts'
import { cleanEdit, parseProfile, readLink } from './parse-profile.ts'
import { emptyProfile, type PlainProfile } from './profile.ts'

const nothing: PlainProfile = {
  ...{ fields: {}, shown: {}, skills: {}, languages: {}, links: {}, about: [] },
}
const hash = 'a'.repeat(64)

test('[PROFILE-01] an empty profile says nothing and shows nothing', () => {
  expect(parseProfile(nothing)).toEqual(emptyProfile)
})

test('[PROFILE-01] what a member says is read field by field', () => {
  const said = {
    fields: { name: 'Hana S.', email: 'hana@sato.example', photo: `sit_harbour-loft/${hash}` },
    shown: { name: true, email: false, skills: true },
    skills: { 'Type design': true, Illustration: true, 'type design': true },
    languages: { Deutsch: true },
    links: { 'https://sato.example/work?x=1': true },
    about: ['I ', 'draw ', 'letters.'],
  }
  expect(parseProfile(said)).toEqual({
    ...emptyProfile,
    ...{ name: 'Hana S.', email: 'hana@sato.example', photo: `sit_harbour-loft/${hash}` },
    ...{ shown: ['name', 'skills'], skills: ['Illustration', 'type design'] },
    ...{ languages: ['Deutsch'], links: ['https://sato.example/work?x=1'] },
    about: 'I draw letters.',
  })
})

test('[PROFILE-01] anything else makes it no profile', () => {
  const tags = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`skill ${index}`, true]))
  const wrong: readonly Partial<PlainProfile>[] = [
    { fields: { role: 'owner' } },
    { fields: { name: 7 } },
    { fields: { name: ` Hana` } },
    { fields: { name: 'x'.repeat(limits.settingNameLengthMax + 1) } },
    { fields: { email: 'nobody' } },
    { fields: { phone: 'call me' } },
    { fields: { photo: 'https://evil.example/x.png' } },
    { fields: { photo: `sit_harbour-loft/${hash}/more` } },
    { fields: null },
    { shown: { everything: true } },
    { shown: { name: 'yes' } },
    { skills: { '': true } },
    { skills: { pottery: 'very' } },
    { skills: tags(2 * limits.skillsMax + 1) },
    { about: ['ok', 7] },
    { about: ['x'.repeat(2 * limits.aboutLengthMax + 1)] },
    { about: 'text' },
  ]
  for (const one of wrong) expect([one, parseProfile({ ...nothing, ...one })]).toEqual([one, null])
  expect(parseProfile({ ...nothing, skills: tags(25) })?.skills).toHaveLength(limits.skillsMax)
})

test('[PROFILE-02] a link is http or https to a host, and https where no scheme was typed', () => {
  expect(readLink('sato.example')).toBe('https://sato.example')
  expect(readLink(' http://sato.example/a b ')).toBe(null)
  expect(readLink('sato.example:8443/work')).toBe('https://sato.example:8443/work')
  const hostile = [
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)//sato.example', 'data:text/html,<b>x</b>'],
    ...['https://user:pass@sato.example', 'https://sato.example@evil.example', 'https://localhost'],
    ...['file:///etc/passwd', '//sato.example', 'https://', 'https://sato.example/"onclick="x'],
    ...['https://sato.example/<script>', 'vbscript:x', 'mailto:hana@sato.example', ''],
  ]
  for (const link of hostile) {
    expect([link, readLink(link)]).toEqual([link, null])
    expect(parseProfile({ ...nothing, links: { [link]: true } })).toBe(null)
  }
})

test('[PROFILE-03] what is written is free of control characters and of what turns text around', () => {
  expect(cleanLine('  Ha\u202ena\u0000 \n Sato\u2066 ', 80)).toBe('Ha na Sato')
  expect(cleanLine(`${'x'.repeat(79)}🙂`, 80)).toBe('x'.repeat(79))
  expect(parseProfile({ ...nothing, fields: { name: 'Ha\u202ena' } })).toBe(null)
  expect(parseProfile({ ...nothing, about: ['a\u0007b'] })).toBe(null)
  expect(parseProfile({ ...nothing, about: ['one\n', 'two'] })?.about).toBe('one\ntwo')
})

test('[PROFILE-01] whatever is typed, what a device writes of it is accepted', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 1_200 })
  fc.assert(
    fc.property(text, text, text, (name, about, skill) => {
      const field = cleanEdit({ kind: 'field', field: 'name', value: name })
      const bio = cleanEdit({ kind: 'about', text: about })
      const tag = cleanEdit({ kind: 'add', list: 'skills', value: skill })
      const written: PlainProfile = {
        ...nothing,
        fields: field?.kind === 'field' ? { name: field.value } : {},
        about: bio?.kind === 'about' ? wordsOf(bio.text) : [],
        skills: tag?.kind === 'add' && tag.value !== '__proto__' ? { [tag.value]: true } : {},
      }
      expect(parseProfile(written)).not.toBe(null)
    }),
    { numRuns: 200 },
  )
})

test('[PROFILE-04] a text changes only where it was changed, and no word with what follows it', () => {
  const before = wordsOf('I draw letters in Hamburg.')
  expect(wordChange(before, 'I draw large letters in Hamburg.')).toEqual({
    ...{ at: 4, remove: 0, insert: ['large', ' '] },
  })
  expect(wordChange(before, 'I draw letters in Hamburg. And maps.')).toEqual({
    ...{ at: 9, remove: 0, insert: [' ', 'And', ' ', 'maps.'] },
  })
  expect(wordChange(before, 'I draw letters in Hamburg.')).toBe(null)
})

test('[PROFILE-04] a text in items of any length is changed in those alone that are touched', () => {
  const before = ['I ', 'draw ', 'letters.']
  expect(wordChange(before, 'I draw letters. And maps.')).toEqual({
    ...{ at: 3, remove: 0, insert: [' ', 'And', ' ', 'maps.'] },
  })
  expect(wordChange(before, 'I draw large letters.')).toEqual({
    ...{ at: 2, remove: 0, insert: ['large', ' '] },
  })
  expect(wordChange(before, 'I drew letters.')).toEqual({
    ...{ at: 1, remove: 1, insert: ['drew', ' '] },
  })
  const items = fc.array(fc.constantFrom('a', 'b', ' ', 'ab ', ' c', 'a b'), { maxLength: 8 })
  fc.assert(
    fc.property(items, items, (one, other) => {
      const words: string[] = [...one]
      const change = wordChange(words, other.join(''))
      if (change !== null) words.splice(change.at, change.remove, ...change.insert)
      expect(words.join('')).toBe(other.join(''))
    }),
    { numRuns: 500 },
  )
})

test('[PROFILE-04] what was typed and what was written elsewhere meanwhile both stay', () => {
  const from = 'I draw letters in Hamburg.'
  const typed = 'I draw large letters in Hamburg.'
  expect(mergedText(from, typed, from)).toBe(typed)
  expect(mergedText(from, typed, `${from} And maps.`)).toBe(`${typed} And maps.`)
  expect(mergedText(from, `${from} And maps.`, typed)).toBe(`${typed} And maps.`)
  expect(mergedText('', 'Hello', 'Moin')).toContain('Hello')
  expect(mergedText('', 'Hello', 'Moin')).toContain('Moin')
  expect(mergedText(from, '', `${from} And maps.`).trim()).toBe('And maps.')
  expect(mergedText('hel', 'hello', 'hel, friend')).toContain('friend')
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 8 })
  const texts = text.map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, texts, texts, (one, mine, theirs) => {
      expect(mergedText(one, mine, one)).toBe(mine)
      expect(mergedText(one, one, theirs)).toBe(theirs)
      // What only one of them wrote is in what comes out.
      const written = (by: string) => by.split(/\s+/u).filter((word) => !one.includes(word))
      const merged = mergedText(one, mine, theirs)
      for (const word of [...written(mine), ...written(theirs)]) expect(merged).toContain(word)
    }),
    { numRuns: 500 },
  )
})
