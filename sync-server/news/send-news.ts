/**
 * Sends one piece of news by one way, and notes what became of it.
 *
 *   waiting ─▶ sent · came back for good · given up after a day · dropped, because it is not so any more
 *
 * A crash between handing over and noting it hands it over again: with the same Message-ID, which shows once wherever it arrives twice.
 */
import { createHash } from 'node:crypto'
import type { News } from '../../domain/news/news.ts'
import { newsKey, newsKinds } from '../../domain/news/news.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import { type HandedOver, handOver } from '../mail/hand-over.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import type { Mail, Mailer } from '../mail/mailer.ts'
import type { TicketMarks } from '../mail/ticket-marks.ts'
import type { Pusher } from '../push/pusher.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Database } from '../storage/database.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'
import { composeLetter } from './compose.ts'
import { pushNews } from './push-news.ts'
import type { StopLinks } from './stop-link.ts'
import type { Story, StoryContext } from './stories/story.ts'
import { storyOf } from './stories/story-of.ts'
import { findTemplate } from './templates.ts'

/** Longer nobody waits for an answer to a wish; the log says that it did not go out. */
const GIVEN_UP_AFTER_MS = DAY_MS

export interface SendPorts {
  readonly storage: Storage
  readonly mailer: Mailer
  readonly pusher: Pusher
  readonly stopLinks: StopLinks
  readonly marks: TicketMarks
  url(): string
}

type Row = Database['news']

export function makeSendNews(ports: SendPorts): JobHandler {
  const { storage } = ports
  return async (body, now) => {
    const { key } = body as { readonly key: string } // written with the row
    const row = await storage.read
      .selectFrom('news')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirst()
    if (row === undefined || row.state !== 'waiting') return
    const said = await sayOf(row, ports, now)
    if (said === null) return note(storage, row, { state: 'dropped', settled_at: now })
    const answer = await handOut(row, said, ports)
    await note(storage, row, { ...becameOf(answer, row, now), subject: said.letter.subject })
    // The row says why; what a mail system answers may name people, which a log of the process must not.
    if (answer.kind === 'later' && !isGivenUp(row, now)) throw new Error('It did not go out yet')
  }
}

function becameOf(answer: HandedOver, row: Row, now: Instant): Partial<Row> {
  switch (answer.kind) {
    case 'sent':
      return { state: 'sent', settled_at: now, problem: null }
    case 'refused':
      return { state: 'came-back', settled_at: now, problem: answer.problem }
    case 'later':
      return isGivenUp(row, now)
        ? { state: 'given-up', settled_at: now, problem: answer.problem }
        : { problem: answer.problem }
  }
}

function isGivenUp({ send_at }: Row, now: Instant): boolean {
  return now - send_at >= GIVEN_UP_AFTER_MS
}

async function note(storage: Storage, { key, attempts }: Row, more: Partial<Row>): Promise<void> {
  await storage.transaction((tx) =>
    tx
      .updateTable('news')
      .set({ ...more, attempts: attempts + 1 })
      .where('key', '=', key)
      .execute(),
  )
}

/** What is to be said, as it is now; null where there is nothing to say any more. */
async function sayOf(row: Row, ports: SendPorts, now: Instant): Promise<Said | null> {
  const { read: reader } = ports.storage
  const news = JSON.parse(row.body) as News // written by us alone
  const member = await loadActor(reader, row.member_id)
  const catalogue = await loadCatalogue(reader, row.site_id)
  if (member === null || catalogue === null) return null
  const url = ports.url()
  const context = { reader, member, catalogue, url, now }
  const story = await storyOf(news, context)
  if (story === null) return null
  const stopUrl = `${url}${ports.stopLinks.pathOf(row.member_id, newsKinds[news.kind].category)}`
  const template = await findTemplate(reader, row.site_id, news.kind)
  const letter = composeLetter(news, story, context, { template, stopUrl })
  return { news, context, story, letter, stopUrl }
}

interface Said {
  readonly news: News
  readonly context: StoryContext
  readonly story: Story
  readonly letter: Letter
  readonly stopUrl: string
}

async function handOut(row: Row, said: Said, ports: SendPorts): Promise<HandedOver> {
  if (row.channel === 'mail') return handOver(ports.mailer, mailOf(row, said, ports))
  const { letter, news } = said
  return pushNews(ports.storage, ports.pusher, {
    ...{ memberId: row.member_id, letter, tag: newsKey(news), origin: ports.url() },
  })
}

function mailOf(row: Row, said: Said, ports: SendPorts): Mail {
  const { context, letter, stopUrl, story } = said
  const { calendar } = story
  const mayStop = letter.links.some((link) => link.url === stopUrl)
  const id = createHash('sha256').update(row.key).digest('hex').slice(0, 40)
  return {
    to: context.member.email,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    fromName: context.catalogue.site.name,
    messageId: `<${id}@${new URL(ports.url()).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mayStop ? stopHeaders(stopUrl) : {}),
      ...replyHeaders(story, ports.marks),
    },
    ...(calendar === null ? {} : { calendar }),
  }
}

/** An answer by mail finds the ticket again. */
function replyHeaders({ ticketId }: Story, marks: TicketMarks) {
  const replyTo = ticketId === null ? null : marks.replyTo(ticketId)
  return replyTo === null ? {} : { 'Reply-To': replyTo }
}

/** One tap in the reader's own mail program (RFC 8058). */
function stopHeaders(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
