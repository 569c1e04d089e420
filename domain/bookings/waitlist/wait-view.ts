/**
 * What a member sees of their waits and standing orders: the space's facts, with this device's own wishes on top, as of bookings. An offer
 * is a booking and shown as one (`booking-view`); here stands what it was waited for.
 */
import {
  type IntentId,
  occurrenceIdOf,
  seriesIdOf,
  type WaitId,
  waitIdOf,
} from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import type { OwnIntent } from '../booking-view.ts'
import type { AnyIntent, Intent } from '../wishes/intent.ts'
import type { Alternative, SettledIntent } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { WaitRequest } from '../wishes/wait-requests.ts'
import { isOpen, type Wait, type WaitFacts } from './wait.ts'

export const waitViewStates = {
  /** On this device, and not at the space. */
  saved: 'saved',
  received: 'received',
  waiting: 'waiting',
  offered: 'offered',
  /** Nobody waits: why stands beside it. */
  refused: 'refused',
  /** Staff took it off the list. */
  removed: 'removed',
} as const
export type WaitViewState = (typeof waitViewStates)[keyof typeof waitViewStates]

export interface WaitRow
  extends Pick<WaitFacts, 'siteId' | 'resourceIds' | 'people' | 'ceiling' | 'standing' | 'series'> {
  readonly waitId: WaitId
  readonly intentId: IntentId
  readonly state: WaitViewState
  /** The wait's own time; null for a standing order that the space does not have yet. */
  readonly at: Pick<WaitFacts, 'interval' | 'wall'> | null
  /** The member is leaving, and the space has not heard of it. */
  readonly isLeaving: boolean
  readonly refusal: Refusal | null
  readonly alternatives: readonly Alternative[]
  /** In the words of staff. */
  readonly reason: string | null
}

export interface WaitViewInput {
  readonly waits: readonly Wait[]
  readonly settled: readonly SettledIntent[]
  readonly intents: readonly OwnIntent[]
  readonly now: Instant
}

/** It is still waited for, or will be. */
export function isWaiting({ state }: WaitRow): boolean {
  return state !== 'refused' && state !== 'removed'
}

/** What ended badly stays in sight this long, so that a member who was away still learns of it. */
const ENDED_SHOWN_MS = 7 * DAY_MS

const nothingMore = { isLeaving: false, refusal: null, alternatives: [], reason: null } as const

export function waitView({ waits, settled, intents, now }: WaitViewInput): readonly WaitRow[] {
  const answers = new Map(settled.map((one) => [one.intentId, one]))
  for (const own of intents) if (own.settled !== null) answers.set(own.intent.id, own.settled)
  const known = new Set<WaitId>(waits.map(({ id }) => id))
  const open = intents.filter(({ state }) => state === 'saved' || state === 'received')
  const leaving = new Set(
    open.flatMap(({ intent }) => (intent.kind === 'wait.leave' ? [intent.body.waitId] : [])),
  )
  const facts = waits.flatMap((wait) => rowOf(wait, leaving.has(wait.id), now))
  const wished = intents.flatMap((own) =>
    wishRows(own, answers.get(own.intent.id), now).filter(({ waitId }) => !known.has(waitId)),
  )
  const told = new Set(wished.map(({ intentId }) => intentId))
  const refused = [...answers.values()].flatMap((one) =>
    told.has(one.intentId) ? [] : refusedRow(one, now),
  )
  return [...wished, ...refused, ...facts]
}

function rowOf(wait: Wait, isLeaving: boolean, now: Instant): readonly WaitRow[] {
  const { id, intentId, siteId, resourceIds, people, ceiling, standing, series } = wait
  const { interval, wall } = wait
  const facts = { waitId: id, intentId, siteId, resourceIds, people, ceiling, standing, series }
  const row = { ...nothingMore, ...facts, at: { interval, wall } }
  if (isOpen(wait, now))
    return [{ ...row, state: wait.state === 'offered' ? 'offered' : 'waiting', isLeaving }]
  const isTold =
    wait.state === 'over' &&
    wait.ending.because === 'removed' &&
    wait.endedAt + ENDED_SHOWN_MS > now
  return isTold ? [{ ...row, state: 'removed', reason: wait.ending.reason }] : []
}

/** A wish of this device that the space has not made a fact of; of a series each date that is waited for. */
function wishRows(
  { intent, state }: OwnIntent,
  answer: SettledIntent | undefined,
  now: Instant,
): readonly WaitRow[] {
  if (answer !== undefined && answer.outcome.kind === 'refused')
    return refusedRow(answer, now, intent)
  if (state === 'expired' || (state !== 'saved' && state !== 'received')) return []
  const rows = seriesWaits(intent) ?? [wished(intent)]
  return rows.flatMap((row) => (row === null ? [] : [{ ...row, state }]))
}

function seriesWaits(intent: AnyIntent): readonly Omit<WaitRow, 'state'>[] | null {
  if (intent.kind !== 'series.request') return null
  const { siteId, people, occurrences } = intent.body
  return occurrences.flatMap((listed) => {
    if (listed.kind !== 'wait') return []
    const { number, choice } = listed
    const ids = { waitId: waitIdOf(occurrenceIdOf(intent.id, number)), intentId: intent.id }
    const series = { id: seriesIdOf(intent.id), occurrence: number, detached: [] }
    const facts = ofJoin({ siteId, choice, people, ceiling: null })
    return [{ ...nothingMore, ...ids, ...facts, series }]
  })
}

function wished(intent: AnyIntent): Omit<WaitRow, 'state'> | null {
  const ids = { waitId: waitIdOf(intent.id), intentId: intent.id }
  if (intent.kind === 'wait.join') return { ...nothingMore, ...ids, ...ofJoin(intent.body) }
  return intent.kind === 'order.place' ? { ...nothingMore, ...ids, ...ofOrder(intent) } : null
}

function ofJoin({ siteId, choice, people, ceiling }: WaitRequest) {
  const { resourceId, interval, wall } = choice
  return {
    siteId,
    resourceIds: [resourceId],
    people,
    ceiling,
    standing: null,
    series: null,
    at: { interval, wall },
  }
}

function ofOrder({ body }: Intent<'order.place'>) {
  const { siteId, resourceIds, people, ceiling, ...rule } = body
  const standing = { ...rule, had: [] }
  return { siteId, resourceIds, people, ceiling, standing, series: null, at: null }
}

/** A no, told by the wish itself where this device still has it, else by what the answer says of it. */
function refusedRow(
  { kind, intentId, settledAt, siteId, people, wish, outcome }: SettledIntent,
  now: Instant,
  intent: AnyIntent | null = null,
): readonly WaitRow[] {
  if (kind !== 'wait.join' && kind !== 'order.place') return []
  if (outcome.kind !== 'refused' || settledAt + ENDED_SHOWN_MS < now) return []
  const { refusal, alternatives } = outcome
  const said = { ...nothingMore, state: 'refused', refusal, alternatives } as const
  const own = intent === null ? null : wished(intent)
  if (own !== null) return [{ ...own, ...said }]
  if (siteId === null || wish === null) return []
  const { resourceId, interval, wall } = wish
  const at = { siteId, resourceIds: [resourceId], people, ceiling: null }
  const place = { ...at, standing: null, series: null }
  return [{ ...said, ...place, waitId: waitIdOf(intentId), intentId, at: { interval, wall } }]
}
