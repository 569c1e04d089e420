/**
 * `directory/<site>`: who is there, of those who let themselves be found, and of them what they show. It is made by the space; what somebody
 * hides is in nobody else's copy.
 */
import { isId, type MemberId } from '../values/ids.ts'
import type { Json, Sections } from '../values/sections.ts'
import { type Profile, type ProfilePart, profileParts } from './profile.ts'

/** What others see of somebody: a name, and each part that is shown. */
export interface DirectoryCard extends Partial<Omit<Profile, 'shown' | 'name'>> {
  readonly memberId: MemberId
  readonly name: string
}

/** Null where somebody is not in the directory. The name of the account stands where they gave no other. */
export function cardOf(
  memberId: MemberId,
  accountName: string,
  profile: Profile,
): DirectoryCard | null {
  if (!profile.shown.includes('name')) return null
  const parts = profile.shown.filter((part) => part !== 'name' && profile[part].length > 0)
  return {
    memberId,
    name: profile.name === '' ? accountName : profile.name,
    ...Object.fromEntries(parts.map((part) => [part, profile[part]])),
  }
}

/** True when something that was shown is hidden now: then nobody may be handed the old text any more, not even as history. */
export function hidesMore(before: DirectoryCard | null, after: DirectoryCard | null): boolean {
  if (before === null) return false
  return (
    after === null ||
    profileParts.some((part) => before[part] !== undefined && after[part] === undefined)
  )
}

/** `quiet`: who of them takes no messages. */
export function directorySections(
  cards: readonly DirectoryCard[],
  quiet: ReadonlySet<MemberId>,
): Sections {
  if (cards.length === 0) return {}
  const silent = cards.filter(({ memberId }) => quiet.has(memberId))
  return {
    people: Object.fromEntries(cards.map((card) => [card.memberId, card as unknown as Json])), // plain texts and lists of them
    quiet: Object.fromEntries(silent.map(({ memberId }) => [memberId, true])),
  }
}

/** One entry as it came. What a newer space may say more is left out; null where there is no person in it. */
export function readCard(value: unknown): DirectoryCard | null {
  const card = (value ?? {}) as Readonly<Record<string, unknown>> // looked at key by key
  const { memberId, name } = card
  if (!isId('member', memberId) || typeof name !== 'string') return null
  const parts = profileParts.filter((part) => part !== 'name' && isPart(part, card[part]))
  return { memberId, name, ...Object.fromEntries(parts.map((part) => [part, card[part]])) }
}

function isPart(part: ProfilePart, value: unknown): boolean {
  const isList = part === 'skills' || part === 'languages' || part === 'links'
  if (!isList) return typeof value === 'string'
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
