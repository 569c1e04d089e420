/** What the member wants should the place be taken, or dearer, by the time the space hears of the wish: up to five others, and a ceiling. */
import { For, type JSX, Show } from 'solid-js'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { defaultDeadline } from '../../domain/bookings/wishes/default-deadline.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Money } from '../../domain/values/money.ts'
import { deviceNow } from '../app/clock.ts'
import { words } from '../ui/words.ts'
import { AnswerByField } from './answer-by.tsx'

export interface InCase {
  /** In the member's order. */
  readonly others: readonly ResourceId[]
  /** The most they agree to; null: what was shown. */
  readonly ceiling: Money | null
  /** Unanswered by then it is not wanted any more; null: as long as one of the places could still be had. */
  readonly answerBy: Instant | null
}

export function InCaseFields(props: {
  readonly catalogue: Catalogue
  readonly resource: Resource
  /** What was shown; null while it cannot be had at all. */
  readonly price: Money | null
  readonly interval: Interval
  readonly value: InCase
  readonly onChange: (value: InCase) => void
}): JSX.Element {
  const latest = () => {
    const places = [props.resource.id, ...props.value.others]
    const choices = places.map((id) => choiceAt(props.catalogue, id, props.interval))
    return defaultDeadline(props.catalogue, choices, deviceNow())
  }
  return (
    <details>
      <summary>{words.bookings.inCase.title}</summary>
      <div class="stack">
        <Others {...props} />
        <Show when={props.price}>{(price) => <Ceiling {...props} price={price()} />}</Show>
        <AnswerByField
          catalogue={props.catalogue}
          latest={latest()}
          value={props.value.answerBy}
          onChange={(answerBy) => props.onChange({ ...props.value, answerBy })}
        />
      </div>
    </details>
  )
}

type PartProps = Parameters<typeof InCaseFields>[0]

function Others(props: PartProps): JSX.Element {
  const others = () => props.value.others
  const change = (ids: readonly ResourceId[]) => props.onChange({ ...props.value, others: ids })
  const nameOf = (id: ResourceId) =>
    props.catalogue.resources.find((one) => one.id === id)?.name ?? ''
  const choices = () =>
    props.catalogue.resources.filter(
      (one) =>
        one.kind === props.resource.kind &&
        one.id !== props.resource.id &&
        one.isBookable &&
        !others().includes(one.id),
    )
  return (
    <>
      <ol class="facts">
        <For each={others()}>
          {(id) => (
            <li>
              <span>{nameOf(id)}</span>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={words.bookings.inCase.removeOther(nameOf(id))}
                onClick={() => change(others().filter((one) => one !== id))}
              >
                {words.bookings.inCase.remove}
              </button>
            </li>
          )}
        </For>
      </ol>
      <Show when={others().length < limits.fallbacksMax && choices().length > 0}>
        <label class="field">
          {words.bookings.inCase.other(others().length + 1)}
          <select
            onChange={(event) => {
              const chosen = choices().find(({ id }) => id === event.currentTarget.value)
              if (chosen !== undefined) change([...others(), chosen.id])
              event.currentTarget.value = ''
            }}
          >
            <option value="">{words.bookings.inCase.none}</option>
            <For each={choices()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
          </select>
        </label>
      </Show>
    </>
  )
}

function Ceiling(props: PartProps & { readonly price: Money }): JSX.Element {
  const { currency } = props.price
  const scale = 10 ** words.amounts.currencyDigits(currency)
  return (
    <label class="field">
      {words.bookings.inCase.atMost(currency)}
      <input
        type="number"
        inputmode="decimal"
        min={props.price.amountMinor / scale}
        step="any"
        placeholder={String(props.price.amountMinor / scale)}
        onInput={(event) => {
          const typed = event.currentTarget.valueAsNumber
          const amountMinor = Math.round(typed * scale)
          const isMore = Number.isFinite(typed) && amountMinor > props.price.amountMinor
          props.onChange({ ...props.value, ceiling: isMore ? { amountMinor, currency } : null })
        }}
      />
    </label>
  )
}
