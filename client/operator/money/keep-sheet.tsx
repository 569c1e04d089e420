/** The space keeps a part of a deposit, or does without one that it asked for; each with a reason that its payer reads. */
import { createSignal, type JSX } from 'solid-js'
import type { DepositAsk } from '../../../domain/billing/deposits/deposit.ts'
import { type FundStory, leftOf } from '../../../domain/billing/fund.ts'
import { limits } from '../../../domain/values/limits.ts'
import { money } from '../../../domain/values/money.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/words.ts'
import { MoneyField } from '../settings/money-field.tsx'
import { sendFund } from './read-funds.ts'

interface SheetProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

export function KeepSheet(props: SheetProps & { readonly story: FundStory }): JSX.Element {
  const { fund } = props.story
  const [minor, setMinor] = createSignal(0)
  const [reason, setReason] = createSignal('')
  const most = leftOf(props.story).amountMinor
  const send = () =>
    sendFund('deposit.keep', {
      ...{ siteId: fund.siteId, fundId: fund.id, reason: reason() },
      amount: money(minor(), fund.amount.currency),
    })
  return (
    <FormSheet
      title={words.funds.keepNamedOf(fund.payerName)}
      submit={words.funds.keepPart}
      isReady={minor() > 0 && minor() <= most && reason().trim() !== ''}
      done={words.funds.done}
      send={send}
      {...props}
    >
      <p class="soft">{words.funds.left(fund, leftOf(props.story))}</p>
      <p class="soft">{words.funds.keepSentence}</p>
      <MoneyField
        label={words.billing.amount}
        currency={fund.amount.currency}
        minor={minor()}
        problem={null}
        onChange={setMinor}
      />
      <WhyKept value={reason()} onChange={setReason} />
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
