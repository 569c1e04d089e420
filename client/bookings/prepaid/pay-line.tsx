/** Before anything is booked that is paid then: how much, and with what. */
import { type JSX, Show } from 'solid-js'
import { firstMethod } from '../../../domain/billing/paying/pay-methods.ts'
import { readPayMethods } from '../../../domain/billing/paying/told.ts'
import { asOffered } from '../../../domain/bookings/absences/as-offered.ts'
import { isPrepaid } from '../../../domain/bookings/prepaid/is-prepaid.ts'
import { bookedWallTime } from '../../../domain/bookings/wishes/choice.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { dayPriceOf } from '../../../domain/prices/day-price.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import type { Money } from '../../../domain/values/money.ts'
import { CodeForm } from '../../app/code-form.tsx'
import { createOwnRecords } from '../../store/records.ts'
import { words } from '../../ui/words.ts'
import { createLeftToPay } from './left-to-pay.ts'

export interface PayPartOf {
  readonly resource: Resource
  readonly interval: Interval
  /** What passes and the membership leave of it. */
  readonly price: Money
  readonly extras: readonly Money[]
}

export function PayLine(props: {
  readonly catalogue: Catalogue
  readonly member: Member
  /** What would be booked with one wish. */
  readonly parts: readonly PayPartOf[]
  readonly isOffline: boolean
}): JSX.Element {
  const payments = createOwnRecords('payments', (value) => value)
  const methods = createOwnRecords('pay-methods', readPayMethods)
  /** What the team is asked about besides others is paid by itself, once it has said yes. */
  const parts = () =>
    props.parts.length === 1
      ? props.parts
      : props.parts.filter(({ resource }) => resource.approvalMinutes === null)
  const isPaidFirst = () => {
    const { catalogue, member } = props
    const isOne = parts().some((part) => isPrepaid({ ...part, catalogue, member }))
    return payments()?.all.has('mode') === true && isOne
  }
  const leftToPay = createLeftToPay()
  const due = () => {
    const { catalogue, member } = props
    const priced = parts().map(({ resource, interval, price, extras }) => {
      const { start, end } = bookedWallTime(catalogue.zone, interval)
      const offered = asOffered(catalogue, resource, interval, member)
      const dayPrice = dayPriceOf(catalogue, offered, interval, member.tierId)
      return { price, extras, start, end, dayPrice }
    })
    return leftToPay.ofParts(catalogue, member.id, priced)
  }
  const text = () => {
    const own = methods()?.all.get(props.member.id)
    const card = own === undefined ? null : firstMethod(own)
    const { left, ...less } = due()
    const used = words.prepaid.less(less)
    if (left.amountMinor === 0) return used
    if (props.isOffline) return used + words.prepaid.offline(left)
    return (
      used +
      (card === null
        ? words.prepaid.onPage(left)
        : words.prepaid.now(left, words.paying.methodName(card)))
    )
  }
  const after = () =>
    parts().length === 1 ? words.prepaid.notBefore : words.prepaid.togetherNotBefore
  return (
    <Show when={isPaidFirst()}>
      <p role="status">
        {text()} <Show when={due().left.amountMinor > 0}>{after()}</Show>
      </p>
      <details>
        <summary>{words.promos.have}</summary>
        <CodeForm siteId={props.catalogue.site.id} />
      </details>
    </Show>
  )
}
