/**
 * Perks as sections: `perks` of `member/<id>` are those for that member and no other, with the days on which they used them; `perks` of
 * `attendees/<site>`, for staff alone, are all of them with how often each was used.
 */
import { toJson } from '../../bookings/member-sections.ts'
import { isId } from '../../values/ids.ts'
import { isLocalDate, type LocalDate } from '../../values/local-date.ts'
import type { Json, Sections } from '../../values/sections.ts'
import type { Perk } from './perk.ts'

export interface OwnPerk extends Perk {
  readonly used: readonly LocalDate[]
  readonly proof: OwnProof | null
}

/** A signature over `proofText`, with the key it was made with; both in base64url. */
export interface OwnProof {
  readonly signature: string
  readonly publicKey: string
}

export interface CountedPerk extends Perk {
  readonly uses: number
}

export function perkSection(perks: readonly (OwnPerk | CountedPerk)[]): Sections {
  return { perks: Object.fromEntries(perks.map((perk) => [perk.id, toJson(perk)])) }
}

export function readOwnPerk(value: Json): OwnPerk | null {
  const isOwn = isPerk(value) && Array.isArray((value as Row)['used'])
  return isOwn ? (value as unknown as OwnPerk) : null // as just checked; the rest is the server's word
}

export function readCountedPerk(value: Json): CountedPerk | null {
  const isCounted = isPerk(value) && typeof (value as Row)['uses'] === 'number'
  return isCounted ? (value as unknown as CountedPerk) : null // as above
}

type Row = Readonly<Record<string, unknown>>

function isPerk(value: Json): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { id, title, code, from, tierIds } = value as Row // an object, just checked
  const isSaid = typeof title === 'string' && typeof code === 'string' && isLocalDate(from)
  return isSaid && isId('perk', id) && Array.isArray(tierIds)
}
