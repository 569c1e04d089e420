/** Pieces of news as rows, one for each way by which its member wants it, each with the job that sends it; in the transaction of what happened. */

import type { Member } from '../../domain/memberships/member.ts'
import { isWanted, type NewsChannel } from '../../domain/memberships/news-choice.ts'
import { type News, newsKinds } from '../../domain/news/news.ts'
import { newsKey } from '../../domain/news/news-key.ts'
import { sendAt } from '../../domain/news/when-to-send.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import { compiledOnce } from '../storage/compiled-once.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

/** Of a table of this server: what is told, to whom, about which location. */
export interface Telling {
  readonly member: Member
  readonly site: Pick<Catalogue, 'site' | 'zone'>
  readonly news: News
}

export const SEND = 'news.send'
export const SEND_TOGETHER = 'news.send-together'

/** What a member is told of a location at one time, as one mail. */
export interface Together {
  readonly key: string
  readonly memberId: string
  readonly siteId: string
  readonly sendAt: Instant
}

/** What was told already stays told once. */
export async function writeNews(tx: Tx, tellings: readonly Telling[], now: Instant): Promise<void> {
  const pushed = await withDevices(
    tx,
    tellings.map(({ member }) => member.id),
  )
  const rows = tellings.flatMap((telling) =>
    waysOf(telling, pushed).map((channel) => rowOf(telling, channel, now)),
  )
  for (const part of inParts(rows)) await insertNews(tx, part)
  await enqueue(tx, rows.map(jobOf))
}

const insertNews = compiledOnce(
  (row: ReturnType<typeof rowOf>) => Object.values(row),
  (tx, rows) =>
    tx
      .insertInto('news')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing()),
)

/** A guest has no device here, and what their host wants to hear is about the host. */
function waysOf({ member, news }: Telling, pushed: ReadonlySet<string>): readonly NewsChannel[] {
  if ('guest' in news) return ['mail']
  const { category } = newsKinds[news.kind]
  const ways: readonly NewsChannel[] = pushed.has(member.id) ? ['mail', 'push'] : ['mail']
  return ways.filter((channel) => isWanted(member.news, category, channel))
}

function rowOf({ member, site, news }: Telling, channel: NewsChannel, now: Instant) {
  const { urgency } = newsKinds[news.kind]
  return {
    key: `${newsKey(news)}|${member.id}|${channel}`,
    ...{ site_id: site.site.id, member_id: member.id, channel, kind: news.kind },
    ...{ body: JSON.stringify(news), made_at: now, state: 'waiting', attempts: 0 },
    send_at: sendAt(urgency, site.site.news, site.zone, now),
    ...{ settled_at: null, problem: null, subject: null },
  }
}

/** Mails that nobody waits for have one job together; each of them alone would be one mail. */
function jobOf(row: ReturnType<typeof rowOf>): Job {
  const { key, send_at, kind, channel, made_at } = row
  const { member_id: memberId, site_id: siteId } = row
  const isTogether = newsKinds[kind].urgency === 'may-wait' && channel === 'mail'
  if (isTogether && send_at > made_at) {
    const together = `${SEND_TOGETHER}:${memberId}:${siteId}:${send_at}`
    const body: Together = { key: together, memberId, siteId, sendAt: send_at }
    return { key: together, kind: SEND_TOGETHER, runAt: send_at, body }
  }
  return { key: `${SEND}:${key}`, kind: SEND, runAt: send_at, body: { key } }
}

/** Who has a device that wants news pushed. */
async function withDevices(tx: Tx, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const part of inParts([...new Set(memberIds)])) {
    const { rows } = await selectDevices(tx, part)
    for (const { member_id } of rows) found.add(member_id)
  }
  return found
}

const selectDevices = compiledOnce(
  (memberId: string) => [memberId],
  (tx, memberIds) =>
    tx
      .selectFrom('push_subscription')
      .select('member_id')
      .distinct()
      .where('member_id', 'in', memberIds),
)
