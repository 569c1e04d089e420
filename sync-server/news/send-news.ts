/**
 * Sends one piece of news by one way, or what waited of a member together, and notes what became of each.
 *
 *   waiting ─▶ sent · came back for good · given up after a day · dropped, because it is not so any more
 *
 * A crash between handing over and noting it hands it over again: with the same Message-ID, which shows once wherever it arrives twice.
 */
import { isNewsKind, newsKinds } from '../../domain/news/news.ts'
import { newsKey } from '../../domain/news/news-key.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import { type HandedOver, handOver } from '../mail/hand-over.ts'
import type { Storage } from '../storage/storage.ts'
import { digestOf, type ToldRow } from './digest.ts'
import { pushNews } from './push-news.ts'
import { mailOf, type NewsRow, newsOf, type Said, type SendPorts, sayNews } from './say-news.ts'
import type { Together } from './write-news.ts'

/** Longer nobody waits for an answer to a wish; the log says that it did not go out. */
const GIVEN_UP_AFTER_MS = DAY_MS

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
    const [told] = await sayAll([row], ports, now)
    if (told === undefined) return
    await noteAll(storage, [told], await handOut(told, ports), now)
  }
}

/** What nobody waited for, as one mail. */
export function makeSendTogether(ports: SendPorts): JobHandler {
  const { storage } = ports
  return async (body, now) => {
    const { memberId, siteId, sendAt, key } = body as Together // written with the rows
    const rows = await storage.read
      .selectFrom('news')
      .selectAll()
      .where('member_id', '=', memberId)
      .where('site_id', '=', siteId)
      .where('channel', '=', 'mail')
      .where('send_at', '=', sendAt)
      .where('state', '=', 'waiting')
      .orderBy('made_at')
      .orderBy('key')
      .execute()
    const waiting = rows.filter(
      ({ kind }) => isNewsKind(kind) && newsKinds[kind].urgency === 'may-wait',
    )
    const all = await sayAll(waiting, ports, now)
    const [first] = all
    if (first === undefined) return
    const said = all.length === 1 ? first.said : digestOf(all, ports)
    const categories = all.map((one) => newsKinds[one.said.news.kind].category)
    const answer = await handOver(ports.mailer, mailOf(key, said, categories, ports))
    await noteAll(storage, all, answer, now)
  }
}

/** Those of which there is still something to say; of the others that is noted. */
async function sayAll(
  rows: readonly NewsRow[],
  ports: SendPorts,
  now: Instant,
): Promise<readonly ToldRow[]> {
  const told: ToldRow[] = []
  for (const row of rows) {
    const said = await sayNews(row, ports, now)
    if (said !== null) told.push({ row, said })
    else await note(ports.storage, row, { state: 'dropped', settled_at: now, ...forgotten(row) })
  }
  return told
}

async function handOut({ row, said }: ToldRow, ports: SendPorts): Promise<HandedOver> {
  const { letter, news }: Said = said
  if (row.channel === 'mail') {
    const mail = mailOf(row.key, said, [newsKinds[news.kind].category], ports)
    return handOver(ports.mailer, mail)
  }
  return pushNews(ports.storage, ports.pusher, {
    ...{ memberId: row.member_id, letter, tag: newsKey(news), origin: ports.url() },
  })
}

async function noteAll(
  storage: Storage,
  told: readonly ToldRow[],
  answer: HandedOver,
  now: Instant,
): Promise<void> {
  for (const { row, said } of told) {
    const became = becameOf(answer, row, now)
    await note(storage, row, {
      ...{ ...became, subject: said.letter.subject },
      ...(became.state === undefined ? {} : forgotten(row)),
    })
  }
  // The rows say why; what a mail system answers may name people, which a log of the process must not.
  const isOver = told.every(({ row }) => isGivenUp(row, now))
  if (answer.kind === 'later' && !isOver) throw new Error('It did not go out yet')
}

/** The address of a guest is kept until they are told, and no longer. */
function forgotten(row: NewsRow): Partial<NewsRow> {
  const news = newsOf(row)
  if (!('guest' in news)) return {}
  return { body: JSON.stringify({ ...news, guest: { id: news.guest.id, name: '' } }) }
}

function becameOf(answer: HandedOver, row: NewsRow, now: Instant): Partial<NewsRow> {
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

function isGivenUp({ send_at }: NewsRow, now: Instant): boolean {
  return now - send_at >= GIVEN_UP_AFTER_MS
}

async function note(
  storage: Storage,
  { key, attempts }: NewsRow,
  more: Partial<NewsRow>,
): Promise<void> {
  await storage.transaction((tx) =>
    tx
      .updateTable('news')
      .set({ ...more, attempts: attempts + 1 })
      .where('key', '=', key)
      .execute(),
  )
}
