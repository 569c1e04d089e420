/** `presence.share`: a member lets others see where they sit, or not any more. */
import { settlementKind } from '../settlement/kind.ts'

export const settlePresence = settlementKind<'presence.share', null>({
  kind: 'presence.share',
  load: async () => null,
  decide: ({ kind, body: { isFindable }, deadlineAt }, _facts, { id: memberId }, now) => {
    // A no counts whenever it comes; a yes that is months old is asked for again.
    if (isFindable && deadlineAt < now) {
      const refusal = { reason: 'expired', deadlineAt } as const
      return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
    }
    return {
      outcome: { kind: 'confirmed', bookingId: null, choice: 0, price: null },
      facts: [
        { kind: 'presence', memberId, isFindable },
        { kind: 'audit', command: kind, subject: memberId, detail: isFindable ? 'yes' : 'no' },
      ],
    }
  },
})
