import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { billOf, charge } from '../../domain/billing/for-tests.ts'
import type { Paper } from '../../domain/billing/papers/paper.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { packYear } from './year-archive.ts'

const bill = billOf(charge('pass', '2026-06-05', 120))
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

function paperOf(number: string, on: string): Paper {
  return {
    ...{ id: number, kind: 'bill', billId: bill.id, siteId: bill.siteId, number },
    ...{ on: toLocalDate(on), sha256: `hash of ${number}`, bytes: 4 },
    seal: { keyId: 'sig_1', signedAt: toInstant(Date.UTC(2026, 10, 1)), signature: '' },
  }
}

const papers = [paperOf('HL-2026-0001', '2026-07-01'), paperOf('HL-2026-0001/1', '2026-07-05')]
const read = async (hash: string) => new TextEncoder().encode(`%PDF ${hash}`)

test('[P-01] a year is one file with every document of it and a table of them', async () => {
  const others = [paperOf('HL-2025-0009', '2025-12-31')]
  const { bytes, missing } = await packYear('2026', [...papers, ...others], [story()], read)
  const files = unzipSync(bytes)
  expect(Object.keys(files).sort()).toEqual([
    ...['HL-2026-0001-1.pdf', 'HL-2026-0001.pdf', 'documents.csv'],
  ])
  expect(text(files['HL-2026-0001.pdf'])).toBe('%PDF hash of HL-2026-0001')
  expect(text(files['documents.csv'])).toContain('bill,HL-2026-0001,2026-07-01')
  expect(missing).toBe(0)
})

test('[P-01] what is not on the device and cannot be had is counted, and the rest is packed', async () => {
  const none = async (hash: string) => (hash.endsWith('/1') ? null : read(hash))
  const { bytes, missing } = await packYear('2026', papers, [story()], none)
  expect(missing).toBe(1)
  expect(Object.keys(unzipSync(bytes))).toHaveLength(2)
})

function story() {
  return { bill, payments: [], credits: [] }
}
