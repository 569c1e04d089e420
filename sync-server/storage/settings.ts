import { must } from '../../domain/values/assert.ts'
import type { Reader, Storage, Tx } from './storage.ts'

export async function readSetting(reader: Reader, key: string): Promise<string | null> {
  const row = await reader
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value ?? null
}

export async function writeSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The setting's value, made and kept the first time anybody asks. Of two servers that start at once both get the one that stayed. */
export async function settingOnce(
  storage: Storage,
  key: string,
  make: () => string,
): Promise<string> {
  return storage.transaction(async (tx) => {
    const value = make()
    const inserted = await tx
      .insertInto('setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 1n) return value
    return must(await readSetting(tx, key), 'another wrote it')
  })
}
