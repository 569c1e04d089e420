/** The lines of a bill: what each is for, when, whose, and how much; then the taxes and the total. */
import { For, type JSX, Show } from 'solid-js'
import type { BillDraft, BillLine } from '../../domain/billing/bill.ts'
import { byPerson, type PersonLines } from '../../domain/billing/by-person.ts'
import { isForDamage } from '../../domain/billing/deposits/for-damage.ts'
import type { CreditUse } from '../../domain/billing/fund.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import { type Money, subtract } from '../../domain/values/money.ts'
import { words } from '../ui/words.ts'

export function BillLines(props: {
  readonly bill: BillDraft
  /** Whose bookings are on this device: their lines lead there. */
  readonly linkedFor?: MemberId
}): JSX.Element {
  const people = () => byPerson(props.bill.lines)
  return (
    <table class="bill-lines">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{words.billing.what}</th>
          <th scope="col">{words.billing.amount}</th>
        </tr>
      </thead>
      <tbody>
        <For each={people()}>
          {(person) => (
            <>
              <Show when={people().length > 1}>
                <PersonHead person={person} />
              </Show>
              <For each={person.lines}>
                {(line) => (
                  <Line
                    line={line}
                    isLinked={props.linkedFor !== undefined && line.memberId === props.linkedFor}
                  />
                )}
              </For>
            </>
          )}
        </For>
      </tbody>
      <tfoot>
        <For each={isForDamage(props.bill) ? [] : props.bill.taxes}>
          {(sum) => (
            <tr class="soft">
              <th scope="row">
                {words.billing.tax(props.bill.taxName, sum, props.bill.isTaxIncluded)}
              </th>
              <td>{words.billing.money(sum.tax)}</td>
            </tr>
          )}
        </For>
        <Show when={props.bill.reverseCharge}>
          {(note) => (
            <tr class="soft">
              <td colspan={2}>{note()}</td>
            </tr>
          )}
        </Show>
        <tr>
          <th scope="row">{words.billing.total}</th>
          <td>
            <strong>{words.billing.money(props.bill.total)}</strong>
          </td>
        </tr>
        <Show when={'number' in props.bill ? undefined : props.bill.paidFrom}>
          {(uses) => <FromCredit total={props.bill.total} uses={uses()} />}
        </Show>
      </tfoot>
    </table>
  )
}

function PersonHead(props: { readonly person: PersonLines }): JSX.Element {
  return (
    <tr class="bill-person">
      <th scope="rowgroup">{words.billing.ofPerson(props.person.name)}</th>
      <td>{words.billing.money(props.person.sum)}</td>
    </tr>
  )
}

/** Of a bill that is not issued yet; of an issued one they stand with what was paid. */
function FromCredit(props: {
  readonly total: Money
  readonly uses: readonly CreditUse[]
}): JSX.Element {
  const toPay = () => props.uses.reduce((sum, { amount }) => subtract(sum, amount), props.total)
  return (
    <>
      <For each={props.uses}>
        {({ reason, amount }) => (
          <tr class="soft">
            <th scope="row">{words.funds.fromCredit(reason)}</th>
            <td>{words.billing.money({ ...amount, amountMinor: -amount.amountMinor })}</td>
          </tr>
        )}
      </For>
      <tr>
        <th scope="row">{words.funds.toPay}</th>
        <td>
          <strong>{words.billing.money(toPay())}</strong>
        </td>
      </tr>
    </>
  )
}

function Line(props: { readonly line: BillLine; readonly isLinked: boolean }): JSX.Element {
  const said = () => words.billing.line(props.line)
  const href = () => {
    const { about } = props.line
    const isOfBooking = about.kind === 'booking' || about.kind === 'extras'
    return props.isLinked && isOfBooking ? `/bookings#${about.bookingId}` : null
  }
  const small = () =>
    [
      said().when,
      ...(props.line.billedBefore.amountMinor === 0
        ? []
        : [words.billing.billed(props.line.billedBefore)]),
    ].filter((part) => part !== '')
  return (
    <tr>
      <td>
        <Show when={href()} fallback={<span>{said().what}</span>}>
          {(to) => <a href={to()}>{said().what}</a>}
        </Show>
        <span class="soft">{small().join(', ')}</span>
      </td>
      <td>{words.billing.money(props.line.amount)}</td>
    </tr>
  )
}
