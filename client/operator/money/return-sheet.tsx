/** A deposit goes back to who had given it: all that is left of it or a part. */
import { createSignal, type JSX, Show } from 'solid-js'
import { type FundStory, isToCard, leftOf } from '../../../domain/billing/fund.ts'
import { type PaymentMethod, paymentMethods } from '../../../domain/billing/payment.ts'
import { money } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { SelectField } from '../settings/fields.tsx'
import { MoneyField } from '../settings/money-field.tsx'
import { sendFund } from './read-funds.ts'

interface SheetProps {
  readonly story: FundStory
  readonly onClose: () => void
  readonly onDone: () => void
}

const toCard = { value: 'card' as const, label: words.funds.toCard }
const methodOptions: { value: PaymentMethod; label: string }[] = paymentMethods.map((value) => ({
  value,
  label: words.billing.methods[value],
}))

export function ReturnSheet(props: SheetProps & { readonly space: Space }): JSX.Element {
  const { fund } = props.story
  const [method, setMethod] = createSignal<PaymentMethod>(isToCard(fund) ? 'card' : 'bank')
  const [on, setOn] = createSignal(props.space.today)
  const send = (minor: number) =>
    sendFund('deposit.return', {
      ...{ siteId: fund.siteId, fundId: fund.id, method: method(), on: on(), reference: '' },
      amount: money(minor, fund.amount.currency),
    })
  return (
    <AmountSheet
      {...props}
      title={words.funds.returnNamed(fund.payerName)}
      label={words.funds.returnIt}
      most={leftOf(props.story).amountMinor}
      send={send}
    >
      <div class="field-grid">
        <SelectField<PaymentMethod>
          label={words.billing.method}
          value={method()}
          problem={null}
          options={isToCard(fund) ? [toCard, ...methodOptions] : methodOptions}
          onChange={setMethod}
        />
        <Show when={method() !== 'card'}>
          <DateField label={words.billing.paidOn} value={on()} onChange={setOn} />
        </Show>
      </div>
    </AmountSheet>
  )
}

function AmountSheet(
  props: SheetProps & {
    readonly title: string
    readonly label: string
    readonly most: number
    readonly send: (minor: number) => Promise<string | null>
    readonly children: JSX.Element
  },
): JSX.Element {
  const [typed, setTyped] = createSignal<number | null>(null)
  const minor = () => typed() ?? props.most
  return (
    <FormSheet
      title={props.title}
      submit={props.label}
      isReady={minor() > 0 && minor() <= props.most}
      done={words.funds.done}
      send={() => props.send(minor())}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <p class="soft">{words.funds.left(props.story.fund, leftOf(props.story))}</p>
      {props.children}
      <MoneyField
        label={words.billing.amount}
        currency={props.story.fund.amount.currency}
        minor={minor()}
        problem={null}
        onChange={setTyped}
      />
    </FormSheet>
  )
}
