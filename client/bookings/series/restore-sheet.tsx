/** Dates that come back into their series: each with its answer and price now, and one wish for those that can be had. */
import './series.css'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import {
  canWaitFor,
  isWished,
  noRepairs,
  type OccurrenceChoice,
  type PreviewInput,
  type Repairs,
  repairsOf,
} from '../../../domain/bookings/series/preview-series.ts'
import type { Series } from '../../../domain/bookings/series/series.ts'
import { previewRestore, restoreInput } from '../../../domain/bookings/series/series-gaps.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { createNow } from '../../app/clock.ts'
import { createStatus } from '../../store/status.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { OccurrenceRow } from './occurrence-row.tsx'
import { restoreDates } from './restore-dates.ts'
import { createSeriesFacts } from './series-model.ts'
import { WaitsNote } from './waits-note.tsx'

export function RestoreSheet(props: {
  readonly series: Series
  readonly numbers: readonly number[]
  readonly catalogue: Catalogue
  readonly member: Member
  readonly today: LocalDate
  readonly onClose: () => void
}): JSX.Element {
  // The sheet stays with the dates it was opened for, so that what is read is what is wished.
  const { catalogue, numbers, series } = props
  const now = createNow()
  const status = createStatus()
  const known = createSeriesFacts(catalogue, () => props.member)
  const [choices, setChoices] = createSignal<ReadonlyMap<number, OccurrenceChoice>>(new Map())
  const [trouble, setTrouble] = createSignal('')
  const input = createMemo((): PreviewInput | undefined => {
    const found = known()
    return found && restoreInput(series, numbers, choices(), { ...found, now: now() })
  })
  const shown = createMemo(() => {
    const given = input()
    return given === undefined ? [] : previewRestore(given, numbers)
  })
  const fitting = () => shown().filter(isWished)
  const waited = () => shown().filter(({ state }) => state === 'waits').length
  function choose(number: number, choice: OccurrenceChoice | null): void {
    const next = new Map(choices())
    if (choice === null) next.delete(number)
    else next.set(number, choice)
    setChoices(next)
  }
  function repairs(number: number): Repairs {
    const given = input()
    if (given === undefined) return noRepairs
    // What comes back may be one date, and may be waited for.
    const all = { ...repairsOf(given, number), canSkip: numbers.length > 1 }
    return { ...all, canWait: canWaitFor(given, number) }
  }
  async function send(): Promise<void> {
    const answer = await restoreDates(catalogue, series.id, fitting())
    if (answer.kind === 'not-saved') return void setTrouble(words.states.notSaved[answer.why])
    showToast(words.series.broughtBack(fitting().length))
    props.onClose()
  }
  return (
    <Sheet title={words.series.bringBackTitle} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p class="soft">
          {words.series.bookedAnew}{' '}
          <Show when={status()?.state !== 'online'}>{words.bookings.offlineSheet}</Show>
        </p>
        <ul class="occurrences">
          <KeyedFor each={shown()} by={({ number }) => String(number)}>
            {(occurrence) => (
              <OccurrenceRow
                catalogue={catalogue}
                today={props.today}
                occurrence={occurrence()}
                isChosen={choices().has(occurrence().number)}
                resourceId={series.resourceId}
                findRepairs={() => repairs(occurrence().number)}
                onChoose={(choice) => choose(occurrence().number, choice)}
              />
            )}
          </KeyedFor>
        </ul>
        <WaitsNote count={waited()} />
        <button
          type="submit"
          class="button"
          data-kind="primary"
          data-wide
          disabled={fitting().length === 0}
        >
          {words.series.bringBackNow(fitting().length, numbers.length)}
        </button>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
      </form>
    </Sheet>
  )
}
