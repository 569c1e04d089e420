/** Promo codes on the form by which somebody joins, over real databases. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { PromoCode, PromoGift } from '../../domain/sites/promo.ts'
import { toId } from '../../domain/values/ids.ts'
import { addMinutes, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { writePromo } from '../settlement/write-promos.ts'
import { makeSqlite, onEachEngine } from '../storage/for-tests.ts'
import { redemptionsOf } from '../storage/load-promos.ts'
import { joinLinkRoutes } from './join-link-routes.ts'
import { joinRoutes } from './join-routes.ts'

const siteId = toId('site', 'sit_harbour-loft')
const tierId = toId('tier', 'tie_hot-desk')
const now = toInstant(Date.UTC(2026, 10, 24, 9))
const half: PromoGift = { kind: 'percent', basisPoints: 5000, off: ['membership'], bills: 1 }
const time: PromoGift = { kind: 'time', minutes: 60, kinds: ['meeting-room'], validDays: null }
const wrong = { status: 409, body: { error: { code: 'no-promo' } } }

function scene(space: TestSpace) {
  const app = new Hono()
  let ulids = 0
  const makeUlid = () => `${++ulids}`.padStart(26, '0')
  const address = { of: '10.0.0.1' }
  const { storage, settlement } = space
  const ports = { storage, settlement, makeUlid, now: () => space.now, addressOf: () => address.of }
  const principal = { kind: 'member', memberId: 'mem_mara', role: 'manager', siteIds: [siteId] }
  const signedIn = async () => ({ principal }) as never // only its principal is looked at
  joinRoutes(ports)(app, signedIn)
  joinLinkRoutes(ports)(app, signedIn)
  async function post(path: string, body: object) {
    const headers = { 'content-type': 'application/json', 'x-app': '1' }
    const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> } // ours
  }
  async function offered(path: string) {
    const { offer } = (await (await app.request(path)).json()) as {
      offer: { houseRules: { version: number } | null; tiers: { id: string; firstBill: Bill }[] }
    } // ours
    return offer
  }
  return {
    ...{ address, post, offered },
    make: (more: Partial<PromoCode> = {}) =>
      storage.transaction((tx) => writePromo(tx, { kind: 'promo', promo: { ...promo, ...more } })),
    link: async (needsApproval: boolean) => {
      const wish = { tierIds: [tierId, 'tie_dedicated-desk'], needsApproval }
      const { body } = await post(`/api/join-link/${siteId}`, wish)
      return `/api/join/${body['token']}`
    },
    join: async (path: string, who: string, code: string, more: object = {}) => {
      const acceptedVersion = (await offered(path)).houseRules?.version ?? null
      const person = { name: who, email: `${who}@ships.example`, tierId, acceptedVersion }
      return post(path, { ...person, code, ...more })
    },
    waiting: async () => {
      const answer = await app.request(`/api/join-link/${siteId}`)
      const { requests } = (await answer.json()) as {
        requests: { id: string; name: string; code: string | null }[]
      } // ours
      return requests
    },
    /** Names of what somebody has redeemed. */
    redeemed: async (who: string) => {
      const row = storage.read.selectFrom('member').select('id')
      const found = await row.where('email', '=', `${who}@ships.example`).executeTakeFirst()
      const all = found === undefined ? [] : await redemptionsOf(storage.read, [found.id])
      return all.map(({ name, on }) => `${name} ${on}`)
    },
  }
}

type Bill = { total: { amountMinor: number } } | null

const promo: PromoCode = {
  ...{ id: toId('intent', 'bki_code'), siteId, code: 'WELCOME', name: 'Welcome', gift: half },
  ...{ tierIds: [tierId], teamIds: [], domains: [], isFirstTime: true, from: null, until: null },
  ...{ usesMax: null, isPaused: false },
}

onEachEngine('codes at joining', (makeDatabase) => {
  test('[PROMO-06] [P-06] [A-11] what it gives is said with the first bill, and who joins has it; the last use is one person’s', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { make, link, join, post, offered, redeemed } = scene(space)
      await make({ usesMax: 1 })
      const path = await link(false)
      const tiers = (await offered(path)).tiers
      const plain = tiers.find(({ id }) => id === tierId)?.firstBill?.total.amountMinor ?? 0
      const told = await post(`${path}/code`, { code: ' wel come ', email: '' })
      expect(told).toMatchObject({ status: 200, body: { name: 'Welcome', gift: half } })
      const bills = told.body['firstBills'] as Record<string, Bill> // ours
      expect(Object.keys(bills)).toEqual([tierId])
      const off = plain - (bills[tierId]?.total.amountMinor ?? 0)
      expect(off).toBeGreaterThan(0)
      expect(off).toBeLessThanOrEqual(Math.ceil(plain / 2))
      const elsewhere = { tierId: 'tie_dedicated-desk' }
      expect(await join(path, 'grace', 'welcome', elsewhere)).toMatchObject(wrong)
      expect(await join(path, 'grace', 'welcome')).toMatchObject({ body: { state: 'joined' } })
      expect(await redeemed('grace')).toEqual(['Welcome 2026-11-24'])
      expect(await join(path, 'linus', 'welcome')).toMatchObject(wrong)
      expect(await redeemed('linus')).toEqual([])
      expect(await join(path, 'linus', '')).toMatchObject({ body: { state: 'joined' } })
    })
  })

  test('[PROMO-06] while the team decides one use is kept, what was shown holds, and a no gives it back', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { make, link, join, post, waiting, redeemed } = scene(space)
      await make({ usesMax: 1, gift: time })
      const path = await link(true)
      const answer = (id: string | undefined, said: 'yes' | 'no') =>
        post(`/api/join-link/${siteId}/${id}`, { answer: said })
      expect(await join(path, 'grace', 'welcome')).toMatchObject({ body: { state: 'asked' } })
      expect(await waiting()).toMatchObject([{ name: 'grace', code: 'WELCOME' }])
      expect(await join(path, 'linus', 'welcome')).toMatchObject(wrong)
      await answer((await waiting())[0]?.id, 'no')
      expect(await join(path, 'linus', 'welcome')).toMatchObject({ body: { state: 'asked' } })
      // Whatever becomes of it meanwhile.
      await make({ usesMax: 1, gift: half, isPaused: true })
      space.now = addMinutes(space.now, 3 * 24 * 60)
      const said = await answer((await waiting())[0]?.id, 'yes')
      expect(said.body).toEqual({ answered: true, without: null })
      expect(await redeemed('linus')).toEqual(['Welcome 2026-11-27'])
      const lots = space.storage.read
        .selectFrom('lot')
        .select('body')
        .where('body', 'like', '%Welcome%')
      expect(await lots.execute()).toHaveLength(1)
    })
  })
})

test('[PROMO-06] whoever is told that it was used up by then joins without it', async () => {
  await inTestSpace(makeSqlite, now, async (space) => {
    const { make, link, join, post, waiting, redeemed } = scene(space)
    await make({ usesMax: 2 })
    const path = await link(true)
    await join(path, 'grace', 'welcome')
    const direct = await link(false)
    expect(await join(direct, 'linus', 'welcome')).toMatchObject({ body: { state: 'joined' } })
    await make({ usesMax: 1 })
    const [request] = await waiting()
    const { body } = await post(`/api/join-link/${siteId}/${request?.id}`, { answer: 'yes' })
    expect(body).toEqual({ answered: true, without: 'WELCOME' })
    expect(await redeemed('grace')).toEqual([])
  })
})

test('[PROMO-06] guesses are limited by address and by location, right ones do not count, and nobody learns who is a member', async () => {
  await inTestSpace(makeSqlite, now, async (space) => {
    const { address, make, link, join, post } = scene(space)
    await make()
    const path = await link(false)
    const look = (code: string) => post(`${path}/code`, { code, email: '' })
    for (let n = 0; n < 2 * limits.promoTriesPerHour; n += 1) {
      expect((await look('welcome')).status).toBe(200)
    }
    for (let n = 0; n < limits.promoTriesPerHour; n += 1) {
      expect(await look(`guess-${n}`)).toMatchObject(wrong)
    }
    expect(await look('welcome')).toMatchObject(wrong)
    address.of = '10.0.0.2'
    expect((await look('welcome')).status).toBe(200)
    const known = { email: 'hana@harbourloft.example' }
    expect(await join(path, 'hana', 'guess', known)).toMatchObject(wrong)
    expect(await join(path, 'hana', 'welcome', known)).toMatchObject({ body: { state: 'joined' } })
    for (let n = 0; n < limits.joinCodeTriesPerHour; n += 1) {
      address.of = `10.0.1.${n}`
      await look(`guess-${n}`)
    }
    address.of = '10.0.0.3'
    expect(await look('welcome')).toMatchObject(wrong)
    space.now = addMinutes(space.now, 61)
    expect((await look('welcome')).status).toBe(200)
  })
})
