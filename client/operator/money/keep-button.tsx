/** What is to be paid back of a bill stays as credit of its payer. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { BillStory } from '../../../domain/billing/payment.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { sendFund } from './read-funds.ts'

export function KeepButton(props: {
  readonly story: BillStory
  readonly onDone: () => void
}): JSX.Element {
  const [trouble, setTrouble] = createSignal<string | null>(null)
  async function keep(): Promise<void> {
    const { id: billId, siteId } = props.story.bill
    const said = await sendFund('credit.keep', { siteId, billId })
    setTrouble(said)
    if (said !== null) return
    showToast(words.funds.done)
    props.onDone()
  }
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={words.funds.keepNamed(props.story.bill.number)}
        onClick={() => void keep()}
      >
        {words.funds.keep}
      </button>
      <Show when={trouble()}>
        {(said) => (
          <p role="alert" class="state" data-tone="problem">
            {said()}
          </p>
        )}
      </Show>
    </>
  )
}
