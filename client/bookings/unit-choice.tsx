/** The units of a place that is had in several: "Whole day · Morning · Afternoon · By the hour", each with what it costs. */
import { For, type JSX, Show } from 'solid-js'
import { intervalAt, spanAt } from '../../domain/bookings/wishes/times-of-day.ts'
import { quote } from '../../domain/prices/quote.ts'
import { isByTheHour, unitOf, unitsOn } from '../../domain/sites/granularity.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { words } from '../ui/words.ts'
import type { TermsProps } from './booking-terms.tsx'

export function UnitChoice(
  props: Omit<TermsProps, 'today'> & { readonly onInterval: (interval: Interval) => void },
): JSX.Element {
  const date = () => spanAt(props.catalogue, props.interval).date
  const units = () => unitsOn(props.catalogue, props.resource, date())
  const chosen = () => unitOf(props.catalogue, props.resource, props.interval)?.name ?? null
  const price = (interval: Interval) =>
    quote(props.catalogue, props.resource, interval, props.member.tierId).price
  return (
    <Show when={units().length > 0}>
      <fieldset class="row">
        <legend class="visually-hidden">{words.bookings.units.title}</legend>
        <For each={units()}>
          {(unit) => (
            <button
              type="button"
              class="chip"
              aria-pressed={chosen() === unit.name}
              onClick={() => props.onInterval(unit.interval)}
            >
              {words.bookings.unitFor(unit.name, price(unit.interval))}
            </button>
          )}
        </For>
        <Show when={isByTheHour(props.resource.rules)}>
          <button
            type="button"
            class="chip"
            aria-pressed={chosen() === null}
            onClick={() => props.onInterval(shortestOf(props))}
          >
            {words.bookings.units.hour}
          </button>
        </Show>
      </fieldset>
    </Show>
  )
}

/** From a day or a half-day to a time by the hour: its first hours, as few as there can be. A time by the hour stays. */
function shortestOf({ catalogue, resource, interval }: Omit<TermsProps, 'today'>): Interval {
  if (unitOf(catalogue, resource, interval) === null) return interval
  const { date, from } = spanAt(catalogue, interval)
  const until = from + resource.rules.minMinutes
  return (
    intervalAt(catalogue, date, { from, until }) ?? {
      startsAt: interval.startsAt,
      endsAt: addMinutes(interval.startsAt, resource.rules.minMinutes),
    }
  )
}
