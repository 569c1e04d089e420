/** The parts of a standing order that are its own. */
import { For, type JSX } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import { addDays, isLocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import { words } from '../../ui/words.ts'
import { CountField } from '../count-field.tsx'
import type { OrderDraft } from './order-draft.ts'
import type { Wanted } from './wait-actions.tsx'

interface PartProps {
  readonly draft: OrderDraft
}

/** Places of the same kind as the first that was wanted. */
export function PlacesField(props: Wanted & PartProps): JSX.Element {
  const chosen = () => props.draft.order().resourceIds
  const kind = () => {
    const [first] = props.resourceIds
    return props.catalogue.resources.find(({ id }) => id === first)?.kind
  }
  const places = () =>
    props.catalogue.resources.filter((one) => one.kind === kind() && one.isBookable)
  const toggle = (id: (typeof props.resourceIds)[number]) => {
    const without = chosen().filter((one) => one !== id)
    const next = without.length < chosen().length ? without : [...without, id]
    props.draft.change({ resourceIds: next.slice(0, limits.orderPlacesMax) })
  }
  return (
    <details>
      <summary>
        {words.waitlist.places} {words.waitlist.placesCount(chosen().length)}
      </summary>
      <fieldset class="order-places">
        <legend class="visually-hidden">{words.waitlist.places}</legend>
        <For each={places()}>
          {({ id, name }) => (
            <label class="choice">
              <input type="checkbox" checked={chosen().includes(id)} onChange={() => toggle(id)} />
              {name}
            </label>
          )}
        </For>
      </fieldset>
    </details>
  )
}

export function CeilingField(props: PartProps): JSX.Element {
  const { currency } = props.draft.order().ceiling
  const scale = 10 ** words.amounts.currencyDigits(currency)
  return (
    <label class="field">
      {words.waitlist.ceiling(currency)}
      <input
        type="number"
        inputmode="decimal"
        min="0"
        step="any"
        value={props.draft.order().ceiling.amountMinor / scale}
        onInput={(event) => {
          const amountMinor = Math.round(event.currentTarget.valueAsNumber * scale)
          if (Number.isSafeInteger(amountMinor) && amountMinor >= 0) {
            props.draft.change({ ceiling: { amountMinor, currency } })
          }
        }}
      />
    </label>
  )
}

/** Every hour until it begins. */
export function StopField(props: PartProps): JSX.Element {
  const hours = () =>
    Array.from({ length: 24 }, (_, hour) => hour * 60).filter(
      (minute) => minute > 0 && minute <= props.draft.order().span.from,
    )
  return (
    <label class="field">
      {words.waitlist.stopsAt}
      <select
        onChange={(event) => {
          const { value } = event.currentTarget
          props.draft.change({ stopsAt: value === '' ? null : Number(value) })
        }}
      >
        <option value="">{words.waitlist.stopsAtStart}</option>
        <For each={hours()}>
          {(minute) => (
            <option value={minute} selected={props.draft.order().stopsAt === minute}>
              {formatMinute(minute)}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

export function EndFields(props: PartProps): JSX.Element {
  const order = () => props.draft.order()
  return (
    <div class="two-fields">
      <label class="field">
        {words.waitlist.until}
        <input
          type="date"
          min={order().from}
          max={addDays(order().from, limits.orderDaysMax)}
          value={order().until}
          onChange={(event) => {
            const until = event.currentTarget.value
            if (isLocalDate(until)) props.draft.change({ until })
          }}
          onBlur={({ currentTarget }) => {
            currentTarget.value = order().until
          }}
        />
      </label>
      <CountField
        label={words.waitlist.count}
        value={order().count}
        max={limits.orderBookingsMax}
        onChange={(count) => props.draft.change({ count })}
      />
    </div>
  )
}
