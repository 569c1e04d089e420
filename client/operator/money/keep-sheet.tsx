/** The space keeps a part of a deposit, for damage or for unpaid bills, or does without one that it asked for. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { DepositAsk } from '../../../domain/billing/deposits/deposit.ts'
import { type FundStory, leftOf } from '../../../domain/billing/fund.ts'
import { type BillStory, openOf } from '../../../domain/billing/payment.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import { limits } from '../../../domain/values/limits.ts'
import { add, money, zero } from '../../../domain/values/money.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/words.ts'
import { SelectField } from '../settings/fields.tsx'
import { MoneyField } from '../settings/money-field.tsx'
import { sendFund } from './read-funds.ts'

interface SheetProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

type Keeping = 'damage' | 'bills'

const keepings: readonly { readonly value: Keeping; readonly label: string }[] = [
  { value: 'damage', label: words.funds.forDamage },
  { value: 'bills', label: words.funds.forBills },
]
const ALL = 'all'

/** What it is for decides what it becomes: a document of its own without tax, or a payment of what is on bills already. */
export function KeepSheet(
  props: SheetProps & { readonly story: FundStory; readonly bills: readonly BillStory[] },
): JSX.Element {
  const { fund } = props.story
  const { currency } = fund.amount
  const isTheirs = ({ bill }: BillStory) => payerId(bill.payer) === payerId(fund.payer)
  const open = props.bills
    .filter((one) => isTheirs(one) && openOf(one).amountMinor > 0)
    .toSorted((a, b) => a.bill.issuedAt - b.bill.issuedAt)
  const [keeping, setKeeping] = createSignal<Keeping>(open.length > 0 ? 'bills' : 'damage')
  const [billId, setBillId] = createSignal<string>(ALL)
  const [typed, setTyped] = createSignal<number | null>(null)
  const [reason, setReason] = createSignal('')
  const isDamage = () => keeping() === 'damage'
  const chosen = () => open.filter(({ bill }) => billId() === ALL || bill.id === billId())
  const owing = () => chosen().map(openOf).reduce(add, zero(currency))
  const most = () => {
    const left = leftOf(props.story).amountMinor
    return isDamage() ? left : Math.min(left, owing().amountMinor)
  }
  // What a damage costs nobody knows but who asks for it.
  const minor = () => typed() ?? (isDamage() ? Number.NaN : most())
  const send = () => {
    const common = { siteId: fund.siteId, fundId: fund.id, amount: money(minor(), currency) }
    if (isDamage()) return sendFund('deposit.keep', { ...common, reason: reason() })
    const [one] = chosen()
    const isOne = billId() !== ALL && one !== undefined
    return sendFund('deposit.deduct', { ...common, billId: isOne ? one.bill.id : null })
  }
  return (
    <FormSheet
      title={words.funds.keepNamedOf(fund.payerName)}
      submit={isDamage() ? words.funds.keepPart : words.funds.payBills}
      isReady={minor() > 0 && minor() <= most() && (!isDamage() || reason().trim() !== '')}
      done={words.funds.done}
      send={send}
      {...props}
    >
      <p class="soft">{words.funds.left(fund, leftOf(props.story))}</p>
      <SelectField<Keeping>
        label={words.funds.keepFor}
        value={keeping()}
        problem={null}
        options={keepings}
        onChange={(value) => {
          setKeeping(value)
          setTyped(null)
        }}
      />
      <p class="soft">{isDamage() ? words.funds.damageSentence : words.funds.billsSentence}</p>
      <Show when={!isDamage() && open.length === 0}>
        <p>{words.funds.noOpenBill}</p>
      </Show>
      <Show when={!isDamage() && open.length > 0}>
        <SelectField
          label={words.funds.bill}
          value={billId()}
          problem={null}
          options={[
            ...(open.length > 1 ? [{ value: ALL, label: words.funds.allBills(open.length) }] : []),
            ...open.map((one) => ({
              value: one.bill.id as string,
              label: `${one.bill.number}, ${words.billing.stillOpen(openOf(one))}`,
            })),
          ]}
          onChange={(id) => {
            setBillId(id)
            setTyped(null)
          }}
        />
      </Show>
      <MoneyField
        label={words.billing.amount}
        currency={currency}
        minor={minor()}
        hint={words.funds.atMost(money(most(), currency))}
        problem={null}
        onChange={setTyped}
      />
      <Show when={isDamage()}>
        <WhyKept value={reason()} onChange={setReason} />
      </Show>
    </FormSheet>
  )
}

export function WithdrawAskSheet(props: SheetProps & { readonly ask: DepositAsk }): JSX.Element {
  const [reason, setReason] = createSignal('')
  const send = () => {
    const { siteId, id: askId } = props.ask
    return sendFund('deposit.withdraw', { siteId, askId, reason: reason() })
  }
  return (
    <FormSheet
      title={words.funds.withdrawAskNamed(props.ask.payerName)}
      submit={words.funds.withdrawAsk}
      isReady={reason().trim() !== ''}
      done={words.funds.done}
      send={send}
      {...props}
    >
      <p class="soft">{words.funds.ask(props.ask.amount, props.ask.plan)}</p>
      <WhyKept value={reason()} onChange={setReason} />
    </FormSheet>
  )
}

function WhyKept(props: {
  readonly value: string
  readonly onChange: (reason: string) => void
}): JSX.Element {
  return <ReasonField label={words.funds.keepWhy} max={limits.creditReasonLengthMax} {...props} />
}
