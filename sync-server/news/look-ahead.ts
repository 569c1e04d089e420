/**
 * What nobody does is told too. Once a day, before the quiet hours of a location end, somebody looks at what is ahead there. What was told stays
 * told once, so a day looked at twice says nothing twice, and one that nobody looked at is made up for.
 *
 *   every ten minutes ─▶ is it time anywhere? ─▶ job of that location and day ─▶ news, as rows
 */
import type { News } from '../../domain/news/news.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader, Storage } from '../storage/storage.ts'
import { type Clock, every } from '../sync/clock.ts'
import { type Found, looks } from './looks.ts'
import { readersOf } from './tell-money.ts'
import { type Telling, writeNews } from './write-news.ts'

const LOOK = 'news.look-ahead'
const LOOK_EVERY_MS = 10 * MINUTE_MS
/** So long before quiet hours end, so that what is found goes out when they do. */
const BEFORE_MINUTES = 30

/** Beside everything else: asks again and again whether it is time anywhere. */
export function keepLookingAhead(
  storage: Storage,
  clock: Clock,
  log: (line: string) => void,
): () => void {
  return every(clock, LOOK_EVERY_MS, async () => {
    try {
      await storage.transaction(async (tx) =>
        enqueue(tx, await looksDue(tx, toInstant(clock.now()))),
      )
    } catch (error) {
      log(`Nobody looked at what is ahead: ${String(error)}`)
    }
  })
}

/** One a location and day. */
export async function looksDue(reader: Reader, now: Instant): Promise<readonly Job[]> {
  const sites = await reader.selectFrom('site').select('id').orderBy('id').execute()
  const jobs: Job[] = []
  for (const { id } of sites) {
    const catalogue = await loadCatalogue(reader, id)
    if (catalogue === null) continue
    const { date, minute } = toWallTime(catalogue.zone, now)
    if (minute < Math.max(0, catalogue.site.news.quietUntil - BEFORE_MINUTES)) continue
    jobs.push({ key: `${LOOK}:${id}:${date}`, kind: LOOK, runAt: now, body: { siteId: id } })
  }
  return jobs
}

export function makeLookAhead(storage: Storage): readonly [string, JobHandler] {
  return [
    LOOK,
    async (body, now) => {
      const { siteId } = body as { readonly siteId: string } // written above
      const catalogue = await loadCatalogue(storage.read, siteId)
      if (catalogue === null) return
      const today = toWallTime(catalogue.zone, now).date
      for (const look of looks) {
        const found = await look(storage.read, catalogue, today, now)
        for (let from = 0; from < found.length; from += limits.billsPerStepMax) {
          const part = found.slice(from, from + limits.billsPerStepMax)
          const tellings = await tellingsOf(storage.read, catalogue, part)
          await storage.transaction((tx) => writeNews(tx, tellings, now))
        }
      }
    },
  ]
}

async function tellingsOf(
  reader: Reader,
  site: Catalogue,
  found: readonly Found[],
): Promise<readonly Telling[]> {
  const told: { memberId: string; news: News }[] = []
  for (const { to, news } of found) {
    for (const memberId of await readersOf(reader, to)) told.push({ memberId, news })
  }
  const members = await loadActors(
    reader,
    told.map(({ memberId }) => memberId),
  )
  return told.flatMap(({ memberId, news }) => {
    const member = members.get(memberId)
    return member === undefined ? [] : [{ member, site, news }]
  })
}
