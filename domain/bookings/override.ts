/**
 * Staff book against the rules, with a reason that is kept (D-61). What they cannot do is give one place to two people, or to more than
 * it holds: exclusivity is asked as always. Only the gap between neighbours is theirs to waive.
 */
import { quote } from '../prices/quote.ts'
import type { Resource } from '../sites/resource.ts'
import { checkOverride } from './booking-rules.ts'
import type { ChoiceAnswer, ChoiceInput } from './decide-choice.ts'
import { findUnit } from './occupancy/find-unit.ts'
import type { Occupied } from './occupancy/occupancy.ts'

export function decideOverride(input: ChoiceInput): ChoiceAnswer {
  const { catalogue, member, resource, interval, people, occupied, now } = input
  const isHolder = member.assigned.includes(resource.id)
  const refusal = checkOverride({ catalogue, resource, interval, people, isHolder, now })
  if (refusal !== null) return { kind: 'refused', refusal }
  const found = findUnit(
    withoutGaps(resource),
    interval,
    occupied.map(withoutLinkedGap),
    input.preferredUnit,
  )
  if (found.kind === 'taken') return { kind: 'refused', refusal: found.refusal }
  const { price } = quote(catalogue, resource, interval, member.tierId)
  return { kind: 'fits', unit: found.unit, price }
}

function withoutGaps(resource: Resource): Resource {
  const rules = { ...resource.rules, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return { ...resource, rules }
}

function withoutLinkedGap(span: Occupied): Occupied {
  const { linked } = span
  return linked === undefined ? span : { ...span, linked: { ...linked, gapMinutes: 0 } }
}
