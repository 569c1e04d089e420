/** What Today shows first follows what is settled, on every device that follows its member's document. */
import { expect, test } from 'vitest'
import { homeView } from '../../domain/bookings/home/home-view.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { readHead, readRows } from '../storage/document-log.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { sectionsOfRows } from '../sync/sections-of-rows.ts'
import { catalogueOf, now, send, site } from './for-tests.ts'

const record = 'member/mem_hana'

/** From what her devices were sent, which nobody asks for anew. */
async function todayOf(space: TestSpace) {
  const { read } = space.storage
  const head = must(await readHead(read, record), 'it was projected')
  const rows = await readRows(read, head, 0)
  const sections = sectionsOfRows(rows.map(({ bytes }) => bytes))
  const member = must(readMember(sections).member, 'she is a member')
  const catalogue = await catalogueOf(space)
  const { held, hasOpenSeating } = homeView(catalogue, member)
  return { held: held.map(({ name }) => name), hasOpenSeating, tierId: member.tierId }
}

const about = {
  ...{ siteId: site, membershipId: 'msh_hana', forMemberId: null, reason: '', resolutions: {} },
  quote: { amountMinor: 34_200, currency: 'EUR' },
}

test('[HOME-05] [A-06] another plan, and a desk of one’s own, is another Today from its settlement on', async () => {
  await inTestSpace(makeSqlite, now, async (space) => {
    await space.settlement.ensureDocument(record)
    const hotDesk = { held: [], hasOpenSeating: true, tierId: 'tie_hot-desk' }
    expect(await todayOf(space)).toEqual(hotDesk)

    const up = { ...about, tierId: 'tie_dedicated-desk', when: 'now' }
    expect((await send(space, 'membership.change', up, 'mem_hana')).kind).toBe('confirmed')
    expect(await todayOf(space)).toEqual({ ...hotDesk, tierId: up.tierId })

    const { resources } = await catalogueOf(space)
    const desk = must(
      resources.find(({ id }) => id === 'res_desk-40'),
      'the sample has it',
    )
    const given = {
      ...{ siteId: site, resource: desk, resolutions: {}, basedOn: fingerprint(desk) },
      holder: { kind: 'member', memberId: 'mem_hana' },
    }
    expect((await send(space, 'resource.save', given, 'mem_mara')).kind).toBe('confirmed')
    expect(await todayOf(space)).toEqual({
      ...{ held: ['Desk 40'], hasOpenSeating: false, tierId: up.tierId },
    })
  })
})

test('[HOME-05] [A-06] a plan that ends is shown until its last day, and not a moment longer', async () => {
  await inTestSpace(makeSqlite, now, async (space) => {
    await space.settlement.ensureDocument(record)
    const end = { ...about, on: '2027-01-01', quote: { amountMinor: 0, currency: 'EUR' } }
    expect((await send(space, 'membership.end', end, 'mem_hana')).kind).toBe('confirmed')
    space.now = toInstant(Date.UTC(2026, 11, 31, 22, 59))
    await space.runJobs()
    expect((await todayOf(space)).hasOpenSeating).toBe(true)
    space.now = toInstant(Date.UTC(2026, 11, 31, 23, 0))
    await space.runJobs()
    expect((await todayOf(space)).hasOpenSeating).toBe(false)
  })
})
