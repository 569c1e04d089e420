/** Beside a series: what the space could not do for several dates, and the dates that are missing, each with a way back. */
import './series.css'
import { createMemo, createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { SeriesAnswer } from '../../../domain/bookings/series/series-answer.ts'
import { seriesAnswer } from '../../../domain/bookings/series/series-answer.ts'
import { missingDates, type SeriesDate } from '../../../domain/bookings/series/series-gaps.ts'
import type { ChangedOccurrence } from '../../../domain/bookings/wishes/refusal.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { SeriesId } from '../../../domain/values/ids.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { createNow } from '../../app/clock.ts'
import { dismiss, isDismissed } from '../../store/dismissed.ts'
import { createSeriesStory } from '../../store/own-bookings.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createWaits } from '../../store/waits.ts'
import { words } from '../../ui/words.ts'

const RestoreSheet = lazy(async () => ({
  default: (await import('./restore-sheet.tsx')).RestoreSheet,
}))

export interface SeriesGapsProps {
  readonly seriesId: SeriesId
  /** All rows of the member: which dates are missing follows from those that are there. */
  readonly rows: readonly BookingRow[]
  readonly catalogue: Catalogue | undefined
  readonly member: Member
  readonly today: LocalDate
}

export function SeriesGaps(props: SeriesGapsProps): JSX.Element {
  const now = createNow()
  const story = createSeriesStory(() => props.seriesId)
  const waits = createWaits()
  const [asking, setAsking] = createSignal<readonly SeriesDate[] | null>(null)
  const series = () => story()?.series
  const missing = createMemo(() => {
    const known = series()
    return known === undefined ? [] : missingDates(known, props.rows, waits() ?? [], props.today)
  })
  const answer = () => {
    const known = story()
    return known ? seriesAnswer(known.series, known.settled, now()) : null
  }
  const dateOf = (number: number) => {
    const date = series()?.dates[number - 1]
    return date === undefined ? '' : words.amounts.date(date, props.today)
  }
  return (
    <>
      <Show when={answer()}>{(no) => <Answer {...props} answer={no()} dateOf={dateOf} />}</Show>
      <Show when={missing().length > 0 && props.catalogue !== undefined}>
        <MissingDates dates={missing()} dateOf={dateOf} onAsk={setAsking} />
      </Show>
      <Suspense>
        <Show when={asking()}>
          {(dates) => (
            <Show when={series()}>
              {(known) => (
                <Show when={props.catalogue}>
                  {(catalogue) => (
                    <RestoreSheet
                      series={known()}
                      numbers={dates().map(({ number }) => number)}
                      catalogue={catalogue()}
                      member={props.member}
                      today={props.today}
                      onClose={() => setAsking(null)}
                    />
                  )}
                </Show>
              )}
            </Show>
          )}
        </Show>
      </Suspense>
    </>
  )
}

function MissingDates(props: {
  readonly dates: readonly SeriesDate[]
  readonly dateOf: (number: number) => string
  readonly onAsk: (dates: readonly SeriesDate[]) => void
}): JSX.Element {
  return (
    <details class="series-gaps">
      <summary>{words.series.missing(props.dates.length)}</summary>
      <ul class="occurrences">
        <For each={props.dates}>
          {(one) => (
            <li class="occurrence occurrence-line">
              <strong>{props.dateOf(one.number)}</strong>
              <button
                type="button"
                class="button occurrence-answer"
                aria-label={words.series.bringBackDate(props.dateOf(one.number))}
                onClick={() => props.onAsk([one])}
              >
                {words.series.bringBack}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.dates.length > 1}>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => props.onAsk(props.dates)}
        >
          {words.series.bringAllBack}
        </button>
      </Show>
    </details>
  )
}

/** Why, and for which dates. */
function Answer(props: {
  readonly answer: SeriesAnswer
  readonly catalogue: Catalogue | undefined
  readonly dateOf: (number: number) => string
}): JSX.Element {
  const zone = () => props.catalogue?.zone
  const head = () => {
    const { refusal, wish, dates } = props.answer
    return refusal === null ? words.series.kept(dates.length) : words.series.refused[wish]
  }
  const why = (one: ChangedOccurrence) =>
    one.kind === 'refused' ? words.refusal(one.refusal, zone()) : words.series.dearerNow(one.price)
  return (
    <Show when={!isDismissed(props.answer.intentId)}>
      <div class="notice stack" data-gap="small" role="status">
        <p>
          <strong>{head()}</strong>{' '}
          <Show when={props.answer.refusal}>{(no) => words.refusal(no(), zone())}</Show>
        </p>
        <Show when={props.answer.dates.length > 0}>
          <ul>
            <For each={props.answer.dates}>
              {(one) => (
                <li>
                  <strong>{props.dateOf(one.number)}</strong> {why(one)}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        onClick={() => dismiss(props.answer.intentId)}
      >
        {words.changes.understood}
      </button>
    </Show>
  )
}
