import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { toInstant } from '../values/instant.ts'
import { type Article, inLanguage, orderArticles, saveArticle } from './article.ts'

const siteId = toId('site', 'sit_harbour-loft')
const now = toInstant(Date.UTC(2026, 10, 24, 9))

function article(name: string, more: Partial<Article> = {}): Article {
  return {
    ...{ id: toId('article', `art_${name}`), siteId, language: 'en', translates: null },
    ...{ category: 'general', title: name, body: 'Text', state: 'published' },
    ...{ position: 0, revision: 1, savedAt: now },
    ...more,
  }
}

const wifi = article('wifi')
const wlan = article('wlan', { language: 'de', translates: wifi.id, position: 2 })
const printer = article('printer', { position: 1 })
const all = [wifi, printer, wlan]

test('[SUPPORT-09] [T-05] each article is read once, in the language asked for where there is one', () => {
  const titles = (language: string) => inLanguage(all, language).map(({ title }) => title)
  expect(titles('en')).toEqual(['wifi', 'printer'])
  expect(titles('de-AT')).toEqual(['wlan', 'printer'])
  expect(titles('fr')).toEqual(['wifi', 'printer'])
})

test('[SUPPORT-10] of two who write at once the second is told', () => {
  const { position, revision, siteId: _site, savedAt, ...text } = wifi
  const saved = saveArticle(siteId, { ...text, title: 'Wi-Fi' }, 1, all, now)
  expect(saved).toMatchObject({ article: { title: 'Wi-Fi', revision: 2, position } })
  const late = saveArticle(siteId, text, 0, all, savedAt)
  expect(late).toMatchObject({ refusal: { reason: 'setting-changed' } })
  expect(revision).toBe(1)
})

test('[SUPPORT-10] a translation is of an article, never of a translation or of itself', () => {
  const text = (translates: Article['translates']) => ({
    ...{ id: toId('article', 'art_new'), language: 'fr', translates, category: 'general' as const },
    ...{ title: 'Le Wi-Fi', body: 'Texte', state: 'draft' as const },
  })
  expect(saveArticle(siteId, text(wifi.id), 0, all, now)).toMatchObject({
    article: { position: 3, revision: 1 },
  })
  for (const of of [wlan.id, toId('article', 'art_new'), toId('article', 'art_gone')]) {
    expect(saveArticle(siteId, text(of), 0, all, now)).toMatchObject({
      refusal: { reason: 'unknown-article' },
    })
  }
})

test('[SUPPORT-09] an order puts first what it names; what was written meanwhile stays behind it', () => {
  const ordered = orderArticles(all, [printer.id, wifi.id])
  expect(ordered.map(({ title, position }) => [title, position])).toEqual([
    ['printer', 0],
    ['wifi', 1],
    ['wlan', 2],
  ])
})
