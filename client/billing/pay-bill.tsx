/**
 * Paying one's own bill: the way to the page where it is paid, and what is known when one comes back from there. The page says nothing that the
 * space has not said: coming back proves nothing.
 */
import { useSearchParams } from '@solidjs/router'
import { createSignal, type JSX, onMount, Show } from 'solid-js'
import { needsSomebody } from '../../domain/billing/paying/pay-standing.ts'
import { type BillStory, openOf } from '../../domain/billing/payment.ts'
import { isChargeable } from '../../domain/prices/minimum.ts'
import { askSpace } from '../app/ask-space.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { DeclinedSentence } from './declined-sentence.tsx'
import { PayByPage } from './pay-by-page.tsx'
import { createPaying } from './paying-state.ts'

export function PayBill(props: { readonly story: BillStory; readonly space: Space }): JSX.Element {
  const paying = createPaying()
  const open = () => openOf(props.story)
  const standing = () => paying.standingOf(props.story, props.space)
  const isOpen = () => open().amountMinor > 0
  return (
    <section class="stack pay-bill" data-gap="small" aria-label={words.paying.pay(open())}>
      <ComingBack story={props.story} />
      <Show when={paying.isOffered() && isOpen()}>
        <Show when={needsSomebody(standing())}>
          <div class="notice" data-tone="problem">
            <DeclinedSentence standing={standing()} />
            <Show when={standing().isConfirmNeeded}>
              <p>{words.paying.confirmNeeded(open())}</p>
            </Show>
          </div>
        </Show>
        <Show when={paying.ribbon()}>
          {(text) => (
            <p class="state" data-tone="held">
              {text()}
            </p>
          )}
        </Show>
        <Show when={isChargeable(open())} fallback={<p class="soft">{words.paying.tooLittle}</p>}>
          <PayByPage
            path={`/api/pay/bills/${props.story.bill.id}`}
            says={standing().isConfirmNeeded ? words.paying.confirm : words.paying.pay(open())}
          >
            <a class="button" data-kind="quiet" href="/me/payment-methods">
              {words.paying.methods}
            </a>
          </PayByPage>
        </Show>
      </Show>
    </section>
  )
}

/** Back from the page: the space asks how it went, and the bill shows it as soon as it is in the books. */
function ComingBack(props: { readonly story: BillStory }): JSX.Element {
  const [search] = useSearchParams<{ from?: string }>()
  const [hasLooked, setHasLooked] = createSignal(false)
  const isBack = () => search.from === 'page'
  onMount(async () => {
    if (!isBack()) return
    const path = `/api/pay/bills/${props.story.bill.id}/look`
    await askSpace('POST', path).catch(() => null)
    setHasLooked(true)
  })
  const isPaid = () => openOf(props.story).amountMinor <= 0
  return (
    <Show when={isBack()}>
      <p role="status" class="state" data-tone={isPaid() ? 'available' : 'held'}>
        {isPaid()
          ? words.paying.arrived
          : hasLooked()
            ? words.paying.notYet
            : words.paying.checking}
      </p>
    </Show>
  )
}
