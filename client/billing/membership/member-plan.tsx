/** The plan of one member, changed for them by the space. Asked for when it is opened, and not kept on this device. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { KnownDeposits } from '../../../domain/billing/deposits/ask-deposit.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { MemberId, TierId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import type { HeldMemberships } from './held-membership.ts'
import { Memberships } from './memberships.tsx'

const said = words.memberships

interface Found {
  readonly member: Member
  readonly bookings: readonly Booking[]
  readonly deposits: KnownDeposits
}

function load([siteId, memberId]: readonly [string, string]): Promise<Found | null> {
  return readJson(`/api/memberships/${siteId}/${memberId}`)
}

export function MemberPlan(props: {
  readonly space: Space
  readonly memberId: MemberId
}): JSX.Element {
  const [found, { refetch }] = createResource(
    () => [props.space.catalogue.site.id, props.memberId] as const,
    load,
  )
  const onChanged = () => void refetch()
  const held = (): HeldMemberships | null => {
    const known = found.latest ?? null
    if (known === null) return null
    const { catalogue, today, now } = props.space
    return { ...known, catalogue, today, now, asker: 'space', owed: null, onChanged }
  }
  return (
    <Show when={found.latest !== null} fallback={<p class="soft">{said.needsConnection}</p>}>
      <Show when={held()}>
        {(one) => (
          <section class="stack" aria-label={said.of(one().member.name)}>
            <h3>{said.of(one().member.name)}</h3>
            <Memberships held={one()} />
            <StartForm held={one()} />
          </section>
        )}
      </Show>
    </Show>
  )
}

/** The first of somebody without one, or one more. */
function StartForm(props: { readonly held: HeldMemberships }): JSX.Element {
  const [tierId, setTierId] = createSignal<TierId | undefined>(props.held.catalogue.tiers[0]?.id)
  const [from, setFrom] = createSignal(props.held.today)
  const [reason, setReason] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)

  async function start(): Promise<void> {
    const chosen = tierId()
    if (chosen === undefined) return
    const { catalogue, member } = props.held
    const about = { siteId: catalogue.site.id, memberId: member.id, tierId: chosen }
    const intent = makeIntent('membership.start', { ...about, from: from(), reason: reason() })
    const answer = await sendIntent(intent)
    if (answer.kind === 'unreachable') return void setTrouble(said.needsConnection)
    if (answer.kind === 'failed') return void setTrouble(answer.message)
    const { outcome } = answer.settled
    if (outcome.kind === 'refused') return void setTrouble(words.refusal(outcome.refusal))
    showToast(said.saved)
    props.held.onChanged()
  }

  return (
    <details>
      <summary>{said.start}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <p class="soft">{said.startSentence}</p>
        <div class="two-fields">
          <label class="field">
            {said.choose}
            <select
              onChange={(event) =>
                setTierId(
                  props.held.catalogue.tiers.find(({ id }) => id === event.currentTarget.value)?.id,
                )
              }
            >
              <For each={props.held.catalogue.tiers}>
                {({ id, name }) => <option value={id}>{name}</option>}
              </For>
            </select>
          </label>
          <DateField label={said.from} value={from()} onChange={setFrom} />
        </div>
        <ReasonField
          label={words.memberships.reason}
          max={limits.membershipReasonLengthMax}
          value={reason()}
          onChange={setReason}
        />
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" disabled={reason().trim() === ''}>
          {said.begin}
        </button>
      </form>
    </details>
  )
}
