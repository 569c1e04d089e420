/** How a bill stands, as a word with its colour; `children` say more of it. */
import type { JSX } from 'solid-js'
import type { BillStanding } from '../../domain/billing/payment.ts'
import { words } from './words.ts'

const tones: Readonly<Record<BillStanding, string>> = {
  open: 'held',
  overdue: 'problem',
  paid: 'available',
  credited: 'available',
  'to-pay-back': 'held',
}

export function StandingBadge(props: {
  readonly standing: BillStanding
  readonly children?: JSX.Element
}): JSX.Element {
  return (
    <span class="state" data-tone={tones[props.standing]}>
      {words.billing.standing(props.standing)}
      {props.children}
    </span>
  )
}
