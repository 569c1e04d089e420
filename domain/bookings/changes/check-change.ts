/** The rules for a booking that changes: what it has already it need not be allowed again. */
import { effectiveRules } from '../../sites/effective-rules.ts'
import {
  checkAccess,
  checkOpen,
  checkPeople,
  checkShape,
  checkWhen,
  type RuleInput,
} from '../booking-rules.ts'
import type { Refusal } from '../wishes/refusal.ts'

export function checkChange(
  input: RuleInput,
  { isShorter, isStartKept }: { readonly isShorter: boolean; readonly isStartKept: boolean },
): Refusal | null {
  const { resource, tier, interval, now } = input
  const rules = effectiveRules(resource, tier)
  const shape = checkShape(input, rules)
  const over: Refusal | null = interval.endsAt <= now ? { reason: 'past' } : null
  if (isShorter) return shape ?? over
  const when = isStartKept ? over : checkWhen(input, rules)
  return checkAccess(input) ?? shape ?? checkPeople(input) ?? when ?? checkOpen(input)
}
