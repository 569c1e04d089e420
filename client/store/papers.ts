/** Papers of bills as the space named them, the keys that signed them, and their bytes on this device. */
import type { Accessor } from 'solid-js'
import type { Paper, SigningKey } from '../../domain/billing/papers/paper.ts'
import { readPaper, readSigningKey } from '../../domain/billing/papers/paper-sections.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import { createOwnRecords } from './records.ts'

export interface Papers {
  readonly papers: readonly Paper[]
  readonly keys: readonly SigningKey[]
}

/** The newest first; undefined until the first read. */
export function createPapers(): Accessor<Papers | undefined> {
  const papers = createOwnRecords('papers', readPaper)
  const keys = createOwnRecords('signing', readSigningKey)
  return () => {
    const [named, signing] = [papers(), keys()]
    if (named === undefined || signing === undefined) return undefined
    const sorted = [...named.all.values()].sort((a, b) => b.seal.signedAt - a.seal.signedAt)
    return { papers: sorted, keys: [...signing.all.values()] }
  }
}

/** Null where it is not here (yet). */
export function createPaperBytes(
  sha256: () => string,
): Accessor<Uint8Array<ArrayBuffer> | null | undefined> {
  return createLiveQuery(async (hash) => (await readPaperBytes(hash)) ?? null, sha256)
}

export async function readPaperBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await database().papers.get(sha256))?.bytes ?? null
}
