/** The lines of a bill: what each is for, when, whose, and how much; then the taxes and the total. */
import { For, type JSX, Show } from 'solid-js'
import type { BillDraft, BillLine } from '../../domain/billing/bill.ts'
import { isForDamage } from '../../domain/billing/deposits/for-damage.ts'
import type { CreditUse } from '../../domain/billing/fund.ts'
import { must } from '../../domain/values/assert.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import { add, type Currency, type Money, subtract, zero } from '../../domain/values/money.ts'
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
          {({ name, lines }) => (
            <>
              <Show when={people().length > 1}>
                <PersonHead name={name} lines={lines} />
              </Show>
              <For each={lines}>
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

/** They are sorted by it. */
function byPerson(lines: readonly BillLine[]) {
  const found = new Map<string, BillLine[]>()
  for (const line of lines) {
    const own = found.get(line.memberName)
    if (own === undefined) found.set(line.memberName, [line])
    else own.push(line)
  }
  return [...found].map(([name, own]) => ({ name, lines: own }))
}

/** Whose lines follow, and what they come to; before taxes where prices are. */
function PersonHead(props: {
  readonly name: string
  readonly lines: readonly BillLine[]
}): JSX.Element {
  const sum = () =>
    props.lines.reduce((so, { amount }) => add(so, amount), zero(currencyOf(props.lines)))
  return (
    <tr class="bill-person">
      <th scope="rowgroup">{words.billing.ofPerson(props.name)}</th>
      <td>{words.billing.money(sum())}</td>
    </tr>
  )
}

function currencyOf([first]: readonly BillLine[]): Currency {
  return must(first, 'who is named has lines').amount.currency
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
