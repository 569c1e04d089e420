/** What went out lately, what waits, and what came back: for who runs the location, with names and without what it said. */
import { limits } from '../../domain/values/limits.ts'
import type { Reader } from '../storage/storage.ts'

export interface LoggedNews {
  readonly kind: string
  readonly channel: string
  readonly memberName: string
  readonly state: string
  readonly madeAt: number
  readonly settledAt: number | null
  readonly subject: string | null
  readonly problem: string | null
}

/** The newest first. */
export async function loadNewsLog(reader: Reader, siteId: string): Promise<readonly LoggedNews[]> {
  const rows = await reader
    .selectFrom('news')
    .leftJoin('member', 'member.id', 'news.member_id')
    .select(['news.kind', 'news.channel', 'news.state', 'news.made_at', 'news.settled_at'])
    .select(['news.subject', 'news.problem', 'member.name'])
    .where('news.site_id', '=', siteId)
    .orderBy('news.made_at', 'desc')
    .orderBy('news.key')
    .limit(limits.newsListedMax)
    .execute()
  return rows.map(({ kind, channel, state, made_at, settled_at, subject, problem, name }) => ({
    ...{ kind, channel, state, subject, problem },
    ...{ memberName: name ?? '', madeAt: made_at, settledAt: settled_at },
  }))
}
