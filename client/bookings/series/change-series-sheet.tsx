/** Several dates of a series at another time or place: which, what becomes of each, and one wish for those that can be changed. */
import './series.css'
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { ChangeAnswer } from '../../../domain/bookings/series/change-series.ts'
import { placeOfChoice } from '../../../domain/bookings/series/series.ts'
import type { SeriesEdit } from '../../../domain/bookings/wishes/series-wish.ts'
import { gridOf, spanAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { type Catalogue, findResource } from '../../../domain/sites/catalogue.ts'
import type { IntentId } from '../../../domain/values/ids.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { createBookings } from '../../store/bookings.ts'
import { createOutcome } from '../../store/own-bookings.ts'
import type { BookingRow } from '../../store/rows.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { words } from '../../ui/words.ts'
import { BookingCard } from '../booking-card.tsx'
import { placesFor } from '../changes/change-model.ts'
import { TimeFields } from '../time-choice.tsx'
import { createSeriesChange, wishSeriesChange } from './change-model.ts'
import { timeOf } from './occurrence-row.tsx'
import { createScope, ScopeFields } from './scope-fields.tsx'

export interface ChangeSeriesProps {
  readonly catalogue: Catalogue
  readonly member: Member
  /** The dates that can still be changed, in order; at least one. */
  readonly rows: readonly BookingRow[]
  readonly today: LocalDate
  readonly onClose: () => void
}

interface Sent {
  readonly id: IntentId
  /** Where the dates were, so that it shows when they are elsewhere. */
  readonly was: ReadonlyMap<string, string>
}

function placeOf({ resourceId, startsAt, endsAt }: Place): string {
  return [resourceId, startsAt, endsAt].join(' ')
}

type Place = Pick<BookingRow, 'resourceId' | 'startsAt' | 'endsAt'>

export function ChangeSeriesSheet(props: ChangeSeriesProps): JSX.Element {
  const [sent, setSent] = createSignal<Sent | null>(null)
  return (
    <Sheet title={words.series.changeDates} onClose={props.onClose}>
      <Show when={sent()} fallback={<ChangeForm {...props} onSent={setSent} />}>
        {(wish) => <ChangeOutcome {...props} sent={wish()} onLookAgain={() => setSent(null)} />}
      </Show>
    </Sheet>
  )
}

function ChangeForm(
  props: ChangeSeriesProps & { readonly onSent: (sent: Sent) => void },
): JSX.Element {
  // The form stays with the dates it was opened for, so that what is read is what is changed.
  const { catalogue, member } = props
  const scope = createScope(props.rows)
  const [edit, setEdit] = createSignal<SeriesEdit>({ span: null, resourceId: null })
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const found = createSeriesChange(catalogue, member, scope.chosen, edit)
  const answers = () => found().answers
  const fitting = () => answers().filter(({ decision }) => decision.booking !== null)
  async function send(): Promise<void> {
    const was = answers().map(({ before }) => {
      return [before.id, placeOf({ ...before, ...before.interval })] as const
    })
    const kept = await wishSeriesChange(answers(), scope.scope(), edit())
    if (kept.kind === 'saved') props.onSent({ id: kept.id, was: new Map(was) })
    else setTrouble(words.states.notSaved[kept.why])
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ScopeFields scope={scope} today={props.today} />
      <Show when={scope.chosen()[0]}>
        {(first) => <EditFields {...props} first={first()} edit={edit()} onChange={setEdit} />}
      </Show>
      <Show when={answers().length > 0} fallback={<p class="soft">{words.series.noChange}</p>}>
        <ul class="occurrences" role="status">
          <For each={answers()}>{(answer) => <AnswerRow {...props} answer={answer} />}</For>
        </ul>
      </Show>
      <Show when={answers().length > 0 && answers().length < scope.chosen().length}>
        <p class="soft">{words.series.keptOwn(scope.chosen().length - answers().length)}</p>
      </Show>
      <Show when={found().pays}>
        {(added) => <p class="soft">{words.series.paysFirst(added())}</p>}
      </Show>
      <button
        type="submit"
        class="button"
        data-kind="primary"
        data-wide
        disabled={fitting().length === 0}
      >
        {words.series.changeNow(fitting().length, scope.chosen().length)}
      </button>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </form>
  )
}

/** The time of day and the place that all of them take; what is left as it is changes nothing. */
function EditFields(
  props: ChangeSeriesProps & {
    readonly first: BookingRow
    readonly edit: SeriesEdit
    readonly onChange: (edit: SeriesEdit) => void
  },
): JSX.Element {
  const has = () => spanAt(props.catalogue, props.first)
  const span = () => props.edit.span ?? has()
  const resourceId = () => props.edit.resourceId ?? props.first.resourceId
  const step = () => findResource(props.catalogue, resourceId())?.rules.incrementMinutes ?? 30
  return (
    <>
      <TimeFields
        span={span()}
        grid={gridOf(props.catalogue, props.first.date, step())}
        onChange={({ from, until }) => {
          const isSame = from === has().from && until === has().until
          props.onChange({ ...props.edit, span: isSame ? null : { from, until } })
        }}
      />
      <label class="field">
        {words.changes.place}
        <select
          onChange={(event) => {
            const id = event.currentTarget.value
            const place = placesFor(props.catalogue, props.first, props.member).find(
              (one) => one.id === id && one.id !== props.first.resourceId,
            )
            props.onChange({ ...props.edit, resourceId: place?.id ?? null })
          }}
        >
          <For each={placesFor(props.catalogue, props.first, props.member)}>
            {(place) => (
              <option value={place.id} selected={place.id === resourceId()}>
                {place.name}
              </option>
            )}
          </For>
        </select>
      </label>
    </>
  )
}

/** One date: where it goes and what it would owe, or why it stays. */
function AnswerRow(props: ChangeSeriesProps & { readonly answer: ChangeAnswer }): JSX.Element {
  const to = () => placeOfChoice(props.answer.listed.choice)
  const about = () => {
    const { resourceId, from, until } = to()
    const place = findResource(props.catalogue, resourceId)?.name ?? words.bookings.notOnPlan
    return `${timeOf(from, until)} · ${place}`
  }
  const booking = () => props.answer.decision.booking
  const refusal = () => {
    const { outcome } = props.answer.decision
    return outcome.kind === 'refused' ? outcome.refusal : null
  }
  return (
    <li class="occurrence">
      <p class="occurrence-line">
        <span>
          <strong>{words.amounts.date(to().date, props.today)}</strong>{' '}
          <span class="soft">{about()}</span>
        </span>
        <span class="occurrence-answer">
          <StateBadge
            tone={booking() === null ? 'busy' : 'available'}
            word={booking() === null ? words.series.stays : words.series.states.free}
          />
          <Show when={booking()}>{(found) => words.amounts.money(found().owed)}</Show>
        </span>
      </p>
      <Show when={refusal()}>
        {(no) => <p class="soft">{words.refusal(no(), props.catalogue.zone)}</p>}
      </Show>
    </li>
  )
}

/** What the space says of it; until then the dates stand as they were. */
function ChangeOutcome(
  props: ChangeSeriesProps & { readonly sent: Sent; readonly onLookAgain: () => void },
): JSX.Element {
  const outcome = createOutcome(() => props.sent.id)
  const changed = () => {
    const found = outcome()
    return found?.kind === 'series' ? found.occurrences : null
  }
  const waiting = () =>
    (changed() ?? []).flatMap((one) => (one.kind === 'changed' ? (one.held ?? []) : []))
  const heldUntil = () => {
    const [first] = waiting()
    if (first === undefined) return null
    return formatMinute(toWallTime(props.catalogue.zone, first.holdExpiresAt).minute)
  }
  const refusal = () => {
    const found = outcome()
    return found?.kind === 'refused' ? found.refusal : null
  }
  const bookings = createBookings()
  /** The one with the button that pays for all of them. */
  const hold = () =>
    bookings()?.find(
      ({ bookingId, state, paidWith }) =>
        state === 'to-pay' &&
        (paidWith === null || paidWith === bookingId) &&
        waiting().some((one) => one.bookingId === bookingId),
    )
  /** At once, or once it was paid: then all of them are, so one of them says it. */
  const isDone = () => {
    if (waiting().length === 0) return true
    const [first] = props.sent.was
    const row = bookings()?.find(({ bookingId }) => bookingId === first?.[0])
    return row !== undefined && placeOf(row) !== first?.[1]
  }
  return (
    <div
      class="stack"
      role="status"
      tabindex="-1"
      ref={(answer) => queueMicrotask(() => answer.focus())}
    >
      <Show
        when={changed()}
        fallback={<Show when={refusal() === null}>{words.series.waiting}</Show>}
      >
        {(dates) => (
          <p>
            <Switch fallback={words.series.notPaid}>
              <Match when={isDone()}>
                <strong>{words.series.datesChanged(dates().length)}</strong>
              </Match>
              <Match when={hold() && heldUntil()}>
                {(time) => <>{words.series.heldToChange(dates().length, time())}</>}
              </Match>
            </Switch>
          </p>
        )}
      </Show>
      <Show when={hold()}>
        {(row) => (
          <BookingCard row={row()} catalogue={props.catalogue} today={props.today} isPlain />
        )}
      </Show>
      <Show when={refusal()}>
        {(no) => (
          <>
            <p class="notice">{words.refusal(no(), props.catalogue.zone)}</p>
            <button type="button" class="button" data-wide onClick={() => props.onLookAgain()}>
              {words.series.lookAgain}
            </button>
          </>
        )}
      </Show>
      <button type="button" class="button" data-wide onClick={() => props.onClose()}>
        {words.app.done}
      </button>
    </div>
  )
}
