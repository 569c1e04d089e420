/** Tax numbers of who pays, to be looked up where the office of another country has them, before any tax is left to somebody. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { isTaxIdChecked } from '../../../domain/billing/reverse-charge.ts'
import type { PayerBillTo } from '../../../domain/memberships/bill-to.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import { readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'

const said = words.billing.settings.reverse

export function TaxIdsPart(props: { readonly space: Space }): JSX.Element {
  const siteId = () => props.space.catalogue.site.id
  const [known, { refetch }] = createResource(siteId, readTaxIds)
  const [trouble, setTrouble] = createSignal<string | null>(null)

  async function check(one: PayerBillTo, isGood: boolean): Promise<void> {
    const body = { siteId: siteId(), payer: one.payer, taxId: one.taxId, isGood }
    const answer = await sendIntent(makeIntent('tax-id.check', body))
    setTrouble(whyNot(answer, words.settings.needsConnection))
    await refetch()
  }

  return (
    <Show when={props.space.catalogue.site.billing.reverseCharge.kinds.length > 0}>
      <section class="stack" aria-label={said.title}>
        <h2>{said.title}</h2>
        <Show when={known.latest} fallback={<p class="soft">{words.settings.needsConnection}</p>}>
          {(found) => (
            <ul class="waiting">
              <For each={found()} fallback={<li class="soft">{said.none}</li>}>
                {(one) => <TaxIdRow known={one} onCheck={(isGood) => void check(one, isGood)} />}
              </For>
            </ul>
          )}
        </Show>
        <p role="status" data-problem="">
          {trouble()}
        </p>
      </section>
    </Show>
  )
}

/** Null without a connection. */
function readTaxIds(siteId: SiteId): Promise<readonly PayerBillTo[] | null> {
  return readJson<readonly PayerBillTo[]>(`/api/billing/${siteId}/tax-ids`)
}

function TaxIdRow(props: {
  readonly known: PayerBillTo
  readonly onCheck: (isGood: boolean) => void
}): JSX.Element {
  const isGood = () => isTaxIdChecked(props.known)
  const name = () => props.known.name || payerId(props.known.payer)
  return (
    <li class="bill-row">
      <span class="stack" data-gap="small">
        <strong>{name()}</strong>
        <span>{props.known.taxId}</span>
        <span class="soft">{isGood() ? said.checked : said.unchecked}</span>
      </span>
      <span class="row bill-acts">
        <button
          type="button"
          class="button"
          aria-label={isGood() ? said.uncheckNamed(name()) : said.checkNamed(name())}
          onClick={() => props.onCheck(!isGood())}
        >
          {isGood() ? said.uncheck : said.check}
        </button>
      </span>
    </li>
  )
}
