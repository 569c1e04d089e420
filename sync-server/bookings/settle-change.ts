/** Wishes about a booking that exists: cancel, hold a little longer. */
import { isStaff } from '../../domain/access/role.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { effectiveAt } from '../../domain/bookings/cancellation/effective-at.ts'
import { type Asker, cancelBooking, extendHold } from '../../domain/bookings/change-booking.ts'
import type { SettleDecision } from '../../domain/bookings/settle.ts'
import type { IntentBodies } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { GENERATION } from '../storage/begin-generation.ts'
import { readSetting } from '../storage/settings.ts'

type ChangeKind = 'booking.cancel' | 'booking.extend-hold'

interface ChangeFacts {
  readonly booking: Booking | null
  /** That of the data, in whose words a device tells its last contact. */
  readonly generation: string | null
}

/** Who asks for what, and when it counts from. */
interface Asked<Kind extends ChangeKind> {
  readonly body: IntentBodies[Kind]
  readonly asker: Asker
  readonly effectiveAt: Instant
}

function settleChange<Kind extends ChangeKind>(
  kind: Kind,
  change: (booking: Booking, asked: Asked<Kind>, now: Instant) => SettleDecision,
) {
  return settlementKind<Kind, ChangeFacts>({
    kind,
    load: async (ledger, { body: { bookingId } }) => ({
      booking: await ledger.booking(bookingId),
      generation: await loadGeneration(ledger),
    }),
    decide: (intent, { booking, generation }, actor, now): Decision => {
      const asker = booking === null ? null : askerOf(booking, actor)
      if (booking === null || asker === null) return unknownBooking
      const { body } = intent
      const asked = { body, asker, effectiveAt: effectiveAt(intent, generation, now) }
      const { outcome, booking: next } = change(booking, asked, now)
      if (next === null) return { outcome, facts: [] }
      const facts: Fact[] = [{ kind: 'booking', booking: next, before: booking }]
      if (asker === 'space') {
        const detail = next.state === 'cancelled' ? next.step.because : ''
        facts.push({ kind: 'audit', command: kind, subject: booking.id, detail })
      }
      return { outcome, facts }
    },
  })
}

export function loadGeneration(ledger: Ledger): Promise<string | null> {
  return ledger.once('generation', () => readSetting(ledger.tx, GENERATION))
}

/** Somebody else's booking and no booking are the same answer, so that ids tell nothing. */
export const unknownBooking: Decision = {
  outcome: { kind: 'refused', refusal: { reason: 'unknown-booking' }, alternatives: [] },
  facts: [],
}

const notAllowed = {
  outcome: { kind: 'refused', refusal: { reason: 'not-allowed' }, alternatives: [] },
} as const

/** The person whose booking it is, the space's staff, or nobody whom it concerns. */
export function askerOf(booking: Booking, actor: Member): Asker | null {
  if (booking.memberId === actor.id) return 'member'
  return isStaff(actor.role) && actor.siteIds.includes(booking.siteId) ? 'space' : null
}

/** Nobody lets go what they owe themselves. */
function cancel(booking: Booking, asked: Asked<'booking.cancel'>, now: Instant): SettleDecision {
  const { asker, effectiveAt } = asked
  const isWaived = asked.body.waive === true
  if (isWaived && asker !== 'space') return { ...notAllowed, booking: null }
  return cancelBooking(booking, { asker, isWaived, effectiveAt }, now)
}

export const changeKinds = [
  settleChange('booking.cancel', cancel),
  settleChange('booking.extend-hold', (booking, _asked, now) => extendHold(booking, now)),
]
