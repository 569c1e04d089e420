import { expect, test } from 'vitest'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { bytesOf, held, now, send, siteId } from './for-tests.ts'

const mara = 'mem_mara'

function article(id: string, state: string, more: object = {}) {
  return {
    ...{ id: `art_${id}`, language: 'en', translates: null, category: 'general' },
    ...{ title: `About ${id}`, body: `MARKER-${id}`, state },
    ...more,
  }
}

async function save(space: TestSpace, of: object, revision = 0, who = mara) {
  return send(space, who, 'article.save', { siteId, article: of, revision })
}

onEachEngine('articles', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[SUPPORT-09] [T-05] members read what is published; a draft is in no byte of their replica, and what was retired leaves it',
    async (space) => {
      const document = `articles/${siteId}`
      await bytesOf(space, document)
      expect(await save(space, article('secret', 'draft'))).toMatchObject({ kind: 'confirmed' })
      expect(await bytesOf(space, document)).not.toContain('MARKER-secret')
      await save(space, article('open', 'published'))
      expect((await held(space, document))['articles']).toHaveProperty('art_open')
      await save(space, article('open', 'retired'), 1)
      const { articles = {} } = await held(space, document)
      expect(articles).not.toHaveProperty('art_open')
      expect((await held(space, `support/${siteId}`))['articles']).toHaveProperty('art_open')
    },
  )

  within(
    '[SUPPORT-10] of two who write the same article the second is told; members write none',
    async (space) => {
      await save(space, article('wifi', 'published'))
      expect(await save(space, article('wifi', 'draft'))).toMatchObject({
        refusal: { reason: 'setting-changed' },
      })
      expect(await save(space, article('x', 'published'), 0, 'mem_hana')).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      const order = { siteId, articleIds: ['art_wifi'] }
      expect(await send(space, mara, 'articles.order', order)).toMatchObject({ kind: 'confirmed' })
      expect((await held(space, `support/${siteId}`))['articles']).toMatchObject({
        art_wifi: { position: 0 },
      })
    },
  )

  within('[SUPPORT-11] [T-05] “this solved it” counts, once a wish', async (space) => {
    await save(space, article('wifi', 'published'))
    const solved = { siteId, articleId: 'art_wifi' }
    await send(space, 'mem_hana', 'article.solved', solved)
    await send(space, 'mem_anton', 'article.solved', solved)
    expect((await held(space, `support/${siteId}`))['articles']).toMatchObject({
      art_wifi: { solved: 2 },
    })
    const gone = { siteId, articleId: 'art_gone' }
    expect(await send(space, 'mem_hana', 'article.solved', gone)).toMatchObject({
      refusal: { reason: 'unknown-article' },
    })
  })

  within(
    '[SUPPORT-06] a location’s promises are its own, and a manager’s to make',
    async (space) => {
      const replyHours = { maintenance: 1, billing: 2, access: 3, general: 4 }
      const settings = { replyHours, savedReplies: [{ title: 'Thanks', text: 'Thank you' }] }
      expect(await send(space, 'mem_hana', 'support.save', { siteId, settings })).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      await send(space, mara, 'support.save', { siteId, settings })
      expect((await held(space, `support/${siteId}`))['settings']).toEqual({ support: settings })
      expect(await bytesOf(space, `catalogue/${siteId}`)).not.toContain('savedReplies')
    },
  )
})
