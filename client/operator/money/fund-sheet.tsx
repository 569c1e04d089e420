/** A credit is given, or a deposit that came is noted; whoever it is for reads the reason. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { DepositAsk } from '../../../domain/billing/deposits/deposit.ts'
import type { FundKind } from '../../../domain/billing/fund.ts'
import { type HandMethod, paymentMethods } from '../../../domain/billing/payment.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import { limits } from '../../../domain/values/limits.ts'
import { addDays, type LocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/words.ts'
import { MaybeField, SelectField } from '../settings/fields.tsx'
import { MoneyField } from '../settings/money-field.tsx'
import { type KeptFunds, payerOfId, sendFund } from './read-funds.ts'

const methodOptions = paymentMethods.map((value) => ({
  value,
  label: words.billing.methods[value],
}))
/** Offered as the end of a credit. */
const USUAL_DAYS = 180

export function FundSheet(props: {
  readonly space: Space
  readonly kind: FundKind
  /** A deposit that a plan has asked for, where it is that which came. */
  readonly asked?: DepositAsk
  readonly payers: KeptFunds['payers']
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const { site } = props.space.catalogue
  const isCredit = () => props.kind === 'credit'
  const { asked } = props
  const [payer, setPayer] = createSignal<string>(asked === undefined ? '' : payerId(asked.payer))
  const [minor, setMinor] = createSignal(asked?.amount.amountMinor ?? Number.NaN)
  const [reason, setReason] = createSignal(asked?.plan ?? '')
  const [validUntil, setValidUntil] = createSignal<LocalDate | null>(null)
  const [method, setMethod] = createSignal<HandMethod>('bank')
  const [on, setOn] = createSignal<LocalDate>(props.space.today)
  const isReady = () => payer() !== '' && minor() > 0 && reason().trim() !== ''

  function send(): Promise<string | null> {
    const whose = { siteId: site.id, payer: payerOfId(payer()), reason: reason() }
    const amount = money(minor(), site.currency)
    return isCredit()
      ? sendFund('credit.grant', { ...whose, amount, validUntil: validUntil() })
      : sendFund('deposit.take', {
          ...{ ...whose, amount, method: method(), on: on() },
          ...(asked === undefined ? {} : { askId: asked.id }),
        })
  }

  return (
    <FormSheet
      title={isCredit() ? words.funds.give : words.funds.take}
      submit={isCredit() ? words.funds.give : words.funds.take}
      isReady={isReady()}
      done={words.funds.done}
      send={send}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <Show
        when={asked}
        fallback={<PayerField payers={props.payers} value={payer()} onChange={setPayer} />}
      >
        {(ask) => <p>{ask().payerName}</p>}
      </Show>
      <MoneyField
        label={words.billing.amount}
        currency={site.currency}
        minor={minor()}
        problem={null}
        onChange={setMinor}
      />
      <ReasonField
        label={isCredit() ? words.funds.reason : words.funds.purpose}
        max={limits.creditReasonLengthMax}
        value={reason()}
        onChange={setReason}
      />
      <Show
        when={isCredit()}
        fallback={<ReceivedFields method={method()} on={on()} onMethod={setMethod} onDay={setOn} />}
      >
        <EndField today={props.space.today} validUntil={validUntil()} onChange={setValidUntil} />
      </Show>
    </FormSheet>
  )
}

function ReceivedFields(props: {
  readonly method: HandMethod
  readonly on: LocalDate
  readonly onMethod: (method: HandMethod) => void
  readonly onDay: (on: LocalDate) => void
}): JSX.Element {
  return (
    <div class="field-grid">
      <SelectField<HandMethod>
        label={words.billing.method}
        value={props.method}
        problem={null}
        options={methodOptions}
        onChange={props.onMethod}
      />
      <DateField label={words.funds.received} value={props.on} onChange={props.onDay} />
    </div>
  )
}

function EndField(props: {
  readonly today: LocalDate
  readonly validUntil: LocalDate | null
  readonly onChange: (validUntil: LocalDate | null) => void
}): JSX.Element {
  return (
    <MaybeField
      label={words.funds.hasEnd}
      value={props.validUntil}
      usual={addDays(props.today, USUAL_DAYS)}
      onChange={props.onChange}
    >
      {(last) => (
        <DateField label={words.funds.validUntil} value={last()} onChange={props.onChange} />
      )}
    </MaybeField>
  )
}

function PayerField(props: {
  readonly payers: KeptFunds['payers']
  readonly value: string
  readonly onChange: (payer: string) => void
}): JSX.Element {
  const options = () => [
    { value: '', label: words.funds.nobody },
    ...props.payers.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <SelectField
      label={words.funds.who}
      value={props.value}
      problem={null}
      options={options()}
      onChange={props.onChange}
    />
  )
}
