/** Holidays and works: what is closed when, and a way to close more that leaves nobody's booking behind. */

import { createSignal, For, type JSX, Show } from 'solid-js'
import { BackLink } from '../ui/back-link.tsx'
import './operator.css'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { formatMinute, type WallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/team-words.ts'
import { showToast } from '../ui/toast.tsx'
import { ClosureSheet } from './closure-sheet.tsx'
import { OnlyForWhoMay } from './only-for.tsx'
import { removeClosure } from './save-closure.ts'

export function ClosuresPage(): JSX.Element {
  return <OnlyForWhoMay kind="closure.add">{(space) => <Closures space={space()} />}</OnlyForWhoMay>
}

function Closures(props: { readonly space: Space }): JSX.Element {
  const [isAdding, setIsAdding] = createSignal(false)
  const [removing, setRemoving] = createSignal<Closure | null>(null)
  const coming = () =>
    props.space.catalogue.closures
      .filter(({ until, eventId }) => eventId === null && until.date >= props.space.today)
      .toSorted((a, b) => (a.from.date < b.from.date ? -1 : 1))
  async function remove(closure: Closure): Promise<void> {
    setRemoving(null)
    showToast((await removeClosure(props.space.catalogue.site.id, closure.id)).message)
  }
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/operator/settings" label={words.settings.title} />
      <div class="row" data-spread>
        <div>
          <h1>{words.operator.closures}</h1>
          <p class="soft">{words.operator.closuresSentence}</p>
        </div>
        <button type="button" class="button" data-kind="primary" onClick={() => setIsAdding(true)}>
          <Icon name="plus" />
          {words.operator.addClosure}
        </button>
      </div>
      <ul class="stack">
        <For
          each={coming()}
          fallback={
            <li class="empty">
              <Icon name="closure" />
              <strong>{words.operator.noClosures}</strong>
            </li>
          }
        >
          {(closure) => (
            <ClosureRow
              space={props.space}
              closure={closure}
              onRemove={() => setRemoving(closure)}
            />
          )}
        </For>
      </ul>
      <Show when={isAdding()}>
        <ClosureSheet space={props.space} onClose={() => setIsAdding(false)} />
      </Show>
      <Show when={removing()}>
        {(closure) => (
          <Sheet
            title={words.operator.removeQuestion(closure().name)}
            onClose={() => setRemoving(null)}
          >
            <div class="row">
              <button
                type="button"
                class="button"
                data-kind="primary"
                onClick={() => void remove(closure())}
              >
                {words.operator.removeClosure}
              </button>
              <button type="button" class="button" onClick={() => setRemoving(null)}>
                {words.operator.keepClosure}
              </button>
            </div>
          </Sheet>
        )}
      </Show>
    </main>
  )
}

function ClosureRow(props: {
  readonly space: Space
  readonly closure: Closure
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <li class="card row" data-spread>
      <div>
        <h2>{props.closure.name}</h2>
        <p>{timeText(props.closure.from, props.closure.until)}</p>
        <p class="soft">{placesText(props.space, props.closure)}</p>
      </div>
      <button type="button" class="button" data-kind="quiet" onClick={() => props.onRemove()}>
        {words.operator.removeClosure}
      </button>
    </li>
  )
}

/** Whole days as days; within a day the day once. */
function timeText(from: WallTime, until: WallTime): string {
  const day = ({ date }: WallTime) => words.amounts.shortDate(date)
  if (from.minute === 0 && until.minute === 0 && from.date < until.date) {
    const last = addDays(until.date, -1)
    if (last === from.date) return words.operator.allDay(day(from))
    return words.operator.allDay(`${day(from)} – ${words.amounts.shortDate(last)}`)
  }
  const bound = (at: WallTime) => `${day(at)}, ${formatMinute(at.minute)}`
  return from.date === until.date
    ? `${bound(from)}–${formatMinute(until.minute)}`
    : `${bound(from)} – ${bound(until)}`
}

function placesText({ catalogue }: Space, { resourceIds }: Closure): string {
  if (resourceIds === null) return words.operator.wholeLocation
  return catalogue.resources
    .filter((resource) => resourceIds.includes(resource.id))
    .map((resource) => resource.name)
    .join(', ')
}
