import type { PortalDatabase } from '../store/database.ts'
import type { SyncStatusRow } from '../store/rows.ts'

const unknown: SyncStatusRow = {
  key: 'sync',
  state: 'connecting',
  heardAt: null,
  generation: null,
  storage: 'ok',
}

/** What the status pill shows in every tab. */
export async function writeStatus(
  db: PortalDatabase,
  change: Partial<Omit<SyncStatusRow, 'key'>>,
): Promise<void> {
  await db.transaction('rw', db.status, async () => {
    const known = await db.status.get('sync')
    await db.status.put({ ...unknown, ...known, ...change })
  })
}
