/** A part of a bill is taken back, or all of it, with a reason that its payer reads. */
import { createSignal, type JSX } from 'solid-js'
import { creditable } from '../../../domain/billing/credit.ts'
import type { BillStory } from '../../../domain/billing/payment.ts'
import { limits } from '../../../domain/values/limits.ts'
import { money } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/words.ts'
import { MoneyField } from '../settings/money-field.tsx'
import { sendBilling } from './read-books.ts'

export function CreditSheet(props: {
  readonly space: Space
  readonly story: BillStory
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const { bill, credits } = props.story
  const left = creditable(bill, credits)
  const [minor, setMinor] = createSignal(left.amountMinor)
  const [reason, setReason] = createSignal('')

  const send = () =>
    sendBilling('bill.credit', {
      ...{ siteId: bill.siteId, billId: bill.id, reason: reason() },
      amount: money(Math.max(0, minor()), left.currency),
    })

  return (
    <FormSheet
      title={words.billing.creditBill(bill.number)}
      submit={words.billing.giveCredit}
      isReady={reason().trim() !== ''}
      done={words.billing.credited}
      send={send}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <p class="soft">{words.billing.creditSentence}</p>
      <MoneyField
        label={words.billing.amount}
        currency={left.currency}
        minor={minor()}
        problem={null}
        onChange={setMinor}
      />
      <ReasonField
        label={words.billing.reason}
        max={limits.creditReasonLengthMax}
        value={reason()}
        onChange={setReason}
      />
    </FormSheet>
  )
}
