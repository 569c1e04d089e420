import { expect, test } from 'vitest'
import { noTeamLimits } from '../../domain/memberships/team-limits.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { bytesOf, held, now, send } from '../support/for-tests.ts'

const [hana, mara, ola, daniel, elena] = [
  'mem_hana',
  'mem_mara',
  'mem_ola',
  'mem_daniel',
  'mem_elena',
]
const teamId = 'tea_north'
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

const own = (space: TestSpace, who: string) => held(space, `member/${who}`)
const people = async (space: TestSpace, who: string) =>
  Object.keys((await own(space, who))['team-people'] ?? {})

async function book(space: TestSpace, who: string, from: number, more: object = {}) {
  const wish = await space.request(who, 'res_room-anchor', quietDay, from, from + 60, more)
  await space.send(who, wish)
  return (await space.outcomeOf(wish)).outcome
}

onEachEngine('teams', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[TEAM-02] [A-07] whom nobody knew is in the team, a member is asked, and neither answer tells which',
    async (space) => {
      const invite = (email: string) =>
        send(space, ola, 'team.invite', { teamId, email, name: 'Kim Berg' })
      const stranger = await invite('Kim@Nord.example')
      const member = await invite('hana@harbourloft.example')
      expect(member).toEqual(stranger)
      expect(await people(space, daniel)).toHaveLength(6)
      const told = (await own(space, hana))['team-invitations']?.[teamId]
      expect(told).toMatchObject({ teamName: 'Nordlicht', invitedBy: 'Ola Lindqvist' })
      expect(await people(space, hana)).toEqual([])
      expect((await send(space, hana, 'team.answer', { teamId, accepts: true })).kind).toBe(
        'confirmed',
      )
      expect(await people(space, hana)).toContain(hana)
      expect((await own(space, hana))['team-invitations']).toBeUndefined()
      const kim = await space.storage.read
        .selectFrom('member')
        .select(['team_id', 'tier_id', 'role'])
        .where('email', '=', 'kim@nord.example')
        .executeTakeFirstOrThrow()
      expect(kim).toEqual({ team_id: teamId, tier_id: 'tie_office-team', role: 'member' })
    },
  )

  within(
    '[TEAM-01] nobody else invites, and no team is told apart from one of others',
    async (space) => {
      for (const who of [hana, daniel]) {
        const body = { teamId, email: 'kim@nord.example', name: 'Kim' }
        const no = await send(space, who, 'team.invite', body)
        expect(no).toMatchObject({ refusal: { reason: 'not-allowed' } })
        expect(await send(space, who, 'team.invite', { ...body, teamId: 'tea_none' })).toEqual(no)
      }
    },
  )

  within(
    '[TEAM-04] whoever is removed keeps or loses each booking as it is said, and waits for the answer to all of them',
    async (space) => {
      await book(space, daniel, 600)
      await book(space, daniel, 720)
      const remove = (bookings: object) =>
        send(space, ola, 'team.remove', { teamId, memberId: daniel, bookings })
      const asked = await remove({})
      expect(asked).toMatchObject({ refusal: { reason: 'unresolved-bookings' } })
      if (asked.kind !== 'refused' || asked.refusal.reason !== 'unresolved-bookings') throw asked
      const [kept = '', ...others] = asked.refusal.bookingIds
      const rest = Object.fromEntries(others.map((id) => [id, 'cancel']))
      expect((await remove({ [kept]: 'keep', ...rest })).kind).toBe('confirmed')
      expect(await people(space, ola)).not.toContain(daniel)
      const mine = (await own(space, daniel))['bookings'] ?? {}
      expect(mine[kept]).toMatchObject({ state: 'confirmed' })
      for (const id of others) expect(mine[id]).toMatchObject({ state: 'cancelled' })
      expect((await own(space, daniel))['team-people']).toBeUndefined()
    },
  )

  within('[TEAM-06] [P-12] what a team lets somebody use holds for them alone', async (space) => {
    const limit = (limits: object) =>
      send(space, ola, 'team.limit', { teamId, memberId: daniel, limits })
    const quotas = [{ id: 'rooms', kinds: ['meeting-room'], per: 'week', unit: 'minutes', max: 60 }]
    await limit({ quotas, money: null })
    expect((await book(space, daniel, 600)).kind).toBe('confirmed')
    expect(await book(space, daniel, 720)).toMatchObject({
      refusal: { reason: 'quota', quota: { isTeams: true } },
    })
    expect((await book(space, elena, 720)).kind).toBe('confirmed')
    await limit({ ...noTeamLimits, money: { per: 'month', max: money(100, 'EUR') } })
    const dear = await book(space, daniel, 840)
    expect(dear).toMatchObject({ refusal: { reason: 'team-money', per: 'month' } })
    const forDaniel = { forMemberId: daniel }
    const wish = await space.request(ola, 'res_room-anchor', quietDay, 840, 900, forDaniel)
    await space.send(ola, wish)
    expect((await space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
  })

  within(
    '[TEAM-07] what a manager decides is in no byte of a teammate, and the team in none of anybody else',
    async (space) => {
      const documents = [`member/${daniel}`, `member/${hana}`, 'catalogue/sit_harbour-loft']
      for (const document of documents) await bytesOf(space, document)
      const money99 = { per: 'month', max: money(98_765, 'EUR') }
      const limits = { quotas: [], money: money99 }
      await send(space, ola, 'team.limit', { teamId, memberId: elena, limits })
      await send(space, ola, 'team.invite', { teamId, email: 'kim@nord.example', name: 'Kim Zz' })
      expect(JSON.stringify(await own(space, ola))).toContain('98765')
      expect(await bytesOf(space, `member/${daniel}`)).not.toContain('98765')
      expect(JSON.stringify(await own(space, daniel))).toContain('Kim Zz')
      for (const document of documents.slice(1)) {
        expect(await bytesOf(space, document)).not.toMatch(/98765|Kim Zz|Nordlicht/)
      }
    },
  )

  within('[TEAM-05] the location sets a team up, with who reads its bills', async (space) => {
    const team = { id: 'tea_south', name: 'Südwind', managerId: hana, tierId: null, seats: 4 }
    const body = { siteId: 'sit_harbour-loft', team }
    expect(await send(space, ola, 'team.save', body)).toMatchObject({
      refusal: { reason: 'not-allowed' },
    })
    expect((await send(space, mara, 'team.save', body)).kind).toBe('confirmed')
    expect((await own(space, hana))['team-about']?.['team']).toMatchObject({ seats: 4 })
    expect((await own(space, hana))['me']?.['member']).toMatchObject({ role: 'team-manager' })
  })
})
