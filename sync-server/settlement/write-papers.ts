/**
 * Papers as rows, and the keys that sign them. A paper is written once: whoever comes second with the same one changes nothing. Facts that make
 * papers ask for them by a job of their own transaction, so that none is forgotten whatever crashes in between.
 */
import { generateKeyPairSync } from 'node:crypto'
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Paper } from '../../domain/billing/papers/paper.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue } from '../jobs/job.ts'
import { inParts } from '../storage/in-parts.ts'
import { membersWithPasses } from '../storage/load-happenings.ts'
import { membersWithPerks, perksOfSites } from '../storage/load-perks.ts'
import type { Tx } from '../storage/storage.ts'
import { readersOf } from './readers-of.ts'

export interface PapersFact {
  readonly kind: 'papers'
  readonly papers: readonly MadePaper[]
}

export interface MadePaper {
  readonly paper: Paper
  readonly payer: Holder
  /** What was signed. */
  readonly sealed: string
  readonly pdf: Buffer
}

/** A location signs with a new key from now on; the secret of the one before is gone for good. */
export interface SigningKeyFact {
  readonly kind: 'signing-key'
  readonly siteId: string
  readonly madeBy: string
}

export async function writePapers(
  tx: Tx,
  { papers }: PapersFact,
): Promise<readonly DocumentName[]> {
  for (const part of inParts(papers.map(rowOf))) {
    await tx
      .insertInto('paper')
      .values([...part])
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
  return readersOf(
    tx,
    papers.map(({ payer }) => payer),
  )
}

function rowOf({ paper, sealed, pdf }: MadePaper) {
  const { id, kind, billId, siteId, number, on, sha256, bytes, seal } = paper
  return {
    ...{ id, kind, bill_id: billId, site_id: siteId, number, on_date: on, sha256, bytes, sealed },
    ...{ key_id: seal.keyId, signed_at: seal.signedAt, signature: seal.signature, pdf },
  }
}

export async function writeSigningKey(
  tx: Tx,
  { siteId, madeBy }: SigningKeyFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  if (x === undefined) throw new Error('Broken invariant: an Ed25519 key has its bytes')
  const old = tx.selectFrom('signing_key').select('id').where('site_id', '=', siteId)
  await tx.deleteFrom('signing_secret').where('key_id', 'in', old).execute()
  // Named by its first bytes: two keys of one name would have to be the same key.
  const id = `sig_${x.slice(0, 16)}`
  await tx
    .insertInto('signing_key')
    .values({ id, site_id: siteId, public_key: x, since: now, made_by: madeBy })
    .execute()
  const secret = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  await tx.insertInto('signing_secret').values({ key_id: id, secret }).execute()
  // Passes for doors are good with the newest key alone, so that one that got out opens none.
  const carrying = new Set([
    ...(await membersWithPasses(tx, { column: 'event.site_id', id: siteId }, now)),
    ...(await membersWithPerks(tx, siteId, await perksOfSites(tx, [siteId]))),
  ])
  return [
    { kind: 'attendees', siteId: toId('site', siteId) },
    ...[...carrying].map((memberId) => ({ kind: 'member' as const, memberId })),
  ]
}

/** `cause` is what made them: another one of the same bill is another job. */
export async function askForPapers(
  tx: Tx,
  cause: string,
  billIds: readonly string[],
  now: Instant,
): Promise<void> {
  const job = { key: `papers.make:${cause}`, kind: 'papers.make', runAt: now, body: { billIds } }
  if (billIds.length > 0) await enqueue(tx, [job])
}
