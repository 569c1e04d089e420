/** A booking that staff make for a member: what the rules say of it on this device, and the wish itself, answered at once. */
import { decideChoice } from '../../../domain/bookings/decide-choice.ts'
import type { Occupied } from '../../../domain/bookings/occupancy/occupancy.ts'
import { decideOverride } from '../../../domain/bookings/override.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Money } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import type { PersonFound } from '../../sync/find-people.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/words.ts'
import type { Draft } from './draft.ts'

export interface BookForAnswer {
  /** Why the rules say no, for this member. */
  readonly refusal: Refusal | null
  /** What it costs; null where it cannot be had by any means. */
  readonly price: Money | null
}

/**
 * As far as this device knows: what the member has elsewhere the space alone knows. A refusal with a price is one that staff may go
 * against, with a reason.
 */
export function predictFor(
  person: PersonFound,
  draft: Draft,
  { catalogue, now }: Pick<Space, 'catalogue' | 'now'>,
  occupied: readonly Occupied[],
  people: number,
): BookForAnswer {
  const interval = intervalAt(catalogue, draft.date, draft)
  if (interval === null) return { refusal: { reason: 'nonexistent-local-time' }, price: null }
  const member: Member = { ...person, email: '', teamId: null, siteIds: [catalogue.site.id] }
  const { resource } = draft
  const input = { catalogue, member, resource, interval, people, occupied, now }
  const choice = { ...input, ownTimes: [], preferredUnit: null }
  const answer = decideChoice(choice)
  if (answer.kind === 'fits') return { refusal: null, price: answer.price }
  const anyway = decideOverride(choice)
  return { refusal: answer.refusal, price: anyway.kind === 'fits' ? anyway.price : null }
}

export type BookedFor =
  | { readonly kind: 'booked' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly message: string }

/** `reason` goes against the rules. */
export async function bookFor(
  person: PersonFound,
  draft: Draft,
  { catalogue }: Pick<Space, 'catalogue'>,
  asked: { readonly price: Money; readonly people: number; readonly reason: string | null },
): Promise<BookedFor> {
  const interval = intervalAt(catalogue, draft.date, draft)
  if (interval === null) {
    return { kind: 'refused', refusal: { reason: 'nonexistent-local-time' } }
  }
  const answer = await sendIntent(
    makeIntent('booking.request', {
      siteId: catalogue.site.id,
      choice: choiceAt(catalogue, draft.resource.id, interval),
      fallbacks: [],
      takeNearest: false,
      people: asked.people,
      note: '',
      quote: asked.price,
      ceiling: null,
      forMemberId: person.id,
      override: asked.reason === null ? null : { reason: asked.reason },
    }),
  )
  if (answer.kind === 'unreachable') {
    return { kind: 'failed', message: words.operator.needsConnection }
  }
  if (answer.kind === 'failed') return answer
  const { outcome } = answer.settled
  switch (outcome.kind) {
    case 'refused':
      return outcome
    case 'ask-again':
      return {
        kind: 'failed',
        message: words.calendar.costs(words.amounts.money(outcome.price)),
      }
    default:
      return { kind: 'booked' }
  }
}
