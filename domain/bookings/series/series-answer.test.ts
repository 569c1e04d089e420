import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { DAY_MS, toInstant } from '../../values/instant.ts'
import type { Outcome, SettledIntent } from '../wishes/outcome.ts'
import { facts, now, seriesWish, thursdays } from './for-tests.ts'
import type { Series } from './series.ts'
import { seriesAnswer } from './series-answer.ts'
import { settleSeries } from './settle-series.ts'

const made = settleSeries(seriesWish({ recurrence: thursdays(4) }), facts, now)
const series: Series = must(made.series, 'it is free')
const refused: Outcome = {
  kind: 'refused',
  refusal: {
    reason: 'preview-changed',
    total: 4,
    changed: [{ number: 2, kind: 'refused', refusal: { reason: 'past' } }],
  },
  alternatives: [],
}

function answered(
  seq: number,
  outcome: Outcome,
  kind: SettledIntent['kind'] = 'series.change',
): SettledIntent {
  return {
    ...{ intentId: toId('intent', `bki_answer-${seq}`), kind, seq, outcome },
    ...{ device: toId('device', 'dev_phone'), settledAt: toInstant(now + seq) },
    ...{ wish: null, siteId: null, people: 1, quote: null, aboutSeries: series.id },
  }
}

test('[SERIES-36] a change of dates that was refused is told with its reason and the dates', () => {
  expect(seriesAnswer(series, [answered(1, refused)], now)).toMatchObject({
    wish: 'series.change',
    refusal: { reason: 'preview-changed' },
    dates: [{ number: 2, kind: 'refused', refusal: { reason: 'past' } }],
  })
})

test('[SERIES-36] dates that stayed when others were cancelled are told too', () => {
  const bookingId = must(made.bookings[0], 'four were booked').id
  const partly: Outcome = {
    kind: 'series',
    seriesId: series.id,
    occurrences: [
      { number: 1, kind: 'kept', bookingId, refusal: { reason: 'already-started' } },
      { number: 2, kind: 'cancelled', bookingId },
    ],
  }
  expect(seriesAnswer(series, [answered(1, partly, 'series.cancel')], now)).toMatchObject({
    refusal: null,
    dates: [{ number: 1, refusal: { reason: 'already-started' } }],
  })
})

test('[SERIES-36] the last answer counts, for a week, and another series says nothing', () => {
  const yes: Outcome = { kind: 'series', seriesId: series.id, occurrences: [] }
  expect(seriesAnswer(series, [answered(2, yes), answered(1, refused)], now)).toBeNull()
  expect(seriesAnswer(series, [answered(1, refused)], toInstant(now + 7 * DAY_MS + 2))).toBeNull()
  const other = { ...series, id: toId('series', 'ser_other') }
  expect(seriesAnswer(other, [answered(1, refused)], now)).toBeNull()
})
