import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  nameOf,
  type Paper,
  type PaperFacts,
  papersOf,
  type SigningKey,
  sealedText,
} from '../../domain/billing/papers/paper.ts'
import { readPaper, readSigningKey } from '../../domain/billing/papers/paper-sections.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { makeProjections } from '../settlement/projections.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfSite } from '../storage/load-bills.ts'
import { papersByHash, papersOfBills, pdfOf, signingKeysOf } from '../storage/papers.ts'
import { textOfPages } from './for-tests.ts'
import { registerPapers } from './register.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8))
const site = 'sit_harbour-loft'

async function storyOf(space: TestSpace, name = 'Hana Sato') {
  const stories = await billsOfSite(space.storage.read, site, '2026-11-01', 500)
  const found = stories.find(({ bill }) => bill.payerName === name)
  return must(found, 'the sample has billed her')
}

async function send(
  space: TestSpace,
  kind: Parameters<typeof intentOf>[1],
  body: object,
  who = 'mem_mara',
) {
  const intent = intentOf(space.now, kind, body)
  await space.send(who, intent)
  return (await space.outcomeOf(intent)).outcome
}

async function factsOf(space: TestSpace, id: string): Promise<PaperFacts> {
  const facts = papersOf(await storyOf(space)).find((one) => nameOf(one).id === id)
  return must(facts, 'its story has them')
}

function isSealed(facts: PaperFacts, { sha256, seal }: Paper, { publicKey }: SigningKey): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey }
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const text = Buffer.from(sealedText(facts, sha256, seal))
  return verify(null, text, key, Buffer.from(seal.signature, 'base64url'))
}

onEachEngine('papers', (makeDatabase) => {
  test('[PAPERS-05] [P-16] a payment and a credit note get their papers in their wake, once, however often the job runs', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { bill } = await storyOf(space)
      const paid = {
        siteId: site,
        billId: bill.id,
        method: 'bank',
        on: '2026-11-20',
        reference: '',
      }
      await send(space, 'bill.pay', { ...paid, amount: { amountMinor: 5_000, currency: 'EUR' } })
      await send(space, 'bill.credit', {
        ...{ siteId: site, billId: bill.id, reason: 'The heating was off' },
        amount: { amountMinor: 1_000, currency: 'EUR' },
      })
      await space.runJobs()
      const made = await papersOfBills(space.storage.read, [bill.id])
      expect(made.map(({ kind }) => kind).sort()).toEqual(['bill', 'credit-note', 'receipt'])
      await Promise.all([space.makePapers([bill.id]), space.makePapers([bill.id])])
      expect(await papersOfBills(space.storage.read, [bill.id])).toEqual(made)
      const receipt = must(
        made.find(({ kind }) => kind === 'receipt'),
        'a payment has one',
      )
      expect(receipt.number).toBe(`${bill.number}/1`)
      const pdf = must(await pdfOf(space.storage.read, receipt.id), 'it was drawn')
      expect((await textOfPages(pdf))[0]).toContain('€50.00')
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(receipt.sha256)
      expect(pdf.length).toBe(receipt.bytes)
    })
  })

  test('[PAPERS-06] [L-07] the signature holds for these facts, these bytes and this key, and for no others', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { bill } = await storyOf(space)
      await space.makePapers([bill.id])
      const [paper] = await papersOfBills(space.storage.read, [bill.id])
      const [key] = await signingKeysOf(space.storage.read, site)
      if (paper === undefined || key === undefined) throw new Error('it was made and signed')
      const facts = await factsOf(space, bill.id)
      const sent = JSON.parse(JSON.stringify(facts)) as PaperFacts // as a device has it
      expect(isSealed(sent, paper, key)).toBe(true)
      const cheaper = { ...bill, total: { ...bill.total, amountMinor: 1 } }
      expect(isSealed({ kind: 'bill', bill: cheaper }, paper, key)).toBe(false)
      expect(isSealed(facts, { ...paper, sha256: '0'.repeat(64) }, key)).toBe(false)
      const later = { ...paper, seal: { ...paper.seal, signedAt: toInstant(now + 1) } }
      expect(isSealed(facts, later, key)).toBe(false)
    })
  })

  test('[PAPERS-07] a new key signs what comes, what the old one signed stays signed, and the secret of the old one is gone', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { bill } = await storyOf(space)
      await space.makePapers([bill.id])
      const [before] = await papersOfBills(space.storage.read, [bill.id])
      space.now = toInstant(now + 60_000)
      expect((await send(space, 'signing.renew', { siteId: site })).kind).toBe('confirmed')
      const elsewhere = await send(space, 'signing.renew', { siteId: site }, 'mem_hana')
      expect(elsewhere).toMatchObject({ refusal: { reason: 'not-allowed' } })
      const other = await storyOf(space, 'Nordlicht')
      await space.makePapers([other.bill.id])
      const keys = await signingKeysOf(space.storage.read, site)
      expect(keys).toHaveLength(2)
      const [after] = await papersOfBills(space.storage.read, [other.bill.id])
      expect([after?.seal.keyId, before?.seal.keyId]).toEqual(keys.map(({ id }) => id))
      expect(keys[0]?.since).toBe(now + 60_000)
      const secrets = await space.storage.read
        .selectFrom('signing_secret')
        .select('key_id')
        .execute()
      expect(secrets.map(({ key_id }) => key_id)).toEqual([keys[0]?.id])
      const [old] = await papersOfBills(space.storage.read, [bill.id])
      const oldKey = must(keys[1], 'there were two')
      expect(isSealed(await factsOf(space, bill.id), must(old, 'it is kept'), oldKey)).toBe(true)
    })
  })

  test('[PAPERS-01] [D-43] what the company is called later changes no paper, nor can the engine', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { bill } = await storyOf(space)
      await space.makePapers([bill.id])
      const [made] = await papersOfBills(space.storage.read, [bill.id])
      const row = await space.storage.read
        .selectFrom('site')
        .select('body')
        .where('id', '=', site)
        .executeTakeFirstOrThrow()
      const body = row.body.replaceAll('Harbour Loft GmbH', 'Another GmbH')
      await space.storage.transaction((tx) =>
        tx.updateTable('site').set({ body }).where('id', '=', site).execute(),
      )
      await space.makePapers([bill.id])
      const sha256 = must(made, 'it was made').sha256
      const [kept] = await papersByHash(space.storage.read, sha256)
      expect((await textOfPages(must(kept, 'it is kept').pdf))[0]).toContain('Harbour Loft GmbH')
      const forged = space.storage.transaction((tx) =>
        tx.updateTable('paper').set({ number: 'HL-1' }).execute(),
      )
      await expect(forged).rejects.toThrow('never changed')
    })
  })

  test('[PAPERS-09] the document of who pays names the papers and their key; nobody else’s does', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { bill } = await storyOf(space)
      const team = await storyOf(space, 'Nordlicht')
      await space.makePapers([bill.id, team.bill.id])
      const projections = makeProjections(registerPapers().projections)
      const sectionsOf = async (memberId: string) =>
        must(
          await space.storage.transaction((tx) =>
            projections.project(tx, `member/${memberId}`, space.now),
          ),
          'they are a member',
        )
      for (const [who, billId] of [
        ['mem_hana', bill.id],
        ['mem_ola', team.bill.id],
      ] as const) {
        const sections = await sectionsOf(who)
        const papers = Object.values(sections['papers'] ?? {}).map(readPaper)
        expect(papers.map((paper) => paper?.billId)).toContain(billId)
        const keys = Object.values(sections['signing'] ?? {}).map(readSigningKey)
        expect(keys.map((key) => key?.id)).toEqual([papers[0]?.seal.keyId])
      }
      expect((await sectionsOf('mem_dev'))['papers']).toEqual({})
    })
  })
})
