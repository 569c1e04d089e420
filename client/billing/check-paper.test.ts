import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { billOf, charge } from '../../domain/billing/for-tests.ts'
import {
  nameOf,
  type Paper,
  type PaperFacts,
  type SigningKey,
  sealedText,
} from '../../domain/billing/papers/paper.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { checkPaper } from './check-paper.ts'

const at = (day: number) => toInstant(Date.UTC(2026, 10, day))
const bill = billOf(charge('pass', '2026-06-05', 120))
const facts: PaperFacts = { kind: 'bill', bill }
const bytes = new TextEncoder().encode('%PDF-1.7 of it')
const sha256 = createHash('sha256').update(bytes).digest('hex')

function signed(): { readonly paper: Paper; readonly key: SigningKey } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const seal = { keyId: 'sig_1', signedAt: at(2) }
  const text = Buffer.from(sealedText(facts, sha256, seal))
  const signature = sign(null, text, privateKey).toString('base64url')
  const x = must(publicKey.export({ format: 'jwk' }).x, 'a key has its bytes')
  return {
    paper: {
      ...{ ...nameOf(facts), kind: 'bill', billId: bill.id, siteId: bill.siteId },
      ...{ sha256, bytes: bytes.length, seal: { ...seal, signature } },
    },
    key: { id: 'sig_1', siteId: bill.siteId, publicKey: x, since: at(1) },
  }
}

const { paper, key } = signed()

test('[L-07] what the space signed matches on the device, with its PDF and before that has come', async () => {
  const sent = JSON.parse(JSON.stringify(facts)) as PaperFacts // as it came over the wire
  expect(await checkPaper(sent, paper, [key], bytes)).toBe('matches')
  expect(await checkPaper(sent, paper, [key], null)).toBe('matches')
})

test('[L-07] another amount, other bytes, another key and a key of later do not match', async () => {
  const total = { ...bill.total, amountMinor: 1 }
  const cheaper: PaperFacts = { kind: 'bill', bill: { ...bill, total } }
  expect(await checkPaper(cheaper, paper, [key], bytes)).toBe('differs')
  const changed = new TextEncoder().encode('%PDF-1.7 of another')
  expect(await checkPaper(facts, paper, [key], changed)).toBe('differs')
  const forged = { ...key, publicKey: signed().key.publicKey }
  expect(await checkPaper(facts, paper, [forged], bytes)).toBe('differs')
  expect(await checkPaper(facts, paper, [{ ...key, since: at(3) }], bytes)).toBe('differs')
})

test('[L-07] without the key nothing is claimed', async () => {
  expect(await checkPaper(facts, paper, [], bytes)).toBe('unknown')
})
