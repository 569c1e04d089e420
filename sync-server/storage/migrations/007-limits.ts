/** Memberships have quotas. Those from before include without limit, as they did. */
import type { Kysely } from 'kysely'

/** The table as this step finds it; later steps may change it. */
interface Tables {
  readonly tier: { id: string; site_id: string; body: string }
}

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const tables = db as Kysely<Tables> // what 001 made
  const tiers = await tables.selectFrom('tier').select(['id', 'site_id', 'body']).execute()
  for (const { id, site_id, body } of tiers) {
    const known = JSON.stringify({ quotas: [], ...JSON.parse(body) })
    await tables
      .updateTable('tier')
      .set({ body: known })
      .where('id', '=', id)
      .where('site_id', '=', site_id)
      .execute()
  }
}
