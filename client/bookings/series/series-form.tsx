/** A booking that repeats: the rule, every date with its answer and price, and one wish for what is shown. */
import './series.css'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { occurrenceInterval } from '../../../domain/bookings/series/series.ts'
import { type SeriesMode, seriesModes } from '../../../domain/bookings/wishes/series-wish.ts'
import { findResource } from '../../../domain/sites/catalogue.ts'
import type { IntentId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/words.ts'
import { Terms } from '../booking-terms.tsx'
import { PayPart } from '../prepaid/pay-part.tsx'
import { OccurrenceRow, timeOf } from './occurrence-row.tsx'
import { type Repeat, RepeatChoice } from './repeat-choice.tsx'
import { requestSeries } from './request-series.ts'
import { EndFields, RhythmFields } from './rule-fields.tsx'
import { SeriesAnswer } from './series-answer.tsx'
import { createSeriesDraft, type SeriesDraft, type SeriesOf, type Shown } from './series-draft.ts'
import { WaitsNote } from './waits-note.tsx'

export interface SeriesFormProps extends SeriesOf {
  readonly isOffline: boolean
  readonly onRepeat: (repeat: Repeat) => void
  readonly onDone: () => void
}

export function SeriesForm(props: SeriesFormProps): JSX.Element {
  const draft = createSeriesDraft(props)
  const [sent, setSent] = createSignal<IntentId | null>(null)
  return (
    <Show when={sent()} fallback={<WishForm {...props} draft={draft} onSent={setSent} />}>
      {(id) => (
        <SeriesAnswer
          intentId={id()}
          catalogue={props.catalogue}
          today={draft.today()}
          onDone={props.onDone}
          onLookAgain={() => setSent(null)}
        />
      )}
    </Show>
  )
}

interface DraftProps extends SeriesFormProps {
  readonly draft: SeriesDraft
}

function WishForm(props: DraftProps & { readonly onSent: (id: IntentId) => void }): JSX.Element {
  const [note, setNote] = createSignal('')
  const [mode, setMode] = createSignal<SeriesMode>('what-can-be-had')
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const bookable = () => props.draft.shown()?.bookable ?? 0
  const all = () => props.draft.shown()?.occurrences.length ?? 0
  async function book(): Promise<void> {
    // Online it is what is shown or nothing: somebody is there to look again.
    const wish = props.draft.wish(note(), props.isOffline ? mode() : 'exactly')
    if (wish === null) return
    const answer = await requestSeries(props.catalogue, wish)
    if (answer.kind === 'saved') props.onSent(answer.id)
    else setTrouble(words.states.notSaved[answer.why])
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void book()
      }}
    >
      <RuleChoice {...props} />
      <Preview {...props} />
      <Show when={bookable() > 0}>
        <label class="field">
          {words.bookings.note}
          <input
            maxlength={limits.noteLengthMax}
            value={note()}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <Show when={props.isOffline}>
          <ModeChoice mode={mode()} onChange={setMode} />
        </Show>
        <button type="submit" class="button" data-kind="primary" data-wide>
          {(props.isOffline ? words.series.save : words.series.book)(bookable(), all())}
        </button>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <Terms {...props} today={props.draft.today()} hasBegun={false} />
    </form>
  )
}

function RuleChoice(props: DraftProps): JSX.Element {
  const { draft } = props
  const changeRepeat = (repeat: Repeat) => {
    if (repeat !== 'never' && repeat !== 'other') {
      draft.changeRule({ ...draft.rule(), rhythm: repeat, every: 1 })
    }
    props.onRepeat(repeat)
  }
  return (
    <>
      <p>
        <strong>{words.series.sentence(draft.recurrence())}</strong>
        <br />
        {timeOf(draft.start().from, draft.start().until)}
      </p>
      <RepeatChoice
        date={draft.start().date}
        repeat={props.repeat}
        onChange={changeRepeat}
        hasFocus
      />
      <Show when={props.repeat === 'other'}>
        <RhythmFields
          rule={draft.rule()}
          startOn={draft.start().date}
          onChange={draft.changeRule}
        />
      </Show>
      <EndFields rule={draft.rule()} startOn={draft.start().date} onChange={draft.changeRule} />
    </>
  )
}

/** Every date with its answer, what they cost together, and what is not known. */
function Preview(props: DraftProps): JSX.Element {
  const { draft } = props
  const unknown = (shown: Shown) =>
    shown.occurrences.filter((one) => one.state === 'unknown').length
  const waits = (shown: Shown) => shown.occurrences.filter((one) => one.state === 'waits').length
  const day = () => {
    const { rhythm } = draft.rule()
    return rhythm.kind === 'monthly-by-date' ? rhythm.day : 0
  }
  return (
    <>
      <Show when={draft.refusal()}>
        {(no) => (
          <p class="notice" role="status">
            {words.refusal(no(), props.catalogue.zone)}
          </p>
        )}
      </Show>
      <Show when={draft.shown()}>
        {(shown) => (
          <>
            <h3>{words.series.dates}</h3>
            <Occurrences {...props} shown={shown()} />
            <Show when={shown().monthsWithout.length > 0}>
              <p class="soft">{words.series.monthsWithout(shown().monthsWithout, day())}</p>
            </Show>
            <Show when={unknown(shown()) > 0}>
              <p class="soft">{words.series.unknownNote(unknown(shown()))}</p>
            </Show>
            <WaitsNote count={waits(shown())} />
            <div role="status">
              <dl class="price">
                <div class="total">
                  <dt>{words.series.total(shown().bookable, shown().occurrences.length)}</dt>
                  <dd>{words.amounts.money(shown().total)}</dd>
                </div>
              </dl>
              <PayPart {...props} parts={partsOf(props, shown())} />
            </div>
          </>
        )}
      </Show>
    </>
  )
}

/** What of it would be booked. */
function partsOf({ catalogue }: DraftProps, { occurrences }: Shown) {
  return occurrences.flatMap((one) => {
    const resource = findResource(catalogue, one.resourceId)
    const interval = occurrenceInterval(catalogue.zone, one.date, one)
    if (one.price === null || resource === null || interval === null) return []
    return [{ resource, interval, price: one.price, extras: [] }]
  })
}

function Occurrences(props: DraftProps & { readonly shown: Shown }): JSX.Element {
  return (
    <ol class="occurrences">
      <KeyedFor each={props.shown.occurrences} by={({ number }) => String(number)}>
        {(occurrence) => (
          <OccurrenceRow
            catalogue={props.catalogue}
            today={props.draft.today()}
            occurrence={occurrence()}
            isChosen={props.draft.isChosen(occurrence().number)}
            resourceId={props.resource.id}
            findRepairs={() => props.draft.repairs(occurrence().number)}
            onChoose={(choice) => props.draft.choose(occurrence().number, choice)}
          />
        )}
      </KeyedFor>
    </ol>
  )
}

/** Chosen before the wish is saved: without a connection nobody can ask later. */
function ModeChoice(props: {
  readonly mode: SeriesMode
  readonly onChange: (mode: SeriesMode) => void
}): JSX.Element {
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{words.series.mode}</legend>
      <For each={seriesModes}>
        {(one) => (
          <label class="choice">
            <input
              type="radio"
              name="series-mode"
              checked={props.mode === one}
              onChange={() => props.onChange(one)}
            />
            {words.series.modes[one]}
          </label>
        )}
      </For>
      <p class="soft">{words.bookings.offlineSheet}</p>
    </fieldset>
  )
}
