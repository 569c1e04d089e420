/** One date of a series: its answer, why where it is no, and what else could be done about it. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import {
  isWished,
  type OccurrenceChoice,
  type OccurrenceState,
  type PreviewedOccurrence,
  type Repairs,
} from '../../../domain/bookings/series/preview-series.ts'
import { placeOfChoice } from '../../../domain/bookings/series/series.ts'
import type { Alternative } from '../../../domain/bookings/wishes/outcome.ts'
import { gridOf } from '../../../domain/bookings/wishes/times-of-day.ts'
import { type Catalogue, findResource } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { words } from '../../ui/words.ts'
import { TimeFields } from '../time-choice.tsx'

const tones: Readonly<Record<OccurrenceState, StateTone>> = {
  free: 'available',
  unknown: 'held',
  taken: 'busy',
  closed: 'blocked',
  refused: 'blocked',
  skipped: 'blocked',
  waits: 'held',
}

interface RowProps {
  readonly catalogue: Catalogue
  readonly today: LocalDate
  readonly occurrence: PreviewedOccurrence
  /** The member has chosen something for this date. */
  readonly isChosen: boolean
  /** The place of the series: named only where a date is elsewhere. */
  readonly resourceId: string
  /** Looked for when the row is opened: each answer is tried against all the others. */
  readonly findRepairs: () => Repairs
  readonly onChoose: (choice: OccurrenceChoice | null) => void
}

export function OccurrenceRow(props: RowProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const name = (id: string) =>
    props.catalogue.resources.find((one) => one.id === id)?.name ?? words.bookings.notOnPlan
  const day = () => words.amounts.date(props.occurrence.date, props.today)
  const about = () => {
    const { resourceId, from, until } = props.occurrence
    const time = timeOf(from, until)
    return resourceId === props.resourceId ? time : `${time} · ${name(resourceId)}`
  }
  return (
    <li class="occurrence">
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <span>
            <strong>{day()}</strong> <span class="soft">{about()}</span>
          </span>
          <span class="occurrence-answer">
            <StateBadge
              tone={tones[props.occurrence.state]}
              word={words.series.states[props.occurrence.state]}
            />
            <Show when={props.occurrence.price}>{(price) => words.amounts.money(price())}</Show>
          </span>
          <Show when={props.occurrence.refusal}>
            {(no) => (
              <span class="occurrence-why soft">{words.refusal(no(), props.catalogue.zone)}</span>
            )}
          </Show>
        </summary>
        <Show when={isOpen()}>
          <Choices {...props} name={name} />
        </Show>
      </details>
    </li>
  )
}

function Choices(props: RowProps & { readonly name: (id: string) => string }): JSX.Element {
  const repairs = createMemo(() => props.findRepairs())
  const needsRepair = () => !isWished(props.occurrence) && props.occurrence.state !== 'skipped'
  const place = () => {
    const { resourceId, date, from, until } = props.occurrence
    return { resourceId, date, from, until }
  }
  return (
    <div class="stack" data-gap="small">
      <Show when={needsRepair()}>
        <Offers {...props} offers={repairs().alternatives} />
      </Show>
      <Show when={props.occurrence.state !== 'skipped'}>
        <OtherTime {...props} />
      </Show>
      <div class="row">
        <Show when={needsRepair() && repairs().canWait}>
          <button
            type="button"
            class="button"
            onClick={() => props.onChoose({ kind: 'wait', ...place() })}
          >
            {words.bookings.waitFor}
          </button>
        </Show>
        <Show when={props.occurrence.state !== 'skipped' && repairs().canSkip}>
          <button type="button" class="button" onClick={() => props.onChoose({ kind: 'skip' })}>
            {words.series.leaveOut}
          </button>
        </Show>
        <Show when={props.isChosen}>
          <button type="button" class="button" onClick={() => props.onChoose(null)}>
            {words.series.asPlanned}
          </button>
        </Show>
      </div>
    </div>
  )
}

/** What would be booked instead, one tap each. */
function Offers(
  props: RowProps & {
    readonly name: (id: string) => string
    readonly offers: readonly Alternative[]
  },
): JSX.Element {
  const textOf = ({ choice }: Alternative) => {
    const { from, until, resourceId } = placeOfChoice(choice)
    return `${props.name(resourceId)}, ${timeOf(from, until)}`
  }
  return (
    <Show when={props.offers.length > 0} fallback={<p class="soft">{words.series.noRepair}</p>}>
      <p class="soft">{words.series.insteadOf}</p>
      <For each={props.offers}>
        {(offer) => (
          <button
            type="button"
            class="button alternative"
            data-wide
            onClick={() => props.onChoose({ kind: 'instead', ...placeOfChoice(offer.choice) })}
          >
            <span>{textOf(offer)}</span>
            <span>{words.amounts.money(offer.price)}</span>
          </button>
        )}
      </For>
    </Show>
  )
}

/** Another time that day at the same place, whether or not this one can be had. */
function OtherTime(props: RowProps): JSX.Element {
  const [span, setSpan] = createSignal({
    from: props.occurrence.from,
    until: props.occurrence.until,
  })
  const step = () =>
    findResource(props.catalogue, props.occurrence.resourceId)?.rules.incrementMinutes ?? 30
  return (
    <details>
      <summary>{words.series.otherTime}</summary>
      <div class="stack" data-gap="small">
        <TimeFields
          span={span()}
          grid={gridOf(props.catalogue, props.occurrence.date, step())}
          onChange={setSpan}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            const { resourceId, date } = props.occurrence
            props.onChoose({ kind: 'instead', resourceId, date, ...span() })
          }}
        >
          {words.series.takeTime(timeOf(span().from, span().until))}
        </button>
      </div>
    </details>
  )
}

export function timeOf(from: number, until: number): string {
  return `${formatMinute(from)}–${formatMinute(until > 1440 ? until % 1440 : until)}`
}
