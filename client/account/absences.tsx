/** Days on which the holder of a desk lets others have it. Needs the space: who is told "it is free" must be told the truth. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { mayLend } from '../../domain/bookings/absences/may-lend.ts'
import type { IntentBodies } from '../../domain/bookings/wishes/intent.ts'
import type { Absence } from '../../domain/sites/absence.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays, isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'
import type { Space } from '../app/with-space.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/words.ts'
import { type AbsenceKind, wishAbsence } from './wish-absence.ts'

export function Absences(props: { readonly space: Space }): JSX.Element {
  const desks = () =>
    props.space.catalogue.resources.filter((one) => mayLend(one, props.space.member))
  return (
    <KeyedFor each={desks()} by={({ id }) => id}>
      {(desk) => <DeskAbsences space={props.space} desk={desk()} />}
    </KeyedFor>
  )
}

function DeskAbsences(props: { readonly space: Space; readonly desk: Resource }): JSX.Element {
  const [said, setSaid] = createSignal('')
  const [isBusy, setIsBusy] = createSignal(false)
  const ahead = () => props.desk.absences.filter(({ until }) => until >= props.space.today)
  const whose = () => ({ siteId: props.desk.siteId, resourceId: props.desk.id })

  async function send<K extends AbsenceKind>(
    kind: K,
    body: IntentBodies[K],
    done: string,
  ): Promise<void> {
    setIsBusy(true)
    setSaid((await wishAbsence(kind, body)) ?? done)
    setIsBusy(false)
  }

  return (
    <section class="stack">
      <h2>{words.absences.title}</h2>
      <p class="soft">{words.absences.sentence(props.desk.name)}</p>
      <Show when={ahead().length > 0} fallback={<p>{words.absences.none}</p>}>
        <ul class="facts">
          <For each={ahead()}>
            {({ from, until }) => (
              <li>
                {words.absences.days(from, until)}
                <button
                  type="button"
                  class="button"
                  aria-label={words.absences.endLabel(from, until)}
                  disabled={isBusy()}
                  onClick={() =>
                    void send('absence.end', { ...whose(), from }, words.absences.ended)
                  }
                >
                  {words.absences.end}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <AbsenceForm
        {...props}
        isBusy={isBusy()}
        onDeclare={({ from, until }) =>
          void send(
            'absence.declare',
            { ...whose(), from, until },
            words.absences.declared(from, until),
          )
        }
      />
      <p role="status" class="state">
        {said()}
      </p>
    </section>
  )
}

function AbsenceForm(props: {
  readonly space: Space
  readonly desk: Resource
  readonly isBusy: boolean
  readonly onDeclare: (absence: Absence) => void
}): JSX.Element {
  const [from, setFrom] = createSignal(addDays(props.space.today, 1))
  const [until, setUntil] = createSignal(from())
  const last = () => addDays(from(), limits.absenceDaysMax - 1)
  /** A first day past the last one takes it along. */
  const begin = (date: LocalDate) => {
    setFrom(date)
    if (until() < date) setUntil(date)
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onDeclare({ from: from(), until: until() })
      }}
    >
      <div class="two-fields">
        <label class="field">
          {words.absences.from}
          <input
            type="date"
            required
            min={props.space.today}
            value={from()}
            onInput={({ currentTarget: { value } }) => isLocalDate(value) && begin(value)}
          />
        </label>
        <label class="field">
          {words.absences.until}
          <input
            type="date"
            required
            min={from()}
            max={last()}
            value={until()}
            onInput={({ currentTarget: { value } }) => isLocalDate(value) && setUntil(value)}
          />
        </label>
      </div>
      <button type="submit" class="button" disabled={props.isBusy}>
        {words.absences.declare(props.desk.name)}
      </button>
    </form>
  )
}
