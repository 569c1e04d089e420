import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { coffee } from '../../domain/community/perks/for-tests.ts'
import { proofText } from '../../domain/community/perks/perk.ts'
import { readOwnPerk } from '../../domain/community/perks/perk-sections.ts'
import { must } from '../../domain/values/assert.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { bytesOf, held, now, send, siteId } from '../support/for-tests.ts'

const [hana, anton, mara] = ['mem_hana', 'mem_anton', 'mem_mara']
const perkId = 'prk_test'

async function tierOf({ storage }: TestSpace, who: string): Promise<string> {
  const row = storage.read.selectFrom('member').select('tier_id').where('id', '=', who)
  return must((await row.executeTakeFirstOrThrow()).tier_id, 'they have a membership')
}

const put = (space: TestSpace, more: object = {}, revision = 0) =>
  send(space, mara, 'perk.save', {
    siteId,
    perk: { ...coffee, id: perkId, title: 'Sauna by the river', ...more },
    revision,
  })

const use = (space: TestSpace, who: string) => send(space, who, 'perk.use', { siteId, perkId })

async function own(space: TestSpace, who: string) {
  const told = (await held(space, `member/${who}`))['perks']?.[perkId]
  return told === undefined ? null : readOwnPerk(told)
}

/** Another membership than the first one's, so that what is for the one is not for the other. */
async function apart(space: TestSpace): Promise<string> {
  const other = await space.storage.read
    .selectFrom('tier')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '<>', await tierOf(space, hana))
    .executeTakeFirstOrThrow()
  await space.storage.write
    .updateTable('member')
    .set({ tier_id: other.id })
    .where('id', '=', anton)
    .execute()
  return other.id
}

onEachEngine('perks', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[PERK-01] [C-10] a perk is in the copies of whom it is for, and in no byte of anybody else’s',
    async (space) => {
      await apart(space)
      const tierIds = [await tierOf(space, hana)]
      const others = [`member/${anton}`, `happenings/${siteId}`, `catalogue/${siteId}`]
      for (const document of others) await bytesOf(space, document)
      expect(await put(space, { tierIds })).toMatchObject({ kind: 'confirmed' })
      expect(await own(space, hana)).toMatchObject({ code: 'LOFT-3', used: [] })
      for (const document of others) {
        const bytes = await bytesOf(space, document)
        for (const secret of [perkId, 'LOFT-3', 'Sauna']) expect(bytes).not.toContain(secret)
      }
      expect(await use(space, anton)).toMatchObject({ refusal: { reason: 'unknown-perk' } })
      expect(await put(space, { tierIds: ['tie_none'] }, 1)).toMatchObject({ kind: 'confirmed' })
      expect(await own(space, hana)).toBe(null)
      const stranger = await send(space, hana, 'perk.remove', { siteId, perkId })
      expect(stranger).toMatchObject({ refusal: { reason: 'not-allowed' } })
    },
  )

  within('[PERK-02] the space counts days, and says no after the last', async (space) => {
    await put(space)
    for (const days of [1, 1, 2]) {
      if (days === 2) space.now = toInstant(space.now + DAY_MS)
      expect(await use(space, hana)).toMatchObject({ kind: 'confirmed' })
      expect((await own(space, hana))?.used).toHaveLength(days)
    }
    const all = await held(space, `attendees/${siteId}`)
    expect(all['perks']?.[perkId]).toMatchObject({ uses: 2 })
    space.now = toInstant(space.now + DAY_MS)
    expect(await use(space, hana)).toMatchObject({ refusal: { reason: 'perk-used', max: 2 } })
    await send(space, mara, 'perk.remove', { siteId, perkId })
    expect(await own(space, hana)).toBe(null)
  })

  within('[PERK-05] with another membership other perks are there', async (space) => {
    const dearer = 'tie_dedicated-desk'
    await put(space, { tierIds: [dearer] })
    expect(await own(space, hana)).toBe(null)
    const change = {
      ...{ siteId, membershipId: 'msh_hana', forMemberId: null, reason: '', resolutions: {} },
      ...{ tierId: dearer, when: 'now', quote: { amountMinor: 34_200, currency: 'EUR' } },
    }
    expect(await send(space, hana, 'membership.change', change)).toMatchObject({
      kind: 'confirmed',
    })
    expect(await own(space, hana)).toMatchObject({ code: 'LOFT-3' })
    await put(space, { tierIds: ['tie_hot-desk'] }, 1)
    expect(await own(space, hana)).toBe(null)
  })

  within('[PERK-03] what a member is told of it is signed for them', async (space) => {
    await send(space, mara, 'signing.renew', { siteId })
    await put(space)
    const perk = must(await own(space, hana), 'it is for everybody')
    const proof = must(perk.proof, 'the location has a key')
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: proof.publicKey },
      format: 'jwk',
    })
    const isFor = (memberId: string, tierId: string | null) =>
      verify(
        null,
        Buffer.from(
          proofText({
            ...{ perkId: perk.id, until: null },
            ...{ memberId: memberId as never, tierId: tierId as never }, // as they stand in the tables
          }),
        ),
        key,
        Buffer.from(proof.signature, 'base64url'),
      )
    expect(isFor(hana, await tierOf(space, hana))).toBe(true)
    expect(isFor(anton, await tierOf(space, hana))).toBe(false)
    expect(isFor(hana, null)).toBe(false)
  })
})
