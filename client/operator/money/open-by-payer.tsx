/** Who owes how much, the most first. */
import { For, type JSX, Show } from 'solid-js'
import { openOf, standingOf } from '../../../domain/billing/payment.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { add, type Money } from '../../../domain/values/money.ts'
import { StandingBadge } from '../../ui/standing-badge.tsx'
import { words } from '../../ui/words.ts'
import type { Books } from './read-books.ts'

interface Owing {
  readonly name: string
  readonly open: Money
  readonly bills: number
  readonly isOverdue: boolean
}

export function OpenByPayer(props: {
  readonly books: Books
  readonly today: LocalDate
}): JSX.Element {
  const owing = (): readonly Owing[] => {
    const found = new Map<string, Owing>()
    for (const story of props.books.bills) {
      const open = openOf(story)
      if (open.amountMinor <= 0) continue
      const id = payerId(story.bill.payer)
      const known = found.get(id)
      found.set(id, {
        name: story.bill.payerName,
        open: known === undefined ? open : add(known.open, open),
        bills: (known?.bills ?? 0) + 1,
        isOverdue: known?.isOverdue === true || standingOf(story, props.today) === 'overdue',
      })
    }
    return [...found.values()].sort((a, b) => b.open.amountMinor - a.open.amountMinor)
  }
  const sum = () => {
    const [first, ...rest] = owing()
    return first === undefined ? null : rest.reduce((all, { open }) => add(all, open), first.open)
  }
  return (
    <section class="stack" data-gap="small" aria-labelledby="open-money">
      <h2 id="open-money">{words.billing.openByPayer}</h2>
      <Show when={sum()} fallback={<p class="soft">{words.billing.nothingOpen}</p>}>
        {(all) => (
          <>
            <p>
              {words.billing.openInAll(
                all(),
                owing().reduce((n, { bills }) => n + bills, 0),
              )}
            </p>
            <details>
              <summary>{words.billing.accountsOpen(owing().length)}</summary>
              <ul class="waiting">
                <For each={owing()}>
                  {({ name, open, isOverdue }) => (
                    <li>
                      <span>{name}</span>
                      <span class="row">
                        <Show when={isOverdue}>
                          <StandingBadge standing="overdue" />
                        </Show>
                        {words.billing.money(open)}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </details>
          </>
        )}
      </Show>
    </section>
  )
}
