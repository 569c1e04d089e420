/** Sections of documents that have no table of their own, one row a key, as they came. */
import type { Sections } from '../../domain/values/sections.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { RecordRow } from '../store/rows.ts'

/** Sections of one document, and which of them changed; null stands for all. */
export interface RecordsView {
  readonly document: string
  readonly sections: Sections
  readonly changed: ReadonlySet<string> | null
}

/** Only rows that changed are written, and those that are gone are removed. */
export async function writeRecords(db: PortalDatabase, view: RecordsView): Promise<void> {
  const { document, changed } = view
  const stored =
    changed === null
      ? db.records.where('document').equals(document)
      : db.records.where('[document+section]').anyOf([...changed].map((one) => [document, one]))
  const before = new Map((await stored.toArray()).map((row) => [idOf(row), row]))
  const after = rowsOf(view)
  await db.records.bulkPut(after.filter((row) => !isSame(before.get(idOf(row)), row)))
  for (const row of after) before.delete(idOf(row))
  await db.records.bulkDelete([...before.values()].map(keyOf))
}

export async function removeRecords(db: PortalDatabase, document: string): Promise<void> {
  await db.records.where('document').equals(document).delete()
}

function rowsOf({ document, sections, changed }: RecordsView): readonly RecordRow[] {
  return Object.entries(sections)
    .filter(([section]) => changed === null || changed.has(section))
    .flatMap(([section, entries]) =>
      Object.entries(entries).map(([key, value]) => ({ document, section, key, value })),
    )
}

function keyOf({ document, section, key }: RecordRow): [string, string, string] {
  return [document, section, key]
}

function idOf(row: RecordRow): string {
  return JSON.stringify([row.section, row.key])
}

function isSame(before: RecordRow | undefined, after: RecordRow): boolean {
  return before !== undefined && JSON.stringify(before.value) === JSON.stringify(after.value)
}
