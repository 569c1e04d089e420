/** The table for the accountant's own program. */
import { createSignal, type JSX } from 'solid-js'
import { periodBefore, periodOf } from '../../../domain/billing/billing-period.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'

export function Accounts(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const { billingDay } = site.billing
  const last = periodBefore(billingDay, periodOf(billingDay, props.space.today))
  const [from, setFrom] = createSignal<string>(last.from)
  const [until, setUntil] = createSignal<string>(last.until)
  const papersHref = () => `/api/billing/${site.id}/papers?from=${from()}&until=${until()}`
  const href = () => `/api/billing/${site.id}/accounts?from=${from()}&until=${until()}`
  const movementsHref = () => `/api/payments/movements?from=${from()}&until=${until()}`
  return (
    <section class="stack" aria-labelledby="accounts">
      <h2 id="accounts">{words.billing.accounts}</h2>
      <p class="soft">{words.billing.accountsSentence}</p>
      <div class="row" data-align="end">
        <label class="field">
          {words.billing.from}
          <input
            type="date"
            value={from()}
            onInput={(event) => setFrom(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {words.billing.until}
          <input
            type="date"
            value={until()}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
        </label>
        <a class="button" href={href()} download="">
          {words.papers.table}
        </a>
        <a class="button" href={papersHref()} download="">
          {words.papers.archive}
        </a>
        <a class="button" href={movementsHref()} download="">
          {words.payments.movements}
        </a>
      </div>
    </section>
  )
}
