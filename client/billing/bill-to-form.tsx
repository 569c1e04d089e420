/** Who bills are made out to, and what is to stand on them; of the team for who manages one. */
import { createSignal, type JSX, Show } from 'solid-js'
import { readBillTo } from '../../domain/billing/bill-to-sections.ts'
import type { BillTo, PayerBillTo } from '../../domain/memberships/bill-to.ts'
import { type Holder, payerId } from '../../domain/memberships/holder.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Space } from '../app/with-space.tsx'
import { createOwnRecords } from '../store/records.ts'
import { createStatus } from '../store/status.ts'
import { makeIntent, sendIntent } from '../sync/send-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

const said = words.billing.billTo
const nothing: BillTo = { name: '', address: '', taxId: '', orderText: '' }

/** Null while nothing is said, and for who is paid for by somebody else. */
export function createBillTo(member: () => Member): () => PayerBillTo | null {
  const records = createOwnRecords('billTo', readBillTo)
  return () => {
    const payer = payerOfMember(member())
    return payer === null ? null : (records()?.all.get(payerId(payer)) ?? null)
  }
}

/** Who of a team does not manage it has no bills. */
function payerOfMember({ id, teamId, role }: Member): Holder | null {
  if (teamId === null) return { kind: 'member', memberId: id }
  return role === 'team-manager' ? { kind: 'team', teamId } : null
}

export function BillToPart(props: { readonly space: Space }): JSX.Element {
  const billTo = createBillTo(() => props.space.member)
  return (
    <Show when={payerOfMember(props.space.member)}>
      {(payer) => (
        <details>
          <summary>{said.title}</summary>
          <Show when={billTo() ?? nothing} keyed>
            {(known) => <BillToForm payer={payer()} known={known} />}
          </Show>
        </details>
      )}
    </Show>
  )
}

function BillToForm(props: { readonly payer: Holder; readonly known: BillTo }): JSX.Element {
  const status = createStatus()
  const { name, address, taxId, orderText } = props.known
  const [billTo, setBillTo] = createSignal<BillTo>({ name, address, taxId, orderText })
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const change = (more: Partial<BillTo>) => setBillTo((before) => ({ ...before, ...more }))

  async function save(): Promise<void> {
    const body = { payer: props.payer, billTo: billTo() }
    const answer = await sendIntent(makeIntent('bill-to.save', body))
    if (answer.kind === 'unreachable') return void setTrouble(said.needsConnection)
    if (answer.kind === 'failed') return void setTrouble(answer.message)
    const { outcome } = answer.settled
    if (outcome.kind === 'refused') return void setTrouble(words.refusal(outcome.refusal))
    setTrouble(null)
    showToast(said.saved)
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p class="soft">
        {said.sentence} {props.payer.kind === 'team' ? said.ofTeam : ''}
      </p>
      <Text label={said.name} value={billTo().name} onChange={(next) => change({ name: next })} />
      <label class="field">
        {said.address}
        <textarea
          rows={3}
          maxlength={limits.companyAddressLengthMax}
          value={billTo().address}
          onInput={(event) => change({ address: event.currentTarget.value })}
        />
      </label>
      <Text
        label={said.taxId}
        value={billTo().taxId}
        most={limits.taxIdLengthMax}
        onChange={(next) => change({ taxId: next })}
      />
      <Text
        label={said.orderText}
        value={billTo().orderText}
        most={limits.paymentReferenceLengthMax}
        onChange={(next) => change({ orderText: next })}
      />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <button type="submit" class="button" disabled={status()?.state === 'offline'}>
        {said.save}
      </button>
    </form>
  )
}

function Text(props: {
  readonly label: string
  readonly value: string
  readonly most?: number
  readonly onChange: (value: string) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        maxlength={props.most ?? limits.settingNameLengthMax}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  )
}
