// @vitest-environment happy-dom
import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import type { Paper } from '../../domain/billing/papers/paper.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import type { PortalDatabase } from '../store/database.ts'
import { makeDevice, toJson } from './for-tests.ts'
import { fetchPaper, keepPapers } from './keep-papers.ts'
import { Space } from './space/for-tests.ts'

const file = (text: string) => new TextEncoder().encode(text)
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function paperOf(text: string, day: number, bytes = text.length): Paper {
  return {
    ...{ id: `bil_${text}`, kind: 'bill', billId: toId('bill', `bil_${text}`), number: text },
    ...{ siteId: toId('site', 'sit_loft'), on: toLocalDate('2026-11-01') },
    ...{ sha256: hashOf(text), bytes },
    seal: { keyId: 'sig_1', signedAt: toInstant(Date.UTC(2026, 10, 1 + day)), signature: '' },
  }
}

async function named(db: PortalDatabase, document: string, papers: readonly Paper[]) {
  await db.records.clear()
  await db.records.bulkPut(
    papers.map((paper) => ({ document, section: 'papers', key: paper.id, value: toJson(paper) })),
  )
}

const kept = async (db: PortalDatabase) => (await db.papers.toCollection().primaryKeys()).sort()

afterEach(() => vi.unstubAllGlobals())

test('[P-01] PDFs that the document names are fetched once, and what it names no more goes', async () => {
  const { db, member } = makeDevice(new Space())
  const asked: string[] = []
  const fetchOne = async (sha256: string) => {
    asked.push(sha256)
    return file('one')
  }
  await named(db, member, [paperOf('one', 1), paperOf('two', 2)])
  await keepPapers(db, member, fetchOne)
  await keepPapers(db, member, fetchOne)
  expect(asked).toEqual([hashOf('two'), hashOf('one')])
  await named(db, member, [paperOf('two', 2)])
  await keepPapers(db, member, fetchOne)
  expect(await kept(db)).toEqual([hashOf('two')])
})

test('[P-01] what cannot be fetched now is asked for again', async () => {
  const { db, member } = makeDevice(new Space())
  await named(db, member, [paperOf('one', 1)])
  await keepPapers(db, member, async () => null)
  expect(await kept(db)).toEqual([])
  await keepPapers(db, member, async () => file('one'))
  expect(await kept(db)).toEqual([hashOf('one')])
})

test('[P-01] beyond the room that there is the newest are kept', async () => {
  const { db, member } = makeDevice(new Space())
  const half = limits.paperBytesKeptMax / 2
  const papers = ['one', 'two', 'three'].map((text, day) => paperOf(text, day, half))
  await named(db, member, papers)
  await keepPapers(db, member, async () => file('any'))
  expect(await kept(db)).toEqual([hashOf('two'), hashOf('three')].sort())
})

test('[L-07] bytes that are not what was signed are not kept', async () => {
  vi.stubGlobal('fetch', async () => new Response('one, changed on the way'))
  expect(await fetchPaper(hashOf('one'))).toBeNull()
  vi.stubGlobal('fetch', async () => new Response('one'))
  expect(await fetchPaper(hashOf('one'))).toEqual(file('one'))
})
