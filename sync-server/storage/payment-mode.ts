/**
 * Who moves the money since the last start: what documents tell of cards follows from it, and cards of another one are no cards here. A start
 * with another one makes those documents again.
 */
import { sql } from 'kysely'
import { readSetting, writeSetting } from './settings.ts'
import type { Reader, Storage } from './storage.ts'

const PAYMENT_MODE = 'payment-mode'

/** Null where nobody does. */
export async function readPaymentMode(reader: Reader): Promise<string | null> {
  const mode = await readSetting(reader, PAYMENT_MODE)
  return mode === 'off' ? null : mode
}

export async function keepPaymentMode(storage: Storage, mode: string): Promise<void> {
  await storage.transaction(async (tx) => {
    if ((await readSetting(tx, PAYMENT_MODE)) === mode) return
    await writeSetting(tx, PAYMENT_MODE, mode)
    await sql`delete from document_row where document in
      (select id from document_head where name like 'member/%')`.execute(tx)
    await sql`delete from document_head where name like 'member/%'`.execute(tx)
  })
}
