/**
 * For tests: documents that prove themselves. Whatever was changed by its difference is compared with its whole projection within the same
 * transaction, so that every test that settles anything also says whether the entries of a fact are what its projection shows.
 */
import { isDeepStrictEqual } from 'node:util'
import { must } from '../../domain/values/assert.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import type { Sections } from '../../domain/values/sections.ts'
import { readHead, readRows } from '../storage/document-log.ts'
import type { Tx } from '../storage/storage.ts'
import { sectionsOfRows } from '../sync/sections-of-rows.ts'
import type { ServerDocuments } from '../sync/server-documents.ts'
import type { Projections } from './projections.ts'

export function provenDocuments(real: ServerDocuments, projections: Projections): ServerDocuments {
  return {
    ...real,
    amend: async (tx, edits, at, basis) => {
      const amended = await real.amend(tx, edits, at, basis)
      const rest = new Set(amended.rest)
      const names = [...edits.keys()].filter((name) => !rest.has(name))
      for (const name of names) await prove(tx, projections, name, toInstant(at))
      return amended
    },
  }
}

async function prove(tx: Tx, projections: Projections, name: string, at: Instant): Promise<void> {
  const wanted = withoutEmpty((await projections.project(tx, name, at)) ?? {})
  const head = must(await readHead(tx, name), 'what was changed is there')
  const rows = await readRows(tx, head, 0)
  const held = sectionsOfRows(rows.map(({ bytes }) => bytes))
  if (isDeepStrictEqual(withoutEmpty(held), wanted)) return
  throw new Error(
    `${name} by differences\n${JSON.stringify(held)}\nis not its projection\n${JSON.stringify(wanted)}`,
  )
}

/** An empty section is not written. What JSON cannot say, a copy does not have. */
function withoutEmpty(sections: Sections): unknown {
  const whole = Object.entries(sections).filter(([, section]) => Object.keys(section).length > 0)
  return JSON.parse(JSON.stringify(Object.fromEntries(whole)))
}
