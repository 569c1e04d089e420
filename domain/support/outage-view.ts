/** What is known to be broken, as one of the team sees it: with what they announced or ended on this device and the space has not told yet. */
import type { OwnIntent } from '../bookings/booking-view.ts'
import { standingOf } from '../bookings/standing.ts'
import type { Intent } from '../bookings/wishes/intent.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type { Outage } from './outage.ts'
import type { Waiting } from './ticket-view.ts'

export interface ViewedOutage extends Outage {
  readonly waiting: Waiting | null
  /** It was announced here, and is not: the wish, and why, null where the space heard of it too late. */
  readonly notDone: {
    readonly intent: Intent<'outage.announce'>
    readonly refusal: Refusal | null
  } | null
}

export const outageKinds = ['outage.announce', 'outage.end'] as const

/** Of one location, the oldest first. One whose end waits here is still there, and says so. */
export function viewOutages(
  outages: Iterable<Outage>,
  intents: readonly OwnIntent[],
  siteId: Outage['siteId'],
): readonly ViewedOutage[] {
  const views = new Map<string, ViewedOutage>()
  for (const one of outages) views.set(one.id, { ...one, waiting: null, notDone: null })
  for (const own of intents) {
    const { intent } = own
    const standing = standingOf(own)
    if (standing.kind === 'done') continue
    const waiting = standing.kind === 'waits' ? standing.waiting : null
    if (intent.kind === 'outage.end') {
      const view = views.get(intent.body.outageId)
      if (view !== undefined && waiting !== null) views.set(view.id, { ...view, waiting })
    }
    if (intent.kind !== 'outage.announce' || intent.body.siteId !== siteId) continue
    const { outageId: id, resourceIds, text } = intent.body
    if (views.has(id)) continue
    const notDone = standing.kind === 'waits' ? null : { intent, refusal: standing.refusal }
    const announced = { id, siteId, resourceIds, text, since: intent.madeAt, endedAt: null }
    views.set(id, { ...announced, waiting, notDone })
  }
  return [...views.values()].sort((a, b) => a.since - b.since)
}
