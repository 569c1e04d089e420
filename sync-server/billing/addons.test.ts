/** What is had by the month, settled over real databases: what it costs, how many there are, and when it is over. */
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { leaveSite } from '../members/leave-site.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { addonsOfMembers, addonsOfSite } from '../storage/load-addons.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { catalogueOf, december, draftOf, now, ownNextBill, send, site } from './for-tests.ts'

const euros = (amount: number) => ({ amountMinor: Math.round(amount * 100), currency: 'EUR' })
const locker = { siteId: site, extraId: 'ext_locker', quote: euros(15) }
const today = toLocalDate('2026-11-24')

async function ownAddons({ storage }: TestSpace, who = 'mem_hana') {
  return addonsOfMembers(storage.read, [who])
}

async function lockersTaken(space: TestSpace, on = today) {
  const all = await addonsOfSite(space.storage.read, site, on)
  return all.filter(({ extraId }) => extraId === 'ext_locker').length
}

onEachEngine('extras by the month', (makeDatabase) => {
  test('[ADDON-01] [ADDON-04] [ADDON-05] [P-26] [P-05] taken and ended, it is on the next bill as the device works it out, and on the one that is issued', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      expect((await send(space, 'addon.take', locker, 'mem_hana')).kind).toBe('confirmed')
      const draft = await draftOf(space)
      const own = draft.lines.filter(({ kind }) => kind === 'addon')
      expect(own.map(({ on, amount }) => [on, amount.amountMinor])).toEqual([
        [today, 350],
        ['2026-12-01', 1500],
      ])
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      space.now = december
      const { billing: settings } = (await catalogueOf(space)).site
      const issuedOn = toLocalDate('2026-12-01')
      const bills = { kind: 'bills' as const, siteId: site, drafts: [draft], settings, issuedOn }
      await space.settlement.act(async () => [bills])
      const [story] = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-12-01')
      expect(must(story, 'it was issued').bill.total).toEqual(draft.total)
      const [addon] = await ownAddons(space)
      const end = { siteId: site, addonId: must(addon, 'she has it').id }
      expect((await send(space, 'addon.end', end, 'mem_dev')).kind).toBe('refused')
      expect((await send(space, 'addon.end', end, 'mem_hana')).kind).toBe('confirmed')
      expect((await ownAddons(space))[0]?.endsOn).toBe('2027-01-01')
    })
  })

  test('[ADDON-08] of three who want the last two lockers at once, two have one, and the engine refuses the next', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const taken = await lockersTaken(space)
      const { extras: before } = (await catalogueOf(space)).site
      const extras = before.map((one) =>
        one.id === 'ext_locker' ? { ...one, stock: taken + 2 } : one,
      )
      const setting = { siteId: site, basedOn: fingerprint(before), extras }
      expect((await send(space, 'extras.save', setting)).kind).toBe('confirmed')
      const wishes = ['mem_hana', 'mem_dev', 'mem_amina'].map((who) => ({
        ...{ who, wish: intentOf(space.now, 'addon.take', locker) },
      }))
      for (const { who, wish } of wishes) await space.send(who, wish)
      const outcomes: string[] = []
      for (const { wish } of wishes) {
        const { outcome } = await space.outcomeOf(wish)
        outcomes.push(outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind)
      }
      expect(outcomes.sort()).toEqual(['addon-none-left', 'confirmed', 'confirmed'])
      const forged = space.storage.transaction((tx) =>
        tx
          .insertInto('addon')
          .values({
            ...{ id: 'x', site_id: site, extra_id: 'ext_locker', member_id: 'mem_x', body: '{}' },
            ...{ starts_on: today, until_on: null, stock: taken + 2 },
          })
          .execute(),
      )
      await expect(forged).rejects.toThrow('no more are had')
      const [addon] = await ownAddons(space)
      const end = { siteId: site, addonId: must(addon, 'she was first').id }
      expect((await send(space, 'addon.end', end, 'mem_hana')).kind).toBe('confirmed')
      const early = await send(space, 'addon.take', locker, 'mem_amina')
      expect(early).toMatchObject({ refusal: { reason: 'addon-none-left' } })
      space.now = december
      expect((await send(space, 'addon.take', locker, 'mem_amina')).kind).toBe('confirmed')
    })
  })

  test('[ADDON-11] the team ends it at once for its member, with a reason: the days come off the next bill', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await send(space, 'addon.take', locker, 'mem_hana')
      const [addon] = await ownAddons(space)
      const addonId = must(addon, 'she has it').id
      const end = {
        siteId: site,
        memberId: 'mem_hana',
        addonId,
        when: 'now',
        reason: 'Water damage',
      }
      const refused = await send(space, 'addon.end-for', end, 'mem_hana')
      expect(refused).toMatchObject({ refusal: { reason: 'not-allowed' } })
      const elsewhere = { ...end, memberId: 'mem_dev' }
      expect(await send(space, 'addon.end-for', elsewhere)).toMatchObject({
        refusal: { reason: 'unknown-addon' },
      })
      space.now = toInstant(space.now + 2 * 86_400_000)
      const ended = intentOf(space.now, 'addon.end-for', end)
      await space.send('mem_mara', ended)
      await space.send('mem_mara', ended)
      expect((await space.outcomeOf(ended)).outcome.kind).toBe('confirmed')
      expect((await ownAddons(space))[0]).toMatchObject({
        endsOn: '2026-11-26',
        ended: { by: 'space', reason: 'Water damage', when: 'now' },
      })
      const draft = await draftOf(space)
      const own = draft.lines.filter(({ kind }) => kind === 'addon')
      expect(own.map(({ amount }) => amount.amountMinor)).toEqual([350, -250])
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      const { read } = space.storage
      const trail = read.selectFrom('audit').select('subject')
      expect(await trail.where('command', '=', 'addon.end-for').execute()).toHaveLength(1)
    })
  })

  test('[ADDON-06] who ends their membership, or leaves, has it no longer than that', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await send(space, 'addon.take', locker, 'mem_hana')
      const untilOf = async () => {
        const all = await addonsOfSite(space.storage.read, site, today)
        return all.find(({ memberId }) => memberId === 'mem_hana')?.until
      }
      expect(await untilOf()).toBeNull()
      const about = { siteId: site, membershipId: 'msh_hana', forMemberId: null, reason: '' }
      const agreed = { ...about, quote: euros(0), resolutions: {} }
      const bookings = await space.storage.read
        .selectFrom('booking')
        .select('id')
        .where('member_id', '=', 'mem_hana')
        .execute()
      const resolutions = Object.fromEntries(bookings.map(({ id }) => [id, 'cancel']))
      const end = { ...agreed, resolutions, on: '2027-01-01' }
      const ended = intentOf(space.now, 'membership.end', end)
      await space.send('mem_hana', ended)
      expect((await space.outcomeOf(ended)).outcome.kind).toBe('confirmed')
      expect(await untilOf()).toBe('2027-01-01')
      const back = { ...agreed, changeId: ended.id }
      expect((await send(space, 'membership.take-back', back, 'mem_hana')).kind).toBe('confirmed')
      expect(await untilOf()).toBeNull()
      const member = toId('member', 'mem_hana')
      await space.storage.transaction((tx) => leaveSite(tx, member, toId('site', site), space.now))
      expect(await untilOf()).toBeUndefined()
    })
  })
})
