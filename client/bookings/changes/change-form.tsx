import { For, type JSX, Show } from 'solid-js'
import type { ChangeAnswer } from '../../../domain/bookings/changes/decide-change.ts'
import { viewedPlace } from '../../../domain/bookings/viewed-time.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import { gridOf, spanAt, type TimeSpan } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { type Catalogue, findResource } from '../../../domain/sites/catalogue.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import { isLocalDate, type LocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { BookingRow } from '../../store/rows.ts'
import { words } from '../../ui/words.ts'
import { TimeFields } from '../time-choice.tsx'
import { placesFor, type WishedChange } from './change-model.ts'
import { OwedLines } from './owed-lines.tsx'
import { placeText } from './place-text.ts'

export interface ChangeFormProps {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly member: Member | undefined
  readonly wished: WishedChange
  readonly answer: ChangeAnswer | null
  readonly isKnown: boolean
  readonly today: LocalDate
  readonly isOffline: boolean
  /** Its start and place stand; only its end may still move. */
  readonly hasBegun: boolean
  readonly trouble: string
  readonly onPlace: (resourceId: ResourceId) => void
  readonly onTime: (date: LocalDate, span: TimeSpan) => void
  readonly onEnd: (span: Pick<TimeSpan, 'until'>) => void
  readonly onSend: () => void
}

export function ChangeForm(props: ChangeFormProps): JSX.Element {
  const span = () => {
    const { startsAt, endsAt } = props.wished.interval ?? props.row
    return spanAt(props.catalogue, { startsAt, endsAt })
  }
  const step = () =>
    findResource(props.catalogue, props.wished.resourceId)?.rules.incrementMinutes ?? 30
  const grid = () => gridOf(props.catalogue, span().date, step())
  const wishedText = () => {
    const { resourceId, interval } = props.wished
    if (interval === null) return ''
    return placeText(props, viewedPlace(choiceAt(props.catalogue, resourceId, interval)))
  }
  const asks = () => props.answer?.kind === 'fits' && props.answer.asks
  const pays = () => (props.answer?.kind === 'fits' ? props.answer.pays : null)
  const isUnchanged = () =>
    props.answer?.kind === 'refused' && props.answer.refusal.reason === 'unchanged'
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSend()
      }}
    >
      <Show when={!props.hasBegun} fallback={<EndField {...props} span={span()} grid={grid()} />}>
        <PlaceField {...props} />
        <label class="field">
          {words.bookings.day}
          <input
            type="date"
            min={props.today}
            value={span().date}
            onChange={({ currentTarget: { value } }) => {
              if (isLocalDate(value) && value >= props.today) props.onTime(value, span())
            }}
            onBlur={({ currentTarget }) => {
              currentTarget.value = span().date
            }}
          />
        </label>
        <TimeFields
          span={span()}
          grid={grid()}
          onChange={(chosen) => props.onTime(span().date, chosen)}
        />
      </Show>
      <div class="stack" data-gap="small" role="status">
        <Show when={!props.isKnown && refusalOf(props.answer) === null}>
          <p class="soft">{words.bookings.unknownDay}</p>
        </Show>
        <Show when={isUnchanged()}>
          <p class="soft">{words.changes.asItIs}</p>
        </Show>
        <Show when={!isUnchanged() && refusalOf(props.answer)}>
          {(no) => <p class="notice">{words.refusal(no(), props.catalogue.zone)}</p>}
        </Show>
        <Show when={termsOf(props.answer)}>
          {(terms) => <OwedLines row={props.row} terms={terms()} />}
        </Show>
        <Show when={asks()}>
          <p class="soft">{words.changes.asksFirst}</p>
        </Show>
        <Show when={pays()}>
          {(added) => (
            <p class="soft">
              {asks() ? words.changes.paysAfterYes(added()) : words.changes.paysFirst(added())}
            </p>
          )}
        </Show>
      </div>
      <Show when={termsOf(props.answer)}>
        <Show when={props.isOffline}>
          <p class="soft">{words.changes.offline}</p>
        </Show>
        <button type="submit" class="button" data-kind="primary" data-wide>
          {props.isOffline
            ? words.changes.saveWish(wishedText())
            : asks()
              ? words.changes.askFor(wishedText())
              : words.changes.changeTo(wishedText())}
        </button>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {props.trouble}
      </p>
    </form>
  )
}

function refusalOf(answer: ChangeAnswer | null) {
  return answer?.kind === 'refused' ? answer.refusal : null
}

function termsOf(answer: ChangeAnswer | null) {
  return answer?.kind === 'fits' ? answer.terms : null
}

function PlaceField(props: ChangeFormProps): JSX.Element {
  return (
    <label class="field">
      {words.changes.place}
      <select
        onChange={({ currentTarget: { value } }) => {
          const chosen = places().find(({ id }) => id === value)
          if (chosen !== undefined) props.onPlace(chosen.id)
        }}
      >
        <For each={places()}>
          {(place) => (
            <option value={place.id} selected={place.id === props.wished.resourceId}>
              {place.name}
            </option>
          )}
        </For>
      </select>
    </label>
  )

  function places() {
    return placesFor(props.catalogue, props.row, props.member)
  }
}

function EndField(
  props: ChangeFormProps & { readonly span: TimeSpan; readonly grid: readonly number[] },
): JSX.Element {
  const ends = () =>
    [
      ...new Set([...props.grid.filter((minute) => minute > props.span.from), props.span.until]),
    ].sort((a, b) => a - b)
  return (
    <>
      <p class="soft">{words.changes.onlyEnd(formatMinute(props.span.from))}</p>
      <label class="field">
        {words.bookings.until}
        <select onChange={(event) => props.onEnd({ until: Number(event.currentTarget.value) })}>
          <For each={ends()}>
            {(minute) => (
              <option value={minute} selected={minute === props.span.until}>
                {formatMinute(minute % 1440)}
              </option>
            )}
          </For>
        </select>
      </label>
    </>
  )
}
