/** Below the price: what passes and the membership cover of it, what is left of them, and what is still to pay. */
import { For, type JSX, Show } from 'solid-js'
import type { PayWith } from '../../domain/bookings/lots/lot.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { words } from '../ui/words.ts'
import type { TermsProps } from './booking-terms.tsx'
import type { CoverModel } from './cover-model.ts'

export function CoverLines(
  props: Pick<TermsProps, 'catalogue' | 'interval'> & { readonly model: CoverModel },
): JSX.Element {
  const date = () => toWallTime(props.catalogue.zone, props.interval.startsAt).date
  const rest = () => props.model.cover().rest
  return (
    <Show when={props.model.options().length > 0}>
      <PayWithChoice model={props.model} />
      <Show when={props.model.lines().length > 0}>
        <dl class="price" aria-live="polite">
          <For each={props.model.lines()}>
            {({ use, lot, left, per }) => (
              <div>
                <dt>{words.lots.uses(use)}</dt>
                <dd class="soft">{words.lots.leftAfter(lot, left, date(), per)}</dd>
              </div>
            )}
          </For>
          <div class="total">
            <dt>{rest().amountMinor === 0 ? words.lots.nothingOwed : words.lots.owed}</dt>
            <dd>
              <Show when={rest().amountMinor > 0}>{words.amounts.money(rest())}</Show>
            </dd>
          </div>
        </dl>
      </Show>
    </Show>
  )
}

export function PayWithChoice(props: { readonly model: CoverModel }): JSX.Element {
  return (
    <label class="field">
      {words.lots.payWith}
      <select
        onChange={(event) => {
          const { value } = event.currentTarget
          const found = props.model.options().find((one): one is PayWith => one === value)
          if (found !== undefined) props.model.choose(found)
        }}
      >
        <For each={props.model.options()}>
          {(one) => (
            <option value={one} selected={one === props.model.payWith()}>
              {words.lots.payWiths[one]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
