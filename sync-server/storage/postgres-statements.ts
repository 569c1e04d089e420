/** A pool whose connections parse each statement once: a name says which, and the engine finds it again instead of reading it anew. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Statements named; a few hundred different ones exist. What comes after them is parsed each time, as it would be without names. */
const NAMES_MAX = 500

/** A migration of another server has changed what a statement gives: it has to be parsed anew. */
export const STATEMENT_OUTDATED = '0A000'

export function keepStatements(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const names = new Map<string, string>()
  let named = 0

  /** What takes no values is begun, committed, or set up once: it has no name. */
  function nameOf(text: string, values: readonly unknown[]): string | undefined {
    const known = names.get(text)
    if (known !== undefined || values.length === 0 || names.size >= NAMES_MAX) return known
    named += 1
    const name = `portal-${named}`
    names.set(text, name)
    return name
  }

  async function query(client: pg.PoolClient, text: string, values: readonly unknown[] = []) {
    const name = nameOf(text, values)
    try {
      return await client.query({
        ...(name === undefined ? {} : { name }),
        ...{ text, values: [...values] },
      })
    } catch (error) {
      if ((error as { code?: unknown }).code === STATEMENT_OUTDATED) names.clear()
      throw error
    }
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known !== undefined) return known
      const kept = {
        query: (text: string, values?: readonly unknown[]) => query(client, text, values),
        release: (error?: boolean) => client.release(error),
      } as unknown as PostgresPoolClient // nothing here reads by a cursor
      clients.set(client, kept)
      return kept
    },
  }
}
