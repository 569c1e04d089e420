/** What one piece of news says now, and a mail that says it. */
import { createHash } from 'node:crypto'
import { isForgotten } from '../../domain/memberships/forgotten.ts'
import type { NewsCategory } from '../../domain/memberships/news-choice.ts'
import { maySwitchOff } from '../../domain/memberships/news-choice.ts'
import { type News, newsKinds } from '../../domain/news/news.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import type { Mail, Mailer } from '../mail/mailer.ts'
import type { TicketMarks } from '../mail/ticket-marks.ts'
import type { Pusher } from '../push/pusher.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Database } from '../storage/database.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'
import { composeLetter } from './compose.ts'
import type { StopLinks } from './stop-link.ts'
import type { Story, StoryContext } from './stories/story.ts'
import { storyOf } from './stories/story-of.ts'
import { findTemplate } from './templates.ts'

export interface SendPorts {
  readonly storage: Storage
  readonly mailer: Mailer
  readonly pusher: Pusher
  readonly stopLinks: StopLinks
  readonly marks: TicketMarks
  url(): string
}

export type NewsRow = Database['news']

export interface Said {
  readonly news: News
  readonly context: StoryContext
  readonly story: Story
  readonly letter: Letter
}

export function newsOf({ body }: Pick<NewsRow, 'body'>): News {
  return JSON.parse(body) as News // written by us alone
}

/** As it is now; null where there is nothing to say any more. */
export async function sayNews(row: NewsRow, ports: SendPorts, now: Instant): Promise<Said | null> {
  const { read: reader } = ports.storage
  const news = newsOf(row)
  const member = await loadActor(reader, row.member_id)
  const catalogue = await loadCatalogue(reader, row.site_id)
  if (member === null || catalogue === null) return null
  const context = { reader, member, catalogue, url: ports.url(), now }
  const story = await storyOf(news, context)
  if (story === null) return null
  // Guests of theirs still hear what becomes of a booking.
  if (story.to === null && isForgotten(member)) return null
  const template = await findTemplate(reader, row.site_id, news.kind, languageOf(story, member))
  const stopUrl = stopUrlOf(ports, row.member_id, [newsKinds[news.kind].category])
  return { news, context, story, letter: composeLetter(news, story, context, template, stopUrl) }
}

/** What a guest reads nobody knows: the usual one. */
function languageOf({ to }: Story, { news }: StoryContext['member']): string | null {
  return to === null ? news.language : null
}

/** Where these categories are ended without signing in; null where none of them can be. */
export function stopUrlOf(
  { stopLinks, url }: Pick<SendPorts, 'stopLinks' | 'url'>,
  memberId: string,
  categories: readonly NewsCategory[],
): string | null {
  const ending = [...new Set(categories)].filter((one) => maySwitchOff(one, 'mail'))
  return ending.length === 0 ? null : `${url()}${stopLinks.pathOf(memberId, ending)}`
}

/** `key` is what it is told by: handed over again it is the same mail. */
export function mailOf(
  key: string,
  { context, letter, story: { calendar, ticketId, to } }: Omit<Said, 'news'>,
  categories: readonly NewsCategory[],
  ports: SendPorts,
): Mail {
  const { member, catalogue, url } = context
  const id = createHash('sha256').update(key).digest('hex').slice(0, 40)
  const stopUrl = to === null ? stopUrlOf(ports, member.id, categories) : null
  const replyTo = ticketId === null ? null : ports.marks.replyTo(ticketId)
  return {
    to: (to ?? member).email,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    fromName: catalogue.site.name,
    messageId: `<${id}@${new URL(url).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(stopUrl === null ? {} : stopHeaders(stopUrl)),
      // An answer by mail finds the ticket again.
      ...(replyTo === null ? {} : { 'Reply-To': replyTo }),
    },
    ...(calendar === null ? {} : { calendar }),
  }
}

/** One tap in the reader's own mail program (RFC 8058). */
function stopHeaders(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
