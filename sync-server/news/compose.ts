/** A letter from a story: the location's words or the usual ones, and beside them what must be said in any case. */
import type { News } from '../../domain/news/news.ts'
import { fillTemplate } from '../../domain/news/template.ts'
import { usualLanguage } from '../../domain/values/language-code.ts'
import { english } from '../../domain/words/words.ts'
import type { Letter } from '../mail/letter.ts'
import type { Story, StoryContext } from './stories/story.ts'
import type { SaidIn } from './templates.ts'

const { news: said } = english

export function composeLetter(
  { kind }: News,
  { values, facts, action, also = null, to }: Story,
  { member, catalogue, url }: Pick<StoryContext, 'member' | 'catalogue' | 'url'>,
  /** The location's own words; null: the usual ones. */
  template: SaidIn | null,
  /** Where this category is ended without signing in; null where it cannot be. */
  stopUrl: string | null,
): Letter {
  const common = { name: (to ?? member).name, space: catalogue.site.name }
  const filled = fillTemplate(template ?? said.templates[kind], { ...values, ...common })
  const choose = { label: said.choose, url: `${url}/me/notifications` }
  const letter = {
    language: template?.language ?? usualLanguage,
    subject: filled.subject,
    paragraphs: filled.text.split(/\n{2,}/),
    ...{ facts, action, also, sections: [] },
  }
  // A guest has nothing to choose here; their host names them or does not.
  if (to !== null) {
    return { ...letter, footer: said.becauseGuest(member.name, catalogue.site.name), links: [] }
  }
  return {
    ...letter,
    footer: said.because(catalogue.site.name),
    links: stopUrl === null ? [choose] : [choose, { label: said.stop, url: stopUrl }],
  }
}
