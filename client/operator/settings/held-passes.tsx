/** What a member or a team holds to book with: given with a reason that they read, taken back as far as it is not used. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Lot } from '../../../domain/bookings/lots/lot.ts'
import type { Holder } from '../../../domain/memberships/holder.ts'
import type { LotUnit } from '../../../domain/sites/pass-offer.ts'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { toId } from '../../../domain/values/ids.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { isLocalDate } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { createStatus } from '../../store/status.ts'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/team-words.ts'
import { kindOptions, unitOptions } from './allowance-fields.tsx'
import { ManyField, NumberField, SelectField, TextField } from './fields.tsx'
import { type HeldLot, loadHeld, loadHolders, sendLot } from './held-lots.ts'

export function HeldPasses(props: { readonly space: Space }): JSX.Element {
  const status = createStatus()
  const siteId = () => props.space.catalogue.site.id
  const [chosen, setChosen] = createSignal('')
  const [holders] = createResource(siteId, loadHolders)
  const [held, { refetch }] = createResource(chosen, (id) =>
    id === '' ? [] : loadHeld(siteId(), id),
  )
  const options = () => [
    { value: '', label: words.settings.passes.nobody },
    ...(holders() ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <section class="stack" aria-label={words.settings.passes.held}>
      <h2>{words.settings.passes.held}</h2>
      <Show
        when={status()?.state !== 'offline'}
        fallback={<p class="soft">{words.settings.needsConnection}</p>}
      >
        <SelectField
          label={words.settings.passes.whose}
          value={chosen()}
          problem={null}
          options={options()}
          onChange={setChosen}
        />
        <Show when={chosen() !== ''}>
          <Show
            when={held() !== null}
            fallback={<p class="soft">{words.settings.needsConnection}</p>}
          >
            <ul class="stack">
              <For each={held()} fallback={<p class="soft">{words.settings.passes.holdsNone}</p>}>
                {(lot) => <HeldRow space={props.space} lot={lot} onDone={() => void refetch()} />}
              </For>
            </ul>
            <GiveForm
              space={props.space}
              holder={holderOf(chosen())}
              onDone={() => void refetch()}
            />
          </Show>
        </Show>
      </Show>
    </section>
  )
}

function holderOf(id: string): Holder {
  return id.startsWith('tea_')
    ? { kind: 'team', teamId: toId('team', id) }
    : { kind: 'member', memberId: toId('member', id) }
}

function HeldRow(props: {
  readonly space: Space
  readonly lot: HeldLot
  readonly onDone: () => void
}): JSX.Element {
  const [amount, setAmount] = createSignal(props.lot.left)
  const [reason, setReason] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const date = (lot: Lot) =>
    lot.expiresAt === null
      ? null
      : toWallTime(props.space.catalogue.zone, addMinutes(lot.expiresAt, -1)).date

  async function takeBack(): Promise<void> {
    const { siteId, id: lotId } = props.lot
    const body = { siteId, lotId, amount: amount(), reason: reason() }
    const said = await sendLot('lot.take-back', body)
    setTrouble(said)
    if (said === null) props.onDone()
  }

  return (
    <li class="card stack" data-gap="small">
      <strong>{words.lots.nameOf(props.lot)}</strong>
      <span class="soft">
        {words.lots.left(props.lot, props.lot.left)} {words.lots.booksKinds(props.lot.kinds)},{' '}
        {words.lots.until(date(props.lot))}
      </span>
      <Show when={props.lot.reason}>
        <span class="soft">{words.lots.reason(props.lot.reason)}</span>
      </Show>
      <Show when={props.lot.left > 0}>
        <details>
          <summary>{words.settings.passes.takeBack}</summary>
          <form
            class="stack"
            aria-label={words.settings.passes.takeBackNamed(words.lots.nameOf(props.lot))}
            onSubmit={(event) => {
              event.preventDefault()
              void takeBack()
            }}
          >
            <NumberField
              label={words.settings.passes.amount}
              value={amount()}
              problem={null}
              onChange={setAmount}
            />
            <TextField
              label={words.settings.passes.reason}
              value={reason()}
              problem={null}
              onChange={setReason}
            />
            <p role="alert" class="state" data-tone="problem">
              {trouble()}
            </p>
            <button type="submit" class="button" disabled={reason().trim() === ''}>
              {words.settings.passes.takeBack}
            </button>
          </form>
        </details>
      </Show>
    </li>
  )
}

interface Given {
  readonly name: string
  readonly kinds: readonly ResourceKind[]
  readonly unit: LotUnit
  readonly amount: number
  readonly lastOn: string
  readonly reason: string
}

const nothing: Given = {
  ...{ name: '', kinds: ['hot-desk'], unit: 'days', amount: 1 },
  ...{ lastOn: '', reason: '' },
}

function GiveForm(props: {
  readonly space: Space
  readonly holder: Holder
  readonly onDone: () => void
}): JSX.Element {
  const [given, setGiven] = createSignal(nothing)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const change = (more: Partial<Given>) => setGiven({ ...given(), ...more })
  const isReady = () => given().name.trim() !== '' && given().reason.trim() !== ''

  async function give(): Promise<void> {
    const { lastOn, ...rest } = given()
    const body = { siteId: props.space.catalogue.site.id, holder: props.holder, ...rest }
    const said = await sendLot('lot.grant', {
      ...body,
      lastOn: isLocalDate(lastOn) ? lastOn : null,
    })
    setTrouble(said)
    if (said !== null) return
    setGiven(nothing)
    props.onDone()
  }

  return (
    <form
      class="stack"
      aria-label={words.settings.passes.give}
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <h3>{words.settings.passes.give}</h3>
      <GiveFields given={given()} onChange={change} />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <button type="submit" class="button" data-kind="primary" disabled={!isReady()}>
        {words.settings.passes.give}
      </button>
    </form>
  )
}

function GiveFields(props: {
  readonly given: Given
  readonly onChange: (more: Partial<Given>) => void
}): JSX.Element {
  return (
    <>
      <div class="field-grid">
        <TextField
          label={words.settings.passes.name}
          value={props.given.name}
          problem={null}
          onChange={(name) => props.onChange({ name })}
        />
        <NumberField
          label={words.settings.passes.amount}
          value={props.given.amount}
          problem={null}
          onChange={(amount) => props.onChange({ amount })}
        />
        <SelectField<LotUnit>
          label={words.settings.tiers.unit}
          value={props.given.unit}
          problem={null}
          options={unitOptions}
          onChange={(unit) => props.onChange({ unit })}
        />
        <label class="field">
          {words.settings.passes.lastOn}
          <input
            type="date"
            value={props.given.lastOn}
            onInput={(event) => props.onChange({ lastOn: event.currentTarget.value })}
          />
        </label>
      </div>
      <ManyField
        label={words.settings.passes.kinds}
        chosen={props.given.kinds}
        options={kindOptions}
        problem={null}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <ReasonField
        label={words.settings.passes.reason}
        max={limits.lotReasonLengthMax}
        value={props.given.reason}
        onChange={(reason) => props.onChange({ reason })}
      />
    </>
  )
}
