/** Who was at an event, as one of the team sees it: with what they marked on this device and the space has not told yet. */
import type { OwnIntent } from '../../bookings/booking-view.ts'
import { standingOf } from '../../bookings/standing.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { EventId, IntentId } from '../../values/ids.ts'
import type { Attendee } from './happening-sections.ts'

export interface Marked {
  readonly attendees: readonly Attendee[]
  /** Marked here, and not told yet. */
  readonly waiting: number
  /** Marked here, and not so: who it was about where they are on the list, and why, null where the space heard of it too late. */
  readonly notDone: readonly {
    readonly id: IntentId
    readonly name: string
    readonly refusal: Refusal | null
  }[]
}

export function asMarked(
  attendees: readonly Attendee[],
  intents: readonly OwnIntent[],
  eventId: EventId,
): Marked {
  const marks = new Map<string, boolean>()
  const notDone: Marked['notDone'][number][] = []
  let waiting = 0
  for (const own of intents) {
    const { intent } = own
    if (intent.kind !== 'attendance.mark' || intent.body.eventId !== eventId) continue
    const { memberId, hasCome } = intent.body
    const standing = standingOf(own)
    if (standing.kind === 'waits') {
      marks.set(memberId, hasCome)
      waiting += 1
    }
    // That somebody else marked the same meanwhile is what was wished.
    if (standing.kind !== 'not-done' || standing.refusal?.reason === 'unchanged') continue
    const name = attendees.find((one) => one.memberId === memberId)?.name ?? ''
    notDone.push({ id: intent.id, name, refusal: standing.refusal })
  }
  const marked = attendees.map((one) => ({
    ...one,
    hasCome: marks.get(one.memberId) ?? one.hasCome,
  }))
  return { attendees: marked, waiting, notDone }
}
