/** "Add to this booking": other places at the same time and extras, with what each costs, and one total. Closed at first. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import { previewBasket } from '../../../domain/bookings/baskets/preview-basket.ts'
import { extrasFor, priceExtras } from '../../../domain/bookings/baskets/price-extras.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import type { BasketItem } from '../../../domain/bookings/wishes/basket-wish.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { findResource } from '../../../domain/sites/catalogue.ts'
import type { Extra } from '../../../domain/sites/extra.ts'
import { limits } from '../../../domain/values/limits.ts'
import { money } from '../../../domain/values/money.ts'
import { createNow } from '../../app/clock.ts'
import { words } from '../../ui/words.ts'
import { PayWithChoice } from '../cover-lines.tsx'
import type { CoverModel } from '../cover-model.ts'
import { PayPart } from '../prepaid/pay-part.tsx'
import { createSeriesFacts } from '../series/series-model.ts'
import {
  type Added,
  isAnythingAdded,
  itemsOf,
  placesToAdd,
  quotedItems,
  type Together,
} from './added.ts'

export interface AddToBookingProps extends Omit<Together, 'payWith'> {
  readonly cover: CoverModel
  readonly member: Member
  readonly added: Added
  readonly isOffline: boolean
  readonly onAdd: (added: Added) => void
  readonly onBook: (items: readonly BasketItem[]) => void
}

export function AddToBooking(props: AddToBookingProps): JSX.Element {
  const known = createSeriesFacts(props.catalogue, () => props.member)
  const now = createNow()
  const items = createMemo(() => itemsOf({ ...props, payWith: props.cover.payWith() }, props.added))
  const preview = createMemo(() => {
    const facts = known()?.facts
    return facts === undefined ? null : previewBasket(items(), facts, now())
  })
  const book = () => {
    const facts = known()?.facts
    const quoted = facts === undefined ? null : quotedItems(items(), facts, now())
    if (quoted !== null) props.onBook(quoted)
  }
  const total = () => preview()?.total ?? null
  const parts = () => {
    const answers = total() === null ? [] : (preview()?.answers ?? [])
    return answers.flatMap((answer) => (answer.kind === 'fits' ? toPay(answer.booking) : []))
  }
  const toPay = ({ resourceId, interval, price, extras }: Booking) => {
    const resource = findResource(props.catalogue, resourceId)
    if (resource === null) return []
    return [{ resource, interval, price, extras: extras.map((extra) => extra.price) }]
  }
  return (
    <>
      <details class="stack" open={isAnythingAdded(props.added)}>
        <summary>{words.baskets.add}</summary>
        <div class="stack">
          <Extras {...props} />
          <Places {...props} />
        </div>
      </details>
      <Show when={isAnythingAdded(props.added)}>
        <Show when={props.cover.options().length > 0}>
          <PayWithChoice model={props.cover} />
        </Show>
        <Lines {...props} items={items()} preview={preview()} />
        <PayPart {...props} parts={parts()} />
        <button
          type="button"
          class="button"
          data-kind="primary"
          data-wide
          disabled={total() === null}
          onClick={book}
        >
          <Show when={total()} fallback={words.baskets.notAll}>
            {(price) =>
              props.isOffline ? words.baskets.save(price()) : words.baskets.book(price())
            }
          </Show>
        </button>
      </Show>
    </>
  )
}

/** Counted: as many as wanted, none at first. */
function Extras(props: AddToBookingProps): JSX.Element {
  const offered = () => extrasFor(props.catalogue.site, props.resource)
  return (
    <Show when={offered().length > 0}>
      <div class="field-grid">
        <For each={offered()}>{(extra) => <ExtraField {...props} extra={extra} />}</For>
      </div>
    </Show>
  )
}

function ExtraField(props: AddToBookingProps & { readonly extra: Extra }): JSX.Element {
  const now = createNow()
  const { id, name, priceMinor, maxCount } = props.extra
  const count = () => props.added.extras.find(({ extraId }) => extraId === id)?.count ?? 0
  const each = money(priceMinor, props.catalogue.site.currency)
  const why = () => {
    const wished = [{ extraId: id, count: Math.max(1, Math.min(count(), maxCount)) }]
    const { startsAt } = props.interval
    const answer = priceExtras(props.catalogue.site, props.resource, wished, startsAt, now())
    return answer.kind === 'refused' ? words.refusal(answer.refusal) : null
  }
  const change = (typed: number) => {
    const wanted = Number.isFinite(typed) ? Math.max(0, Math.min(Math.floor(typed), maxCount)) : 0
    const others = props.added.extras.filter(({ extraId }) => extraId !== id)
    const extras = wanted === 0 ? others : [...others, { extraId: id, count: wanted }]
    props.onAdd({ ...props.added, extras })
  }
  return (
    <label class="field">
      {words.baskets.each(name, each)}
      <input
        type="number"
        inputmode="numeric"
        min="0"
        max={maxCount}
        disabled={why() !== null && count() === 0}
        value={count()}
        onChange={(event) => change(event.currentTarget.valueAsNumber)}
      />
      <Show when={why()}>{(reason) => <span class="soft">{reason()}</span>}</Show>
    </label>
  )
}

function Places(props: AddToBookingProps): JSX.Element {
  const choices = () => placesToAdd(props, props.added)
  return (
    <Show when={props.added.places.length + 1 < limits.basketItemsMax && choices().length > 0}>
      <label class="field">
        {words.baskets.place}
        <select
          onChange={(event) => {
            const chosen = choices().find(({ id }) => id === event.currentTarget.value)
            event.currentTarget.value = ''
            if (chosen === undefined) return
            props.onAdd({ ...props.added, places: [...props.added.places, chosen.id] })
          }}
        >
          <option value="">{words.baskets.noPlace}</option>
          <For each={choices()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
        </select>
      </label>
    </Show>
  )
}

interface LinesProps extends AddToBookingProps {
  readonly items: readonly Omit<BasketItem, 'quote'>[]
  readonly preview: ReturnType<typeof previewBasket> | null
}

/** Each place with its price or why not, its extras, and what all of it comes to. */
function Lines(props: LinesProps): JSX.Element {
  const placeOf = (item: Omit<BasketItem, 'quote'>) =>
    props.catalogue.resources.find(({ id }) => id === item.choice.resourceId)
  const remove = (item: Omit<BasketItem, 'quote'>) =>
    props.onAdd({
      ...props.added,
      places: props.added.places.filter((id) => id !== item.choice.resourceId),
    })
  return (
    <dl class="price" aria-live="polite">
      <For each={props.items}>
        {(item, index) => {
          const answer = () => props.preview?.answers[index()]
          const fits = () => {
            const found = answer()
            return found?.kind === 'fits' ? found.booking : null
          }
          const why = () => {
            const found = answer()
            return found?.kind === 'refused' ? found.refusal : null
          }
          return (
            <>
              <div>
                <dt>
                  {placeOf(item)?.name}
                  <Show when={index() > 0}>
                    <button
                      type="button"
                      class="button"
                      data-kind="quiet"
                      aria-label={words.baskets.removeLabel(placeOf(item)?.name ?? '')}
                      onClick={() => remove(item)}
                    >
                      {words.baskets.remove}
                    </button>
                  </Show>
                  <Show when={why()}>
                    {(no) => <p class="soft">{words.refusal(no(), props.catalogue.zone)}</p>}
                  </Show>
                </dt>
                <dd>
                  <Show when={fits()}>{(booking) => words.amounts.money(booking().price)}</Show>
                </dd>
              </div>
              <For each={fits()?.extras ?? []}>
                {(extra) => (
                  <div>
                    <dt>{words.baskets.counted(extra.count, extra.name)}</dt>
                    <dd>{words.amounts.money(extra.price)}</dd>
                  </div>
                )}
              </For>
            </>
          )
        }}
      </For>
      <div class="total">
        <dt>{words.bookings.total}</dt>
        <dd>
          <Show when={props.preview?.total}>{(total) => words.amounts.money(total())}</Show>
        </dd>
      </div>
    </dl>
  )
}
