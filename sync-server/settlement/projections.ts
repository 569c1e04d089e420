/** Documents as pure functions of SQL. Several rooms may each give sections of one document; together they are the document. */
import { parseDocumentName } from '../../domain/access/document-name.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Sections } from '../../domain/values/sections.ts'
import type { Tx } from '../storage/storage.ts'
import type { Projection } from './kind.ts'

export interface Projections {
  /** The whole document, or null when it does not exist. */
  project(reader: Tx, name: string, now: Instant): Promise<Sections | null>
}

export function makeProjections(parts: readonly Projection[]): Projections {
  return {
    project: async (reader, text, now) => {
      const name = parseDocumentName(text)
      if (name === null) return null
      let document: Sections | null = null
      for (const part of parts) {
        if (part.document !== name.kind) continue
        const sections = await part.project(reader, name, now)
        if (sections === null) return null
        document = { ...(document ?? {}), ...sections }
      }
      return document
    },
  }
}
