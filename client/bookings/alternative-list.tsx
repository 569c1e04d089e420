import { For, type JSX } from 'solid-js'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { words } from '../ui/words.ts'

/** What is free instead, each one tap away. The day is named where it is another one than was wished. */
export function AlternativeList(props: {
  readonly alternatives: readonly Alternative[]
  readonly nameOf: (resourceId: string) => string
  /** The day that was wished. */
  readonly date: LocalDate
  readonly today: LocalDate
  /** Said where a tap books it; where it opens a form, the form says what it costs. */
  readonly hasPrices: boolean
  readonly onTake: (alternative: Alternative) => void
}): JSX.Element {
  const when = ({ choice: { wall } }: Alternative) => {
    const time = words.amounts.timeRange(wall.start.minute, wall.end.minute)
    return wall.start.date === props.date
      ? time
      : `${words.amounts.date(wall.start.date, props.today)}, ${time}`
  }
  const nameOf = ({ choice }: Alternative) => props.nameOf(choice.resourceId)
  const label = (offer: Alternative) =>
    props.hasPrices ? words.bookings.alternativeLabel(nameOf(offer), when(offer)) : undefined
  return (
    <ul class="stack" data-gap="small">
      <For each={props.alternatives}>
        {(offer) => (
          <li>
            <button
              type="button"
              class="button alternative"
              data-wide
              aria-label={label(offer)}
              onClick={() => props.onTake(offer)}
            >
              <span>{nameOf(offer)}</span>
              <span>
                {when(offer)}
                {props.hasPrices ? ` · ${words.amounts.money(offer.price)}` : ''}
              </span>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
