/** The space's no to a wish about several dates of a series: shown beside the series, which stays as it was. */
import type { IntentId } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import type { SettledIntent } from '../wishes/outcome.ts'
import type { ChangedOccurrence, Refusal } from '../wishes/refusal.ts'
import type { Series } from './series.ts'

const told = {
  'series.cancel': 'series.cancel',
  'series.change': 'series.change',
  'series.restore': 'series.restore',
} as const

export interface SeriesAnswer {
  readonly intentId: IntentId
  readonly wish: keyof typeof told
  /** Why nothing was done; null where some dates alone stayed as they were. */
  readonly refusal: Refusal | null
  /** The dates it failed for, each with why. */
  readonly dates: readonly ChangedOccurrence[]
}

/** It stays in sight this long, so that a member who was away still learns of it. */
const SHOWN_MS = 7 * DAY_MS

/** The last answer, where that was a no or left dates as they were. */
export function seriesAnswer(
  { id }: Series,
  settled: readonly SettledIntent[],
  now: Instant,
): SeriesAnswer | null {
  const answers = settled.filter(({ aboutSeries }) => aboutSeries === id)
  const last = answers.reduce<SettledIntent | undefined>(laterOf, undefined)
  if (last === undefined || !isTold(last.kind) || last.settledAt + SHOWN_MS < now) return null
  const { intentId, kind: wish, outcome } = last
  switch (outcome.kind) {
    case 'refused': {
      const { refusal } = outcome
      const dates = refusal.reason === 'preview-changed' ? refusal.changed : []
      return { intentId, wish: told[wish], refusal, dates }
    }
    case 'series': {
      const dates = outcome.occurrences.flatMap((one): readonly ChangedOccurrence[] =>
        one.kind === 'kept' ? [{ ...one, kind: 'refused' }] : [],
      )
      return dates.length === 0 ? null : { intentId, wish: told[wish], refusal: null, dates }
    }
    case 'confirmed':
    case 'held':
    case 'basket':
    case 'ask-again':
      return null
  }
}

function laterOf(one: SettledIntent | undefined, other: SettledIntent): SettledIntent {
  if (one === undefined || other.settledAt > one.settledAt) return other
  const isLater = other.settledAt === one.settledAt && other.intentId > one.intentId
  return isLater ? other : one
}

function isTold(kind: string): kind is keyof typeof told {
  return Object.hasOwn(told, kind)
}
