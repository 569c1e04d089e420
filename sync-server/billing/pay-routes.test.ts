import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addMinutes } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inTestSpace } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { now, site } from './for-tests.ts'
import { payRoutes } from './pay-routes.ts'
import { openPaying } from './paying/for-tests.ts'

interface Door {
  as(memberId: string | null): void
  /** The status of the answer, and its body. */
  post(path: string, body?: object): Promise<readonly [number, unknown]>
}

function inDoor(
  work: (door: Door, at: Awaited<ReturnType<typeof openPaying>>, pass: () => void) => Promise<void>,
): Promise<void> {
  return inTestSpace(makeSqlite, now, async (space) => {
    const paying = await openPaying(space)
    const app = new Hono()
    let who: string | null = 'mem_hana'
    const principal = () => ({
      ...{ kind: 'member', memberId: who, role: 'member', siteIds: [site] },
      teamId: null,
    })
    payRoutes(paying.ports)(
      app,
      async () => (who === null ? null : ({ principal: principal() } as never)), // only its principal is looked at
    )
    const door: Door = {
      as: (memberId) => {
        who = memberId
      },
      post: async (path, body = {}) => {
        const answer = await app.request(path, { method: 'POST', body: JSON.stringify(body) })
        return [answer.status, await answer.json()]
      },
    }
    await work(door, paying, () => {
      space.now = addMinutes(space.now, 61)
    })
  })
}

test('[PAYING-23] who tries card after card is led to no more pages, told so, and told of once; an hour later they may again', async () => {
  await inDoor(async (door, { ports, log }, pass) => {
    const add = async () => (await door.post('/api/pay/methods'))[0]
    for (let n = 0; n < limits.payPagesPerHourMax; n += 1) expect(await add()).toBe(200)
    for (let n = 0; n < 3; n += 1) {
      expect(await door.post('/api/pay/methods')).toEqual([
        429,
        { error: expect.objectContaining({ code: 'slow-down' }) },
      ])
    }
    // Somebody else is none the worse for it.
    door.as('mem_dev')
    expect(await add()).toBe(200)
    const alarms = await ports.storage.read.selectFrom('payment_alarm').selectAll().execute()
    expect(alarms).toMatchObject([{ kind: 'many-pages', detail: 'mem_hana, 2026-11-24' }])
    expect(log).toHaveLength(3)
    door.as('mem_hana')
    pass()
    expect(await add()).toBe(200)
  })
})

test('[PAYING-23] a bill of somebody else is none, an amount that is sent along is not read, and a stranger is asked to sign in', async () => {
  await inDoor(async (door, paying) => {
    const { bill } = await paying.billOf()
    const path = `/api/pay/bills/${bill.id}`
    door.as('mem_dev')
    expect((await door.post(path))[0]).toBe(404)
    door.as(null)
    expect((await door.post(path))[0]).toBe(401)
    door.as('mem_hana')
    const cheap = { amount: { amountMinor: 1, currency: 'EUR' }, currency: 'JPY', price: 1 }
    const [status, body] = await door.post(path, cheap)
    expect([status, body]).toEqual([200, { kind: 'redirect', url: expect.any(String) }])
    expect(await paying.attempts(bill.id)).toMatchObject([{ amount: bill.total }])
    // Five taps are one page, and count as five.
    const again = await door.post(path, cheap)
    expect(again[1]).toEqual(body)
  })
})
