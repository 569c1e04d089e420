/** What a change would do and cost, worked out as the space does it: agreed to here, and sent. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import {
  askedNow,
  type ChangePreview,
  draftId,
  previewChange,
  wholePeriod,
} from '../../../domain/billing/memberships/change-membership.ts'
import type { ChangeWish } from '../../../domain/billing/memberships/propose-change.ts'
import { nextBill } from '../../../domain/billing/next-bill.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { cancelBooking } from '../../../domain/bookings/change-booking.ts'
import type { Membership } from '../../../domain/memberships/membership.ts'
import { membershipsOf } from '../../../domain/memberships/memberships-of.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { BookingId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { CodeForm } from '../../app/code-form.tsx'
import { createOwnAsOf } from '../../store/bills.ts'
import { createStatus } from '../../store/status.ts'
import { ReasonField } from '../../ui/reason-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { BillLines } from '../bill-lines.tsx'
import { toldAge } from '../told-age.ts'
import { type Agreed, type HeldMemberships, saveChange, sendChange } from './held-membership.ts'

type Possible = Extract<ChangePreview, { kind: 'change' }>
type Resolution = 'keep' | 'cancel'

const said = words.memberships

export function ConfirmChange(props: {
  readonly held: HeldMemberships
  readonly membership: Membership
  readonly wish: ChangeWish
  readonly onDone: () => void
}): JSX.Element {
  const preview = () => previewChange(props.membership.id, props.wish, props.held, props.held.now)
  const possible = () => {
    const found = preview()
    return found.kind === 'change' ? found : null
  }
  const problem = () => {
    const found = preview()
    if (found.kind === 'change') return null
    const { kind: _kind, ...why } = found
    return words.refusal({ reason: 'membership-change', ...why })
  }
  return (
    <Show
      when={possible()}
      fallback={
        <p role="status" class="state" data-tone="problem">
          {problem()}
        </p>
      }
    >
      {(found) => <Agree {...props} preview={found()} />}
    </Show>
  )
}

function Agree(props: {
  readonly held: HeldMemberships
  readonly membership: Membership
  readonly wish: ChangeWish
  readonly preview: Possible
  readonly onDone: () => void
}): JSX.Element {
  const status = createStatus()
  const [chosen, setChosen] = createSignal<Readonly<Record<BookingId, Resolution>>>({})
  const [reason, setReason] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const isForOther = () => props.held.asker === 'space'
  const isOffline = () => status()?.state === 'offline'
  /** Of others nothing is known without a connection, so nothing is wished for them either. */
  const isWaiting = () => isOffline() && !isForOther()
  const isReady = () =>
    !isBusy() && (!isOffline() || isWaiting()) && (!isForOther() || reason().trim() !== '')
  const deposit = () => props.preview.deposit(draftId)
  const becomesOf = (booking: Booking): Resolution => chosen()[booking.id] ?? 'cancel'
  const resolutions = () =>
    Object.fromEntries(props.preview.affected.map((one) => [one.id, becomesOf(one)]))

  async function agree(): Promise<void> {
    setIsBusy(true)
    const { site } = props.held.catalogue
    const quote = askedNow(props.preview.cost, deposit(), site.currency)
    const shown = wholePeriod(props.preview.change, site)
    const agreed = { quote, shown, resolutions: resolutions(), reason: reason() }
    if (isWaiting()) return save(agreed)
    const answer = await sendChange(props.held, props.membership, props.wish, agreed)
    setIsBusy(false)
    if (answer.kind === 'unreachable') return void setTrouble(said.needsConnection)
    if (answer.kind === 'failed') return void setTrouble(answer.message)
    const { outcome } = answer.settled
    if (outcome.kind === 'refused') return void setTrouble(words.refusal(outcome.refusal))
    if (outcome.kind === 'ask-again') return void setTrouble(said.dearer(outcome.price))
    showToast(props.wish.kind === 'take-back' ? said.takenBack : said.saved)
    props.held.onChanged()
    props.onDone()
  }

  async function save(agreed: Agreed): Promise<void> {
    const { held, membership, wish, preview } = props
    const answer = await saveChange(held, membership, wish, agreed, effectOf(preview, membership))
    setIsBusy(false)
    if (answer.kind === 'not-saved') return void setTrouble(words.states.notSaved[answer.why])
    showToast(said.waits)
    props.onDone()
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void agree()
      }}
    >
      <div role="status">
        <p>
          <strong>{said.effect(props.preview.change, tierOf(props), props.held.today)}</strong>
        </p>
        <p>{said.cost(props.preview.cost)}</p>
        <Show when={deposit()}>{(ask) => <p>{words.funds.withDeposit(ask().amount)}</p>}</Show>
      </div>
      <Affected
        held={props.held}
        bookings={props.preview.affected}
        becomesOf={becomesOf}
        onChoose={(id, resolution) => setChosen({ ...chosen(), [id]: resolution })}
      />
      <BillWithIt {...props} />
      <Show when={isForOther()}>
        <ReasonField
          label={words.memberships.reason}
          max={limits.membershipReasonLengthMax}
          value={reason()}
          onChange={setReason}
        />
      </Show>
      <Show when={isOffline()}>
        <p class="soft">{isForOther() ? said.needsConnection : said.waitsHere}</p>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <button type="submit" class="button" data-kind="primary" disabled={!isReady()}>
        {said.confirm[props.wish.kind]}
      </button>
    </form>
  )
}

/** What is taken back is taken back before it takes effect. */
function effectOf({ change }: Possible, membership: Membership): LocalDate {
  if (change.kind !== 'take-back') return change.on
  return membership.changes.find(({ id }) => id === change.changeId)?.on ?? change.on
}

function tierOf({ held, preview }: { readonly held: HeldMemberships; readonly preview: Possible }) {
  const { change } = preview
  const tierId = change.kind === 'tier' ? change.tierId : null
  return held.catalogue.tiers.find(({ id }) => id === tierId)?.name ?? ''
}

/** Each is kept or cancelled in the same act; by its own terms where the member asks, for nothing where the space does. */
function Affected(props: {
  readonly held: HeldMemberships
  readonly bookings: readonly Booking[]
  readonly becomesOf: (booking: Booking) => Resolution
  readonly onChoose: (id: BookingId, resolution: Resolution) => void
}): JSX.Element {
  const back = (booking: Booking) => {
    const { asker, now } = props.held
    const how = { asker, isWaived: asker === 'space', effectiveAt: now }
    const after = cancelBooking(booking, how, now).booking
    const amount = after?.state === 'cancelled' ? after.refundDue : null
    return amount === null || amount.amountMinor === 0 ? said.nothingBack : said.comesBack(amount)
  }
  const place = (booking: Booking) => placeName(props.held.catalogue, booking.resourceId) ?? ''
  return (
    <Show when={props.bookings.length > 0}>
      <fieldset class="stack" data-gap="small">
        <legend>{said.affected}</legend>
        <For each={props.bookings}>
          {(booking) => (
            <label class="field">
              {place(booking)}, {words.amounts.date(booking.wall.start.date, props.held.today)}
              <select
                aria-label={said.becomesOf(place(booking))}
                onChange={(event) =>
                  props.onChoose(
                    booking.id,
                    event.currentTarget.value === 'keep' ? 'keep' : 'cancel',
                  )
                }
              >
                <option value="cancel" selected={props.becomesOf(booking) === 'cancel'}>
                  {said.cancel}: {back(booking)}
                </option>
                <option value="keep" selected={props.becomesOf(booking) === 'keep'}>
                  {said.keep}
                </option>
              </select>
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  )
}

/** The bill that would come next, made of the membership as it would be. */
function BillWithIt(props: {
  readonly held: HeldMemberships
  readonly membership: Membership
  readonly preview: Possible
}): JSX.Element {
  const bill = () => {
    const { held, preview } = props
    const { catalogue, member, bookings, owed, today, asker } = held
    if (owed === null) return null
    const made = { id: draftId, madeOn: today, madeBy: asker, reason: '' }
    const after = preview.after(made)
    const memberships = membershipsOf(member).map((one) => (one.id === after.id ? after : one))
    const facts = { catalogue, bookings, ...owed, member: { ...member, memberships } }
    const draft = nextBill(facts, today)
    return draft === null || draft.lines.length === 0 ? null : draft
  }
  const asOf = createOwnAsOf(props.held.member.id)
  const age = () => toldAge(asOf() ?? 0, props.held.catalogue.zone, props.held.today)
  /** What one gives is in the bill as soon as it is theirs. */
  const mayUseCode = () => props.held.asker === 'member' && props.preview.change.kind === 'tier'
  return (
    <Show when={bill()}>
      {(draft) => (
        <>
          <details>
            <summary>{said.billPreview}</summary>
            <Show when={age()}>{(when) => <p class="soft">{words.billing.asOf(when())}</p>}</Show>
            <BillLines bill={draft()} />
          </details>
          <Show when={mayUseCode()}>
            <details>
              <summary>{words.promos.have}</summary>
              <CodeForm siteId={props.held.catalogue.site.id} />
            </details>
          </Show>
        </>
      )}
    </Show>
  )
}
