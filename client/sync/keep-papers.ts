/**
 * Keeps the PDFs that the member's document names, so that they open without a network: the newest first, up to a limit. Bytes that are not
 * what was signed are not kept. A chunk of its own: nothing that is painted first waits for it.
 */
import type { Paper } from '../../domain/billing/papers/paper.ts'
import { readPaper } from '../../domain/billing/papers/paper-sections.ts'
import { limits } from '../../domain/values/limits.ts'
import { database, type PortalDatabase } from '../store/database.ts'
import { hashBytes } from '../store/hash-bytes.ts'
import { readIdentity } from '../store/identity.ts'

/** The bytes, or null when the space cannot be reached or does not have them. */
export type FetchPaper = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>

const ANSWERED_WITHIN_MS = 30_000

export async function fetchPaper(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS)
    const response = await fetch(`/api/papers/${sha256}`, { signal })
    if (!response.ok) return null
    const bytes = new Uint8Array(await response.arrayBuffer())
    return (await hashBytes(bytes)) === sha256 ? bytes : null
  } catch {
    return null // no network
  }
}

/** Of whoever is signed in. */
export async function keepOwnPapers(): Promise<void> {
  const identity = readIdentity()
  if (identity !== null) await keepPapers(database(), `member/${identity.memberId}`, fetchPaper)
}

export async function keepPapers(
  db: PortalDatabase,
  document: string,
  fetchOne: FetchPaper,
): Promise<void> {
  const rows = await db.records.where('[document+section]').equals([document, 'papers']).toArray()
  const wanted = newest(
    rows.flatMap(({ value }) => readPaper(value) ?? []),
    limits.paperBytesKeptMax,
  )
  const held = new Set(await db.papers.toCollection().primaryKeys())
  for (const sha256 of wanted) {
    if (held.delete(sha256)) continue
    const bytes = await fetchOne(sha256)
    if (bytes !== null) await db.papers.put({ sha256, bytes })
  }
  await db.papers.bulkDelete([...held])
}

/** As many of the newest as there is room for. */
function newest(papers: readonly Paper[], room: number): readonly string[] {
  let left = room
  const sorted = papers.toSorted((a, b) => b.seal.signedAt - a.seal.signedAt)
  return sorted.flatMap(({ sha256, bytes }) => {
    left -= bytes
    return left < 0 ? [] : [sha256]
  })
}
