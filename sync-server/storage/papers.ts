/** Reads of papers and of the keys they are signed with. Their bytes are read alone, because lists need none. */
import type { Paper, PaperKind, SigningKey } from '../../domain/billing/papers/paper.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import type { Database } from './database.ts'
import { inParts } from './in-parts.ts'
import type { Reader } from './storage.ts'

type Row = Omit<Database['paper'], 'pdf' | 'sealed'>

const columns = [
  ...(['id', 'site_id', 'kind', 'bill_id', 'number', 'on_date', 'sha256', 'bytes'] as const),
  ...(['key_id', 'signed_at', 'signature'] as const),
] as const

function toPaper(row: Row): Paper {
  return {
    ...{ id: row.id, kind: row.kind as PaperKind, billId: toId('bill', row.bill_id) }, // only papers are written here
    ...{ siteId: toId('site', row.site_id), number: row.number, on: toLocalDate(row.on_date) },
    ...{ sha256: row.sha256, bytes: row.bytes },
    seal: {
      ...{ keyId: row.key_id, signedAt: toInstant(Number(row.signed_at)) },
      signature: row.signature,
    },
  }
}

export async function papersOfBills(
  reader: Reader,
  billIds: readonly string[],
): Promise<readonly Paper[]> {
  const papers: Paper[] = []
  for (const part of inParts(billIds)) {
    const rows = await reader
      .selectFrom('paper')
      .select(columns)
      .where('bill_id', 'in', part)
      .orderBy('id')
      .execute()
    papers.push(...rows.map(toPaper))
  }
  return papers
}

/** Of payers, those of bills issued on a day or later. */
export async function papersOfPayers(
  reader: Reader,
  payerIds: readonly string[],
  issuedSince: string,
): Promise<readonly (readonly [payerId: string, paper: Paper])[]> {
  const found: (readonly [string, Paper])[] = []
  for (const part of inParts(payerIds)) {
    const rows = await reader
      .selectFrom('paper')
      .innerJoin('bill', 'bill.id', 'paper.bill_id')
      .select(columns.map((column) => `paper.${column}` as const))
      .select('bill.payer_id')
      .where('bill.payer_id', 'in', part)
      .where('bill.issued_on', '>=', issuedSince)
      .orderBy('paper.id')
      .execute()
    found.push(...rows.map(({ payer_id, ...row }) => [payer_id, toPaper(row)] as const))
  }
  return found
}

export interface KeptPaper {
  readonly paper: Paper
  readonly payerId: string
  readonly pdf: Buffer
}

/** Papers of these bytes with who pays for what they say. */
export async function papersByHash(reader: Reader, sha256: string): Promise<readonly KeptPaper[]> {
  const rows = await reader
    .selectFrom('paper')
    .innerJoin('bill', 'bill.id', 'paper.bill_id')
    .select(columns.map((column) => `paper.${column}` as const))
    .select(['paper.pdf', 'bill.payer_id'])
    .where('paper.sha256', '=', sha256)
    .execute()
  return rows.map(({ pdf, payer_id, ...row }) => ({ paper: toPaper(row), payerId: payer_id, pdf }))
}

export async function pdfOf(reader: Reader, paperId: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('paper')
    .select('pdf')
    .where('id', '=', paperId)
    .executeTakeFirst()
  return row?.pdf ?? null
}

/** All keys a location ever had, the newest first. */
export async function signingKeysOf(
  reader: Reader,
  siteId: string,
): Promise<readonly SigningKey[]> {
  const rows = await keys(reader).where('site_id', '=', siteId).orderBy('n', 'desc').execute()
  return rows.map(toKey)
}

export async function signingKeysByIds(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly SigningKey[]> {
  const found: SigningKey[] = []
  for (const part of inParts(ids)) {
    found.push(...(await keys(reader).where('id', 'in', part).orderBy('n').execute()).map(toKey))
  }
  return found
}

function keys(reader: Reader) {
  return reader.selectFrom('signing_key').select(['id', 'site_id', 'public_key', 'since'])
}

function toKey(row: Pick<Database['signing_key'], 'id' | 'site_id' | 'public_key' | 'since'>) {
  return {
    ...{ id: row.id, siteId: toId('site', row.site_id), publicKey: row.public_key },
    since: toInstant(Number(row.since)),
  }
}

export async function signingSecretOf(reader: Reader, keyId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('signing_secret')
    .select('secret')
    .where('key_id', '=', keyId)
    .executeTakeFirst()
  return row?.secret ?? null
}
