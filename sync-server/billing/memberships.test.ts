/** Memberships that are changed, settled over real databases: what is owed, what is let go, and what takes effect on its day. */
import { expect, test } from 'vitest'
import { firstEnd } from '../../domain/billing/memberships/propose-change.ts'
import type { Membership } from '../../domain/memberships/membership.ts'
import { membershipsOf } from '../../domain/memberships/memberships-of.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import {
  booked,
  catalogueOf,
  december,
  draftOf,
  now,
  ownNextBill,
  send,
  site,
} from './for-tests.ts'
import { openPaying } from './paying/for-tests.ts'

const euros = (amount: number) => ({ amountMinor: Math.round(amount * 100), currency: 'EUR' })
const hot = 'tie_hot-desk'
const own = 'tie_dedicated-desk'

const about = {
  ...{ siteId: site, membershipId: 'msh_hana', forMemberId: null, reason: '' },
  ...{ quote: euros(0), resolutions: {} },
}

async function hana({ storage }: TestSpace) {
  return must(await loadActor(storage.read, 'mem_hana'), 'she is a member')
}

async function firstOf(space: TestSpace): Promise<Membership> {
  return must((await hana(space)).memberships[0], 'she has changed it')
}

const feesOf = async (space: TestSpace) =>
  (await draftOf(space)).lines
    .filter(({ kind }) => kind === 'membership')
    .map(({ on, amount }) => [on, amount.amountMinor / 100])

/** 24 November, so seven of thirty days are left: 180 more a month are 42. A desk of one's own asks for a deposit of 300 besides. */
const upgrade = { ...about, tierId: own, when: 'now', quote: euros(342) }

onEachEngine('memberships', (makeDatabase) => {
  test('[TERMS-06] [D-44] who changes to a dearer plan has it at once, and owes the days that are left', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      expect(await feesOf(space)).toEqual([['2026-12-01', 149]])
      expect((await send(space, 'membership.change', upgrade, 'mem_hana')).kind).toBe('confirmed')
      expect((await hana(space)).tierId).toBe(own)
      expect(await feesOf(space)).toEqual([
        ['2026-11-24', 42],
        ['2026-12-01', 329],
      ])
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(await draftOf(space))
    })
  })

  test('[TERMS-08] [D-53] it is never made to cost more than was shown', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const cheap = { ...upgrade, quote: euros(341.99) }
      expect(await send(space, 'membership.change', cheap, 'mem_hana')).toMatchObject({
        kind: 'ask-again',
        price: euros(342),
      })
      expect((await hana(space)).tierId).toBe(hot)
    })
  })

  test('[TERMS-15] [D-53] a plan whose price went up while the wish waited on its device is refused with that price', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const asked = { tierId: own, when: 'next', quote: euros(300) }
      const next = { ...about, ...asked, shown: euros(329) }
      const waited = intentOf(space.now, 'membership.change', next)
      const { site: here } = await catalogueOf(space)
      const fees = here.billing.fees.map((one) =>
        one.tierId === own ? { ...one, priceMinor: 34_900 } : one,
      )
      const billing = { ...here.billing, fees }
      const save = { siteId: site, basedOn: fingerprint(here.billing), billing }
      expect((await send(space, 'billing.save', save)).kind).toBe('confirmed')
      await space.send('mem_hana', waited)
      expect((await space.outcomeOf(waited)).outcome).toMatchObject({
        refusal: { reason: 'membership-change', problem: 'dearer', price: euros(349) },
      })
      expect((await hana(space)).memberships).toEqual([])
      const shown = { ...next, shown: euros(349) }
      expect((await send(space, 'membership.change', shown, 'mem_hana')).kind).toBe('confirmed')
    })
  })

  test('[TERMS-09] [P-24] a cheaper plan begins with the next period, on its morning, wherever nobody takes it back', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await openPaying(space) // its deposit is collected by then
      await send(space, 'membership.change', upgrade, 'mem_hana')
      const down = { ...about, tierId: hot, when: 'next' }
      expect(
        (await send(space, 'membership.change', { ...down, when: 'now' }, 'mem_hana')).kind,
      ).toBe('refused')
      expect((await send(space, 'membership.change', down, 'mem_hana')).kind).toBe('confirmed')
      const changeId = must((await firstOf(space)).changes.at(-1), 'it was made').id
      const undo = { ...about, changeId }
      expect((await send(space, 'membership.take-back', undo, 'mem_hana')).kind).toBe('confirmed')
      await runTo(space, december)
      expect((await hana(space)).tierId).toBe(own)
      expect((await send(space, 'membership.change', down, 'mem_hana')).kind).toBe('confirmed')
      await runTo(space, toInstant(Date.UTC(2026, 11, 31, 22, 59)))
      expect((await hana(space)).tierId).toBe(own)
      await runTo(space, toInstant(Date.UTC(2026, 11, 31, 23, 0)))
      expect((await hana(space)).tierId).toBe(hot)
    })
  })

  test('[TERMS-10] [D-47] who ends it is shown when, names what becomes of bookings, and is billed no more', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const catalogue = await catalogueOf(space)
      const [first] = membershipsOf(await hana(space))
      const on = firstEnd(
        must(first, 'she has a plan'),
        catalogue.site.billing,
        toLocalDate('2026-11-24'),
      )
      expect(on).toBe('2027-01-01')
      expect(
        await send(space, 'membership.end', { ...about, on: '2026-12-01' }, 'mem_hana'),
      ).toMatchObject({ refusal: { problem: 'ends-earliest', on } })
      expect((await send(space, 'membership.end', { ...about, on }, 'mem_hana')).kind).toBe(
        'confirmed',
      )
      await runTo(space, toInstant(Date.UTC(2027, 0, 1, 8)))
      expect((await hana(space)).tierId).toBeNull()
      const later = await space.request(
        'mem_hana',
        'res_room-drift',
        toLocalDate('2027-01-05'),
        600,
        660,
      )
      await space.send('mem_hana', later)
      expect((await space.outcomeOf(later)).outcome).toMatchObject({ refusal: { reason: 'tier' } })
    })
  })

  test('[TERMS-10] [P-09] bookings of a pause are dealt with in the same act, and nothing is booked in it', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const bookingId = await booked(space, 600, 720)
      const pause = { ...about, from: '2026-11-25', until: '2026-11-30', quote: euros(-20) }
      const refused = await send(space, 'membership.pause', pause, 'mem_hana')
      if (refused.kind !== 'refused' || refused.refusal.reason !== 'unresolved-bookings') {
        throw new Error(`it was ${JSON.stringify(refused)}`)
      }
      const { bookingIds } = refused.refusal
      expect(bookingIds).toContain(bookingId)
      const resolutions = Object.fromEntries(bookingIds.map((id) => [id, 'cancel']))
      const resolved = { ...pause, resolutions }
      expect((await send(space, 'membership.pause', resolved, 'mem_hana')).kind).toBe('confirmed')
      const wish = await space.request(
        'mem_hana',
        'res_room-drift',
        toLocalDate('2026-11-27'),
        600,
        660,
      )
      await space.send('mem_hana', wish)
      expect((await space.outcomeOf(wish)).outcome).toMatchObject({
        refusal: { reason: 'membership-paused', until: '2026-11-30' },
      })
    })
  })

  test('[TERMS-11] the space changes it for a member and says why; a member cannot for another', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const asked = { ...upgrade, forMemberId: 'mem_hana', reason: 'As agreed on the phone' }
      expect(await send(space, 'membership.change', asked, 'mem_dev')).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect((await send(space, 'membership.change', asked)).kind).toBe('confirmed')
      expect((await firstOf(space)).changes).toMatchObject([
        { madeBy: 'space', reason: 'As agreed on the phone' },
      ])
      const trail = await space.storage.read
        .selectFrom('audit')
        .select(['actor', 'subject'])
        .where('command', '=', 'membership.change')
        .execute()
      expect(trail).toEqual([{ actor: 'mem_mara', subject: 'mem_hana' }])
    })
  })

  test('[TERMS-11] [P-07] beside the first there may be others, each with its fee', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const second = {
        ...{ siteId: site, memberId: 'mem_hana', tierId: own, from: '2026-12-01' },
        reason: 'A desk for her assistant',
      }
      expect((await send(space, 'membership.start', second)).kind).toBe('confirmed')
      expect((await hana(space)).tierId).toBe(hot)
      expect(await feesOf(space)).toEqual([
        ['2026-12-01', 149],
        ['2026-12-01', 329],
      ])
    })
  })
})

async function runTo(space: TestSpace, at: Instant): Promise<void> {
  space.now = at
  await space.runJobs()
}
