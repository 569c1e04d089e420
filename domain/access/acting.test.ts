import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { type Acting, actingFor } from './acting.ts'
import { memberRoles } from './role.ts'

const here = toId('site', 'sit_here')
const elsewhere = toId('site', 'sit_elsewhere')
const north = toId('team', 'tea_north')
const south = toId('team', 'tea_south')

function person(more: Partial<Acting>): Acting {
  return {
    id: toId('member', 'mem_a'),
    role: 'member',
    teamId: null,
    siteIds: [here],
    ...more,
  }
}

const other = person({ id: toId('member', 'mem_b'), teamId: north })

test('[ACCESS-05] [B-31] staff act for the members of a location that both share', () => {
  const as = Object.values(memberRoles).map((role) => [
    role,
    actingFor(person({ role }), other, here),
  ])
  expect(Object.fromEntries(as)).toEqual({
    ...{ member: null, 'team-manager': null },
    ...{ 'front-desk': 'space', community: 'space', finance: 'space' },
    ...{ manager: 'space', owner: 'space' },
  })
  const owner = person({ role: 'owner' })
  expect(actingFor(owner, { ...other, siteIds: [elsewhere] }, here)).toBeNull()
  expect(actingFor(owner, { ...other, siteIds: [elsewhere] }, elsewhere)).toBeNull()
  expect(actingFor({ ...owner, siteIds: [elsewhere] }, other, here)).toBeNull()
})

test('[ACCESS-05] [B-31] who manages a team acts for its people, and for nobody without a team', () => {
  const manager = person({ role: 'team-manager', teamId: north })
  expect(actingFor(manager, other, here)).toBe('team')
  expect(actingFor({ ...manager, teamId: south }, other, here)).toBeNull()
  expect(actingFor(manager, { ...other, siteIds: [elsewhere] }, here)).toBeNull()
  expect(actingFor({ ...manager, role: 'member' }, other, here)).toBeNull()
  const alone = { ...manager, teamId: null }
  expect(actingFor(alone, { ...other, teamId: null }, here)).toBeNull()
})
