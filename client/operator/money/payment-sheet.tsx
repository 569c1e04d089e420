/** Money that came by bank or cash, all of what is open or a part of it. */
import { createSignal, type JSX, Show } from 'solid-js'
import { type BillStory, type HandMethod, paymentMethods } from '../../../domain/billing/payment.ts'
import { limits } from '../../../domain/values/limits.ts'
import { isLocalDate } from '../../../domain/values/local-date.ts'
import { type Money, money } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { SelectField } from '../settings/fields.tsx'
import { MoneyField } from '../settings/money-field.tsx'
import { KeepButton } from './keep-button.tsx'
import { sendBilling } from './read-books.ts'

const methodOptions = paymentMethods.map((value) => ({
  value,
  label: words.billing.methods[value],
}))

export function PaymentSheet(props: {
  readonly space: Space
  readonly story: BillStory
  /** What is not on its way back already. */
  readonly open: Money
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const { bill } = props.story
  const { open } = props
  const sign = open.amountMinor < 0 ? -1 : 1
  const [minor, setMinor] = createSignal(open.amountMinor * sign)
  const [method, setMethod] = createSignal<HandMethod>('bank')
  const [on, setOn] = createSignal<string>(props.space.today)
  const [reference, setReference] = createSignal('')

  async function send(): Promise<string | null> {
    const day = on()
    if (!isLocalDate(day)) return words.settings.problems['no-date']
    return sendBilling('bill.pay', {
      ...{ siteId: bill.siteId, billId: bill.id, method: method(), on: day },
      ...{ amount: money(minor() * sign, open.currency), reference: reference() },
    })
  }

  return (
    <FormSheet
      title={words.billing.markPaidBill(bill.number)}
      submit={sign < 0 ? words.billing.payBack : words.billing.markPaid}
      done={words.billing.noted}
      send={send}
      beside={
        <Show when={sign < 0}>
          <KeepButton story={props.story} onDone={props.onDone} />
        </Show>
      }
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <p class="soft">
        {bill.payerName}, {words.billing.stillOpen(open)}
      </p>
      <div class="field-grid">
        <MoneyField
          label={words.billing.amount}
          currency={open.currency}
          minor={minor()}
          problem={null}
          onChange={setMinor}
        />
        <SelectField<HandMethod>
          label={words.billing.method}
          value={method()}
          problem={null}
          options={methodOptions}
          onChange={setMethod}
        />
        <label class="field">
          {words.billing.paidOn}
          <input
            type="date"
            value={on()}
            max={props.space.today}
            onInput={(event) => setOn(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {words.billing.reference}
          <input
            maxlength={limits.paymentReferenceLengthMax}
            value={reference()}
            onInput={(event) => setReference(event.currentTarget.value)}
          />
        </label>
      </div>
    </FormSheet>
  )
}
