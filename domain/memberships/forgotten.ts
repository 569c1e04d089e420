/** Whoever is forgotten (D-55) stays in the books as a "former member", with an address that leads nowhere and is nobody else's. */
import type { MemberId } from '../values/ids.ts'
import type { Member } from './member.ts'

/** A domain that nobody can ever have (RFC 2606). */
export const FORGOTTEN_AT = 'erased.invalid'

export function forgottenEmail(id: MemberId): string {
  return `${id}@${FORGOTTEN_AT}`
}

export function isForgotten({ id, email }: Pick<Member, 'id' | 'email'>): boolean {
  return email === forgottenEmail(id)
}
