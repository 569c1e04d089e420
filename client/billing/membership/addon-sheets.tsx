/** Taking something by the month and ending it: what it does and costs, worked out as the space does it, and the wish. */
import { For, type JSX, Show } from 'solid-js'
import type { Addon, AddonEnd } from '../../../domain/billing/addons/addon.ts'
import { feesOfAddons } from '../../../domain/billing/addons/addon-fees.ts'
import { type AddonFacts, endedFrom, takeAddon } from '../../../domain/billing/addons/take-addon.ts'
import { nextBill, nextPeriodOf } from '../../../domain/billing/next-bill.ts'
import type { Extra } from '../../../domain/sites/extra.ts'
import { toId } from '../../../domain/values/ids.ts'
import { addMs, DAY_MS } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { deviceNow } from '../../app/clock.ts'
import { type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { BillLines } from '../bill-lines.tsx'
import type { HeldMemberships } from './held-membership.ts'

const said = words.addons

interface SheetProps {
  readonly held: HeldMemberships
  readonly facts: AddonFacts
  readonly onClose: () => void
}

/** How long a wish may wait for a connection: whoever took a locker a week ago has found another one. */
const options = () => ({ deadlineAt: addMs(deviceNow(), 7 * DAY_MS) })

function whyNotSaved(answer: WriteAnswer): string | null {
  return answer.kind === 'saved' ? null : words.states.notSaved[answer.why]
}

export function TakeAddonSheet(props: SheetProps & { readonly extra: Extra }): JSX.Element {
  const quote = () => money(props.extra.priceMinor, props.facts.site.currency)
  /** One that is looked at has no wish yet. */
  const tried = () => {
    const body = { extraId: props.extra.id, quote: quote() }
    return takeAddon(toId('intent', 'bki_draft'), body, props.facts, 0)
  }
  const problem = () => {
    const { outcome } = tried()
    return outcome.kind === 'refused' ? words.refusal(outcome.refusal) : null
  }
  async function send(): Promise<string | null> {
    const body = { siteId: props.facts.site.id, extraId: props.extra.id, quote: quote() }
    return whyNotSaved(await writeIntent('addon.take', body, options()))
  }
  return (
    <FormSheet
      title={said.takeNamed(props.extra.name)}
      submit={said.take}
      done={said.asked}
      isReady={problem() === null}
      send={send}
      onClose={props.onClose}
    >
      <p role="status" class="state" data-tone="problem">
        {problem()}
      </p>
      <p>{said.begins}</p>
      <Show when={tried().fact}>
        {(addon) => (
          <>
            <Costs {...props} addon={addon()} />
            <p>{said.thenMonthly(addon().price)}</p>
            <BillWith {...props} addons={[...props.facts.addons, addon()]} />
          </>
        )}
      </Show>
    </FormSheet>
  )
}

/** What the next bill asks for it. */
function Costs(props: SheetProps & { readonly addon: Addon }): JSX.Element {
  const period = () => {
    const { catalogue, owed, today } = props.held
    return nextPeriodOf(catalogue.site.billing.billingDay, owed?.bills ?? [], today)
  }
  const costs = () => {
    const { catalogue, member } = props.held
    return feesOfAddons(member, catalogue, [props.addon], period())
  }
  return (
    <Show when={costs().length > 0} fallback={<p class="soft">{said.noBills}</p>}>
      <p>{said.onBill(period().until)}</p>
      <ul>
        <For each={costs()}>
          {({ amount, about }) => (
            <li>{about.kind === 'addon' ? said.costs(amount, about) : ''}</li>
          )}
        </For>
      </ul>
      <Show when={props.facts.member.teamId !== null}>
        <p class="soft">{words.billing.ofTeam}</p>
      </Show>
    </Show>
  )
}

/** One that is looked at has no wish yet. */
const byMember: AddonEnd = {
  ...{ id: toId('intent', 'bki_draft'), by: 'member', reason: '', when: 'period' },
}

export function EndAddonSheet(props: SheetProps & { readonly addon: Addon }): JSX.Element {
  const ended = () => endedFrom(props.addon, byMember, props.facts)
  const others = () => props.facts.addons.filter(({ id }) => id !== props.addon.id)
  async function send(): Promise<string | null> {
    const body = { siteId: props.facts.site.id, addonId: props.addon.id }
    return whyNotSaved(await writeIntent('addon.end', body, options()))
  }
  return (
    <FormSheet
      title={said.endNamed(props.addon.name)}
      submit={said.end}
      done={said.asked}
      send={send}
      onClose={props.onClose}
    >
      <Show when={ended().endsOn}>{(until) => <p>{said.lastDay(until())}</p>}</Show>
      <BillWith {...props} addons={[...others(), ended()]} />
    </FormSheet>
  )
}

/** The bill that would come next, made of what they would have. */
function BillWith(props: SheetProps & { readonly addons: readonly Addon[] }): JSX.Element {
  const bill = () => {
    const { catalogue, member, bookings, owed, today } = props.held
    if (owed === null) return null
    const draft = nextBill({ catalogue, member, bookings, ...owed, addons: props.addons }, today)
    return draft === null || draft.lines.length === 0 ? null : draft
  }
  return (
    <Show when={bill()}>
      {(draft) => (
        <details>
          <summary>{words.memberships.billPreview}</summary>
          <BillLines bill={draft()} />
        </details>
      )}
    </Show>
  )
}
