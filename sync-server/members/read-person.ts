/** What somebody types about a new member, at the office or at the poster. */

import { type MemberRole, memberRoles } from '../../domain/access/role.ts'
import { cleanLine } from '../../domain/community/clean-text.ts'
import { isId, type TierId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { readEmail } from '../auth/read-email.ts'

export interface Person {
  readonly email: string
  readonly name: string
  readonly tierId: TierId | null
}

/** The person, or the sentence that says what is wrong. */
export function readPerson(
  body: Record<string, unknown> | null,
  tiers: readonly TierId[],
): Person | string {
  const email = readEmail(body?.['email'])
  const typed = body?.['name']
  const name = typeof typed === 'string' ? cleanLine(typed, limits.settingNameLengthMax) : ''
  const tierId = body?.['tierId'] ?? null
  if (name === '') return 'Say the name.'
  if (email === null) return 'That does not look like an e-mail address.'
  if (tierId === null) return { email, name, tierId: null }
  const isKnown = isId('tier', tierId) && tiers.includes(tierId)
  return isKnown ? { email, name, tierId } : 'There is no such membership.'
}

/** A role that one member gives another: an owner is made by the set-up alone, who manages a team by their team. */
export function readRole(value: unknown): MemberRole | null {
  const given = [memberRoles.member, memberRoles['front-desk'], memberRoles.community]
  const all: readonly MemberRole[] = [...given, memberRoles.finance, memberRoles.manager]
  return all.find((role) => role === value) ?? null
}
