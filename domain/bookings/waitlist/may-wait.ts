import type { Refusal, RefusalReason } from '../wishes/refusal.ts'

/** Why a place may be waited for: somebody has it, and may let it go. */
const waitable: readonly RefusalReason[] = [
  'booked',
  'held',
  'asked-for',
  'linked',
  'buffer',
  'pool-full',
  'pool-split',
  'blocked',
  'assigned',
]

export function mayWaitAfter({ reason }: Refusal): boolean {
  return waitable.includes(reason)
}
