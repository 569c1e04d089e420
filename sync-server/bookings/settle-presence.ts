/** `presence.share`: a member lets others see where they sit, or not any more. */

import { granted } from '../../domain/bookings/wishes/granted.ts'
import { settlementKind } from '../settlement/kind.ts'
import { refused } from '../settlement/verdict.ts'

export const settlePresence = settlementKind<'presence.share', null>({
  kind: 'presence.share',
  load: async () => null,
  decide: ({ kind, body: { isFindable }, deadlineAt }, _facts, { id: memberId }, now) => {
    // A no counts whenever it comes; a yes that is months old is asked for again.
    if (isFindable && deadlineAt < now) return refused({ reason: 'expired', deadlineAt })
    return {
      outcome: granted,
      facts: [
        { kind: 'presence', memberId, isFindable },
        { kind: 'audit', command: kind, subject: memberId, detail: isFindable ? 'yes' : 'no' },
      ],
    }
  },
})
