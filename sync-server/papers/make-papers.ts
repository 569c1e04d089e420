/**
 * Draws, hashes and signs the papers that bills do not have yet, and writes them. Nothing is drawn twice: what is there is left as it is, and two
 * servers that draw the same at once draw the same bytes, of which the first are kept.
 */
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import {
  nameOf,
  type Paper,
  type PaperFacts,
  papersOf,
  sealedText,
} from '../../domain/billing/papers/paper.ts'
import { limits } from '../../domain/values/limits.ts'
import type { MadePaper } from '../settlement/write-papers.ts'
import { findBills } from '../storage/load-bills.ts'
import { papersOfBills, signingKeysOf } from '../storage/papers.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { drawPaper } from './draw-paper.ts'
import { type SignerPorts, signerOf } from './signer.ts'

export type MakePapers = (billIds: readonly string[]) => Promise<void>

/** Makes what is missing of these bills, a few at a time, so that members book in between. */
export function makeMakePapers(ports: SignerPorts): MakePapers {
  const { storage, settlement } = ports
  return async (billIds) => {
    const wanted = await missingOf(storage, billIds)
    for (let at = 0; at < wanted.length; at += limits.billsPerStepMax) {
      const papers: MadePaper[] = []
      for (const facts of wanted.slice(at, at + limits.billsPerStepMax)) {
        papers.push(await makeOne(ports, facts))
        await turn() // drawing asks for nothing it could wait for
      }
      await settlement.act(async (tx) => [
        { kind: 'papers', papers: await stillSealed(tx, papers) },
      ])
    }
  }
}

/** Without those whose key went while they were drawn, as when the sample starts over: nobody could check them. */
async function stillSealed(tx: Tx, papers: readonly MadePaper[]): Promise<readonly MadePaper[]> {
  const siteIds = [...new Set(papers.map(({ paper }) => paper.siteId))]
  const keys = (await Promise.all(siteIds.map((siteId) => signingKeysOf(tx, siteId)))).flat()
  const known = new Set<string>(keys.map(({ id }) => id))
  return papers.filter(({ paper }) => known.has(paper.seal.keyId))
}

async function missingOf(
  storage: Storage,
  billIds: readonly string[],
): Promise<readonly PaperFacts[]> {
  const made = new Set((await papersOfBills(storage.read, billIds)).map(({ id }) => id))
  const stories = await findBills(storage.read, billIds)
  return stories.flatMap(papersOf).filter((facts) => !made.has(nameOf(facts).id))
}

async function makeOne(ports: SignerPorts, facts: PaperFacts): Promise<MadePaper> {
  const { siteId, id: billId, payer } = facts.bill
  const pdf = await drawPaper(facts)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const signIt = await signerOf(ports, siteId)
  const { text: sealed, seal } = signIt((from) => sealedText(facts, sha256, from))
  const paper: Paper = {
    ...{ kind: facts.kind, ...nameOf(facts), billId, siteId, sha256, bytes: pdf.length },
    seal,
  }
  return { paper, payer, sealed, pdf }
}
