/** Adds a closure in two steps: what and when, then a decision about each booking inside it. */
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { closureOf, closureRefusal } from '../../domain/bookings/close-site.ts'
import type { WhatIf } from '../../domain/bookings/settings/what-if.ts'
import type { ClosureRequest, ClosureResolution } from '../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { addDays } from '../../domain/values/local-date.ts'
import type { Space } from '../app/with-space.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/team-words.ts'
import { showToast } from '../ui/toast.tsx'
import { AffectedBookings } from './affected-bookings.tsx'
import { type ClosureDraft, ClosureForm } from './closure-form.tsx'
import { type AffectedBooking, makeClosureId, previewClosure, saveClosure } from './save-closure.ts'
import { WhatIfNote } from './what-if-note.tsx'

export type Resolutions = Readonly<Record<BookingId, ClosureResolution>>

export function ClosureSheet(props: {
  readonly space: Space
  /** What is already known of it. */
  readonly initial?: ClosureDraft
  readonly onClose: () => void
}): JSX.Element {
  const closureId = makeClosureId()
  const [draft, setDraft] = createSignal(props.initial ?? allOfTomorrow(props.space))
  const [affected, setAffected] = createSignal<readonly AffectedBooking[] | null>(null)
  const [whatIf, setWhatIf] = createSignal<WhatIf | null>(null)
  const [resolutions, setResolutions] = createSignal<Resolutions>({})
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const request = (): ClosureRequest => ({
    ...draft(),
    siteId: props.space.catalogue.site.id,
    closureId,
    name: draft().name.trim(),
    resolutions: resolutions(),
  })

  const closed = () => {
    const { catalogue } = props.space
    return {
      ...catalogue,
      closures: [...catalogue.closures, closureOf(request())],
    }
  }

  async function attempt(work: () => Promise<string | null>): Promise<void> {
    setIsBusy(true)
    setTrouble(await work())
    setIsBusy(false)
  }

  const check = () =>
    attempt(async () => {
      const { catalogue, now } = props.space
      const wrong = problemOf(draft(), closureRefusal(catalogue, closureOf(request()), now))
      if (wrong !== null) return wrong
      const found = await previewClosure(request())
      if (typeof found === 'string') return found
      setAffected(found.affected)
      setWhatIf(found.whatIf)
      setResolutions({})
      return null
    })

  const save = () =>
    attempt(async () => {
      const answer = await saveClosure(request())
      if (!answer.isDone) return answer.message
      showToast(answer.message)
      props.onClose()
      return null
    })

  return (
    <Sheet title={words.operator.addClosure} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void (affected() === null ? check() : save())
        }}
      >
        <Switch>
          <Match when={affected() === null}>
            <ClosureForm space={props.space} draft={draft()} onChange={setDraft} />
          </Match>
          <Match when={affected()}>
            {(found) => (
              <>
                <Show when={whatIf()}>{(meant) => <WhatIfNote found={meant()} />}</Show>
                <AffectedBookings
                  space={props.space}
                  after={closed()}
                  mayKeep
                  affected={found()}
                  resolutions={resolutions()}
                  onChange={setResolutions}
                />
              </>
            )}
          </Match>
        </Switch>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <div class="row">
          <button type="submit" class="button" data-kind="primary" disabled={isBusy()}>
            {affected() === null ? words.operator.checkBookings : words.operator.saveClosure}
          </button>
          <Show when={affected() !== null}>
            <button type="button" class="button" onClick={() => setAffected(null)}>
              {words.app.back}
            </button>
          </Show>
        </div>
      </form>
    </Sheet>
  )
}

function allOfTomorrow({ today }: Space): ClosureDraft {
  const from = { date: addDays(today, 1), minute: 0 }
  return { name: '', resourceIds: null, from, until: { date: addDays(today, 2), minute: 0 } }
}

/** What is wrong with a draft, in words; null when it can be asked about. */
function problemOf({ name, resourceIds }: ClosureDraft, refusal: Refusal | null): string | null {
  if (name.trim() === '') return words.operator.nameMissing
  if (resourceIds !== null && resourceIds.length === 0) return words.operator.placesMissing
  return refusal === null ? null : words.refusal(refusal)
}
