/** What is left of a credit is taken back, with a reason that is kept. */
import { createSignal, type JSX } from 'solid-js'
import { type FundStory, leftOf } from '../../../domain/billing/fund.ts'
import { limits } from '../../../domain/values/limits.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { sendFund } from './read-funds.ts'

export function EndSheet(props: {
  readonly story: FundStory
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const { fund } = props.story
  const [reason, setReason] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)

  async function end(): Promise<void> {
    const said = await sendFund('credit.withdraw', {
      ...{ siteId: fund.siteId, fundId: fund.id, reason: reason() },
    })
    setTrouble(said)
    if (said !== null) return
    showToast(words.funds.done)
    props.onDone()
  }

  return (
    <Sheet title={words.funds.withdrawNamed(fund.payerName)} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void end()
        }}
      >
        <p class="soft">{words.funds.left(fund, leftOf(props.story))}</p>
        <label class="field">
          {words.funds.reason}
          <input
            maxlength={limits.creditReasonLengthMax}
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" data-kind="primary" disabled={reason().trim() === ''}>
          {words.funds.withdraw}
        </button>
      </form>
    </Sheet>
  )
}
