import { expect, test } from 'vitest'
import { sampleArticles } from '../../domain/seeds/harbour-loft/help.ts'
import { inLanguage } from '../../domain/support/article.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { makeFindArticles } from './find-articles.ts'

const articles = inLanguage(sampleArticles(toInstant(Date.UTC(2026, 10, 24, 8))), 'en')
const find = makeFindArticles(articles)
const titles = (text: string) => find(text).map(({ title }) => title)

test('[SUPPORT-09] [T-05] an answer is found by the beginning of a word, and past a typing mistake', () => {
  expect(titles('prin')[0]).toBe('Printing and scanning')
  expect(titles('prnter')[0]).toBe('Printing and scanning')
  expect(titles('MONÍTOR dark')[0]).toBe('The monitor stays dark')
  expect(titles('password')[0]).toBe('The Wi-Fi does not let me in')
  expect(titles('zzzz')).toEqual([])
  expect(titles('')).toEqual([])
})

test('[SUPPORT-09] two hundred long answers are searched within a blink', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...(articles[index % articles.length] ?? articles[0]),
    id: `art_${index}`,
    body: `${articles[index % articles.length]?.body} `.repeat(20),
  })) as unknown as typeof articles // of the sample, many times over
  const search = makeFindArticles(many)
  const start = performance.now()
  for (const word of ['prnter', 'monitor', 'bill', 'after']) search(word)
  expect(performance.now() - start).toBeLessThan(1_000)
})
