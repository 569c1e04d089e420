/** What nobody waited for as one letter: each piece with its own words and its own way into the portal (N-10). */
import { newsKinds } from '../../domain/news/news.ts'
import { must } from '../../domain/values/assert.ts'
import { usualLanguage } from '../../domain/values/language-code.ts'
import { limits } from '../../domain/values/limits.ts'
import { english } from '../../domain/words/words.ts'
import { type NewsRow, type Said, type SendPorts, stopUrlOf } from './say-news.ts'
import { plain } from './stories/story.ts'

const { news: words } = english

export interface ToldRow {
  readonly row: NewsRow
  readonly said: Said
}

export function digestOf(told: readonly ToldRow[], ports: SendPorts): Omit<Said, 'news'> {
  const { context, letter } = must(told[0], 'there is something to say').said
  const { name } = context.catalogue.site
  const shown = told.slice(0, limits.newsPerDigestMax)
  const action = { label: words.open, url: context.url }
  const categories = told.map(({ said }) => newsKinds[said.news.kind].category)
  const stopUrl = stopUrlOf(ports, context.member.id, categories)
  const choose = { label: words.choose, url: `${context.url}/me/notifications` }
  return {
    context,
    story: { ...plain, values: {}, action },
    letter: {
      language: usualLanguage,
      subject: words.digestSubject(told.length, name),
      paragraphs: [words.digestHello(context.member.name, name)],
      facts: [],
      sections: shown.map(({ said }) => ({
        language: said.letter.language,
        title: said.letter.subject,
        paragraphs: said.letter.paragraphs,
        action: said.story.action,
      })),
      action: shown.length < told.length ? action : null,
      footer: letter.footer,
      links: stopUrl === null ? [choose] : [choose, { label: words.stop, url: stopUrl }],
    },
  }
}
