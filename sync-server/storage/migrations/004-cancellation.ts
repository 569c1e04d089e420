/**
 * What was cancelled for nothing until the start stays so: resources and tiers that know no policy get the one that was in force
 * without being written down. Catalogues are projected again when the server starts.
 */
import type { Kysely } from 'kysely'
import { freeUntilStart } from '../../../domain/sites/cancellation-policy.ts'

/** The tables as this step finds them; later steps may change them. */
interface Tables {
  readonly resource: { id: string; body: string }
  readonly tier: { id: string; site_id: string; body: string }
}

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const tables = db as Kysely<Tables> // what 001 made
  for (const { id, body } of await tables.selectFrom('resource').select(['id', 'body']).execute()) {
    const resource = JSON.parse(body) as { readonly rules?: object } // written by us alone
    const rules = { cancellation: freeUntilStart, ...resource.rules }
    const known = JSON.stringify({ ...resource, rules })
    await tables.updateTable('resource').set({ body: known }).where('id', '=', id).execute()
  }
  const tiers = await tables.selectFrom('tier').select(['id', 'site_id', 'body']).execute()
  for (const { id, site_id, body } of tiers) {
    const known = JSON.stringify({ cancellation: null, ...JSON.parse(body) })
    await tables
      .updateTable('tier')
      .set({ body: known })
      .where('id', '=', id)
      .where('site_id', '=', site_id)
      .execute()
  }
}
