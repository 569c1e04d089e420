/** What is left of a credit is taken back, with a reason that is kept. */
import { createSignal, type JSX } from 'solid-js'
import { type FundStory, leftOf } from '../../../domain/billing/fund.ts'
import { limits } from '../../../domain/values/limits.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/words.ts'
import { sendFund } from './read-funds.ts'

export function EndSheet(props: {
  readonly story: FundStory
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const { fund } = props.story
  const [reason, setReason] = createSignal('')

  const send = () =>
    sendFund('credit.withdraw', { siteId: fund.siteId, fundId: fund.id, reason: reason() })

  return (
    <FormSheet
      title={words.funds.withdrawNamed(fund.payerName)}
      submit={words.funds.withdraw}
      isReady={reason().trim() !== ''}
      done={words.funds.done}
      send={send}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <p class="soft">{words.funds.left(fund, leftOf(props.story))}</p>
      <ReasonField
        label={words.funds.reason}
        max={limits.creditReasonLengthMax}
        value={reason()}
        onChange={setReason}
      />
    </FormSheet>
  )
}
