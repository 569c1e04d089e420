/** What a partner gives to members: for some memberships, from a day on, so many times each. The space counts. */
import type { PerkText } from '../../bookings/wishes/perk-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Member } from '../../memberships/member.ts'
import type { PerkId, SiteId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import type { LocalDate } from '../../values/local-date.ts'

export interface Perk extends PerkText {
  readonly siteId: SiteId
  readonly revision: number
}

export type PerkDecision =
  | { readonly kind: 'saved'; readonly perk: Perk }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** `known` are those of the location that were not removed. */
export function savePerk(
  siteId: SiteId,
  text: PerkText,
  revision: number,
  known: readonly Perk[],
  today: LocalDate,
): PerkDecision {
  const before = known.find(({ id }) => id === text.id)
  if ((before?.revision ?? 0) !== revision) return refuse({ reason: 'setting-changed' })
  const max = limits.perksMax
  const current = known.filter((one) => !isOver(one, today))
  if (before === undefined && current.length >= max) {
    return refuse({ reason: 'too-many-perks', max })
  }
  const isNever = text.until !== null && (text.until < text.from || text.until < today)
  if (isNever) return refuse({ reason: 'past' })
  return { kind: 'saved', perk: { ...text, siteId, revision: revision + 1 } }
}

export function isOver({ until }: Pick<Perk, 'until'>, today: LocalDate): boolean {
  return until !== null && until < today
}

export function isFor(
  { tierIds }: Pick<Perk, 'tierIds'>,
  { tierId }: Pick<Member, 'tierId'>,
): boolean {
  return tierIds.length === 0 || (tierId !== null && tierIds.includes(tierId))
}

/** Why a member cannot use it on a day; null where they can. The device asks the same. Shown again on one day it counts once. */
export function whyNotUsed(
  perk: Perk | null,
  member: Pick<Member, 'tierId'>,
  used: readonly LocalDate[],
  today: LocalDate,
): Refusal | null {
  // What is for others is not there for who asks.
  if (perk === null || !isFor(perk, member)) return { reason: 'unknown-perk' }
  if (isOver(perk, today)) return { reason: 'past' }
  if (perk.from > today) return { reason: 'perk-not-yet', from: perk.from }
  const isSpent = perk.usesMax !== null && used.length >= perk.usesMax && !used.includes(today)
  return isSpent ? { reason: 'perk-used', max: used.length } : null
}

function refuse(refusal: Refusal): PerkDecision {
  return { kind: 'refused', refusal }
}

/** What the location signs of a perk for one member: a partner sees that the space said so, and until when. */
export interface PerkProof {
  readonly perkId: PerkId
  readonly memberId: Member['id']
  readonly tierId: Member['tierId']
  readonly until: LocalDate | null
}

export function proofText({ perkId, memberId, tierId, until }: PerkProof): string {
  return `perk1/${perkId}/${memberId}/${tierId ?? ''}/${until ?? ''}`
}
