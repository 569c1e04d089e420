import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import type { Acting } from './acting.ts'
import { mayReaddress } from './readdressing.ts'
import { type MemberRole, memberRoles } from './role.ts'

const here = toId('site', 'sit_here')
const elsewhere = toId('site', 'sit_elsewhere')
const roles = Object.values(memberRoles)

function person(role: MemberRole, id = 'mem_a', siteIds = [here]): Acting {
  return { id: toId('member', id), role, teamId: null, siteIds }
}

test('[ACCESS-07] nobody gets at an owner’s sign-in, nor at one that may do more than theirs', () => {
  const may = (actor: MemberRole) =>
    roles.filter((other) => mayReaddress(person(actor), person(other, 'mem_b')) === 'yes')
  const below = ['member', 'team-manager', 'front-desk', 'community', 'finance']
  expect(Object.fromEntries(roles.map((role) => [role, may(role)]))).toEqual({
    ...{ member: [], 'team-manager': [], 'front-desk': [], community: [], finance: [] },
    manager: below,
    owner: [...below, 'manager'],
  })
  for (const role of ['manager', 'owner'] as const) {
    expect(mayReaddress(person(role), person('owner', 'mem_b'))).toBe('owner')
    expect(mayReaddress(person(role), person(role))).toBe('own')
  }
})

test('[ACCESS-07] whoever belongs to a location that is not the actor’s stays as they are, also for an owner', () => {
  const [both, other] = [
    person('member', 'mem_b', [here, elsewhere]),
    person('member', 'mem_b', [elsewhere]),
  ]
  for (const role of ['manager', 'owner'] as const) {
    expect(mayReaddress(person(role), both)).toBe('elsewhere')
    expect(mayReaddress(person(role), other)).toBe('no')
    expect(mayReaddress(person(role, 'mem_a', [here, elsewhere]), both)).toBe('yes')
  }
})
