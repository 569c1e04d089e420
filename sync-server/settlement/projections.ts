/** Documents as pure functions of SQL. Several rooms may each give sections of one document; together they are the document. */
import { parseDocumentName } from '../../domain/access/document-name.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Edit, Sections } from '../../domain/values/sections.ts'
import type { Tx } from '../storage/storage.ts'
import { editsOf } from './edits-of.ts'
import type { Projection } from './kind.ts'
import type { Touched, View } from './shown.ts'

export interface Projections {
  /** The whole document, or null when it does not exist. */
  project(reader: Tx, name: string, now: Instant): Promise<Sections | null>
  /** Those of the documents that exist, read together and given in the order of the names. */
  projectAll(
    reader: Tx,
    names: readonly string[],
    now: Instant,
  ): Promise<ReadonlyMap<string, Sections>>
  /** The changes of each touched document, entry by entry; a document that is not there has to be projected whole. */
  editsOf(touched: Touched, view: View): ReadonlyMap<string, readonly Edit[]>
}

export function makeProjections(parts: readonly Projection[]): Projections {
  async function projectAll(reader: Tx, names: readonly string[], now: Instant) {
    const parsed = names.map((name) => ({ name, document: parseDocumentName(name) }))
    const found = new Map<string, Sections>()
    const missing = new Set<string>()
    for (const part of parts) {
      const own = parsed.flatMap(({ name, document }) =>
        document?.kind === part.document ? [{ name, document }] : [],
      )
      if (own.length === 0) continue
      const documents = own.map(({ document }) => document) as unknown as readonly never[] // of this part's kind, as compared
      const projected = await part.project(reader, documents, now)
      for (const [index, { name }] of own.entries()) {
        const sections = projected[index] ?? null
        if (sections === null) missing.add(name)
        else found.set(name, { ...found.get(name), ...sections })
      }
    }
    const whole = names.filter((name) => found.has(name) && !missing.has(name))
    return new Map(whole.map((name) => [name, found.get(name) ?? {}]))
  }

  return {
    projectAll,
    editsOf: (touched, view) => editsOf(parts, touched, view),
    project: async (reader, name, now) => (await projectAll(reader, [name], now)).get(name) ?? null,
  }
}
