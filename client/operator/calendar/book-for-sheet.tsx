/** Staff book a picked time for a member: who, what it costs them, and where the rules say no, whether to book anyway and why. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { Occupied } from '../../../domain/bookings/occupancy/occupancy.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { findPeople, type PersonFound } from '../../sync/find-people.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { bookFor, predictFor } from './book-for.ts'
import type { Draft } from './draft.ts'

export function BookForSheet(props: {
  readonly space: Space
  readonly draft: Draft
  readonly occupied: readonly Occupied[]
  readonly onBooked: () => void
  readonly onClose: () => void
}): JSX.Element {
  const [person, setPerson] = createSignal<PersonFound | null>(null)
  const time = () => words.amounts.timeRange(props.draft.from, props.draft.until)
  return (
    <Sheet title={words.calendar.picked(props.draft.resource.name, time())} onClose={props.onClose}>
      <Show
        when={person()}
        fallback={
          <PersonSearch siteId={props.space.catalogue.site.id} onChoose={(one) => setPerson(one)} />
        }
      >
        {(one) => <Terms {...props} person={one()} onOther={() => setPerson(null)} />}
      </Show>
    </Sheet>
  )
}

function PersonSearch(props: {
  readonly siteId: SiteId
  readonly onChoose: (person: PersonFound) => void
}): JSX.Element {
  const [people, setPeople] = createSignal<readonly PersonFound[] | null>([])
  let asked = ''
  async function find(text: string): Promise<void> {
    asked = text
    const found = text.trim() === '' ? [] : await findPeople(props.siteId, text)
    // An answer to what was typed before comes too late.
    if (asked === text) setPeople(found)
  }
  return (
    <div class="stack">
      <label class="field">
        {words.calendar.forWhom}
        <input
          type="search"
          autocomplete="off"
          maxlength="80"
          onInput={(event) => void find(event.currentTarget.value)}
        />
      </label>
      <div role="status">
        <Show when={people() === null}>{words.operator.needsConnection}</Show>
        <span class="visually-hidden">{words.calendar.found(people()?.length ?? 0)}</span>
      </div>
      <ul class="stack" data-gap="small">
        <For each={people() ?? []}>
          {(person) => (
            <li>
              <button type="button" class="button" data-wide onClick={() => props.onChoose(person)}>
                {person.name}
              </button>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

function Terms(props: {
  readonly space: Space
  readonly draft: Draft
  readonly occupied: readonly Occupied[]
  readonly person: PersonFound
  readonly onBooked: () => void
  readonly onOther: () => void
}): JSX.Element {
  const [people, setPeople] = createSignal(1)
  const [reason, setReason] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const predicted = createMemo(() =>
    predictFor(props.person, props.draft, props.space, props.occupied, people()),
  )
  /** What only the space knew: what the member has elsewhere. */
  const [told, setTold] = createSignal<Refusal | null>(null)
  const refusal = () => told() ?? predicted().refusal
  const canBook = () => refusal() === null || reason().trim() !== ''
  async function book(): Promise<void> {
    const { price } = predicted()
    if (price === null || !canBook()) return
    setIsBusy(true)
    const asked = { price, people: people(), reason: refusal() && reason().trim() }
    const answer = await bookFor(props.person, props.draft, props.space, asked)
    setIsBusy(false)
    setTrouble(answer.kind === 'failed' ? answer.message : null)
    if (answer.kind === 'refused') setTold(answer.refusal)
    if (answer.kind !== 'booked') return
    showToast(words.calendar.bookedFor(props.person.name))
    props.onBooked()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void book()
      }}
    >
      <Chosen person={props.person} onOther={props.onOther} />
      <Show when={props.draft.resource.capacity > 1}>
        <label class="field" data-kind="people">
          {words.calendar.howMany}
          <input
            type="number"
            min="1"
            max={props.draft.resource.capacity}
            value={people()}
            onInput={(event) => setPeople(event.currentTarget.valueAsNumber || 1)}
          />
        </label>
      </Show>
      <Show when={refusal()}>
        {(no) => (
          <AgainstRules
            text={words.refusal(no(), props.space.catalogue.zone)}
            canBe={predicted().price !== null}
            reason={reason()}
            onReason={setReason}
          />
        )}
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <Show when={predicted().price}>
        {(price) => (
          <button
            type="submit"
            class="button"
            data-kind="primary"
            data-wide
            disabled={isBusy() || !canBook()}
          >
            {refusal() === null
              ? words.calendar.bookPrice(words.amounts.money(price()))
              : words.calendar.bookAnyway(words.amounts.money(price()))}
          </button>
        )}
      </Show>
    </form>
  )
}

/** Why the rules say no, and where they may be gone against, the reason for it. */
function AgainstRules(props: {
  readonly text: string
  readonly canBe: boolean
  readonly reason: string
  readonly onReason: (reason: string) => void
}): JSX.Element {
  return (
    <>
      <p class="state" data-tone="problem" role="status">
        {props.text}
      </p>
      <Show when={props.canBe}>
        <label class="field">
          {words.calendar.whyAnyway}
          <input
            required
            maxlength={limits.noteLengthMax}
            value={props.reason}
            onInput={(event) => props.onReason(event.currentTarget.value)}
          />
        </label>
        <p class="soft">{words.calendar.reasonIsKept}</p>
      </Show>
    </>
  )
}

function Chosen(props: {
  readonly person: PersonFound
  readonly onOther: () => void
}): JSX.Element {
  return (
    <div class="row" data-spread>
      <strong>{props.person.name}</strong>
      <button type="button" class="button" data-kind="quiet" onClick={() => props.onOther()}>
        {words.calendar.somebodyElse}
      </button>
    </div>
  )
}
