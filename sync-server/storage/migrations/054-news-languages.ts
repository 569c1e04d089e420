/** Locations say news in further languages, and members choose one; nobody has so far. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'site', (site) => ({
    ...site,
    news: { ...(site['news'] as object), languages: [] }, // written by 037 for every site
  }))
  // Each is one object, written by us alone; whoever is new from now on is written with all of it.
  const choice = sql`substr(news, 1, length(news) - 1) || ',"language":null}'`
  await sql`update member set news = ${choice}`.execute(db)
}
