import { type JSX, lazy, Show, Suspense } from 'solid-js'
import type { BasketItem } from '../../domain/bookings/wishes/basket-wish.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { dismiss, isDismissed } from '../store/dismissed.ts'
import type { BookingRow } from '../store/rows.ts'
import type { WriteAnswer } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { AlternativeList } from './alternative-list.tsx'
import { requestBooking } from './request-booking.ts'

const WaitActions = lazy(async () => ({
  default: (await import('./waitlist/wait-actions.tsx')).WaitActions,
}))
/** Once a version of the house rules. */
const RulesRefusal = lazy(async () => ({
  default: (await import('./house-rules/rules-refusal.tsx')).RulesRefusal,
}))

/** Why not, in words, and what is free instead: one tap takes it. */
export function RefusalNotice(props: {
  readonly row: BookingRow
  readonly nameOf: (resourceId: string) => string
  readonly today: LocalDate
  readonly zone: ZoneTable | undefined
  readonly catalogue: Catalogue | undefined
  readonly onRetry: ((id: IntentId) => void) | undefined
}): JSX.Element {
  const why = () => {
    const { refusal, declineReason, basket, state, price } = props.row
    if (basket !== null && state === 'ask-again' && price !== null) {
      return words.baskets.costsNow(price)
    }
    if (refusal !== null) return words.refusal(refusal, props.zone)
    return declineReason === null
      ? words.states.sentences[props.row.state]
      : words.approval.declined(declineReason)
  }
  /** The same again with the one thing changed that said no; for a higher price, all of it as it was. */
  function basketWith(offer: Alternative | null): readonly BasketItem[] {
    const { basket, refusal } = props.row
    const at = refusal?.reason === 'basket-item' ? refusal.item : null
    return (basket ?? []).map((item, index) =>
      offer !== null && index === at ? { ...item, choice: offer.choice } : item,
    )
  }
  async function wishAgain(offer: Alternative | null): Promise<WriteAnswer> {
    const { requestBasket, totalOf } = await import('./baskets/request-basket.ts')
    const items = basketWith(offer)
    const { siteId, price } = props.row
    return requestBasket({ siteId, items, note: '' }, price ?? totalOf(items))
  }
  const wanted = () => {
    const { refusal, resourceId, startsAt, endsAt, people } = props.row
    const { catalogue } = props
    if (refusal === null || catalogue === undefined) return undefined
    return { catalogue, resourceIds: [resourceId], interval: { startsAt, endsAt }, people, refusal }
  }
  async function take(offer: Alternative): Promise<void> {
    done(props.row.basket === null ? await wishFor(offer) : await wishAgain(offer))
  }
  function wishFor(offer: Alternative): Promise<WriteAnswer> {
    return requestBooking({
      siteId: props.row.siteId,
      choice: offer.choice,
      price: offer.price,
      people: props.row.people,
      note: props.row.note,
      takeNearest: false,
    })
  }
  function done(answer: WriteAnswer): void {
    if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
    dismiss(props.row.id)
    props.onRetry?.(answer.id)
  }
  return (
    <>
      <p class="notice">{why()}</p>
      <Show when={!isDismissed(props.row.id)}>
        <Show when={props.row.refusal?.reason === 'rules-not-accepted' && props.catalogue}>
          {(catalogue) => (
            <Suspense>
              <RulesRefusal row={props.row} catalogue={catalogue()} onWished={done} />
            </Suspense>
          )}
        </Show>
        <Show when={props.row.alternatives.length > 0}>
          <p class="soft">{words.bookings.instead}</p>
        </Show>
        <AlternativeList
          alternatives={props.row.alternatives}
          nameOf={props.nameOf}
          date={props.row.date}
          today={props.today}
          hasPrices
          onTake={(offer) => void take(offer)}
        />
        <Show
          when={props.row.basket !== null && props.row.state === 'ask-again' && props.row.price}
        >
          {(price) => (
            <button
              type="button"
              class="button"
              data-wide
              onClick={() => void wishAgain(null).then(done)}
            >
              {words.baskets.again(price())}
            </button>
          )}
        </Show>
        <Show when={wanted()}>
          {(found) => (
            <Suspense>
              <WaitActions {...found()} />
            </Suspense>
          )}
        </Show>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => dismiss(props.row.id)}
        >
          {words.bookings.neverMind}
        </button>
      </Show>
    </>
  )
}
