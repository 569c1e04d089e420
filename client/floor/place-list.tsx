/**
 * The plan as a list: the same places, the same answers, in words. It is what a keyboard or a screen reader uses; the drawing beside it
 * is hidden from them. One stop for the Tab key; arrows go where the eye would go on the plan, so that both show one floor.
 */
import { createEffect, createMemo, For, type JSX, Show } from 'solid-js'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { type Direction, nextStop, stopsOf } from '../../floorplans/document/nearest.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { stateOf } from './looks.ts'
import { answerOf, byZone, type PlaceAnswer } from './place-answers.ts'
import { PlaceSign } from './place-sign.tsx'
import {
  aboutOf,
  presenceWords,
  priceOf,
  spokenPlace,
  stateSentence,
  type Telling,
} from './place-words.ts'

export interface PlaceListProps {
  readonly answers: readonly PlaceAnswer[]
  readonly favourites: readonly ResourceId[]
  readonly telling: Telling
  /** Null where no plan is kept: arrows then follow the list. */
  readonly plan: FloorPlan | null
  readonly chosen: ResourceId | null
  readonly onChoose: (id: ResourceId, isKeyboard: boolean) => void
  readonly onOpen: (id: ResourceId) => void
  readonly onZoom: (factor: number) => void
  /** The keyboard came and nothing is chosen yet. */
  readonly onStart: () => void
  readonly onHome: () => void
  readonly onLeave: () => void
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const CLOSER = 1.5

export function PlaceList(props: PlaceListProps): JSX.Element {
  let list: HTMLDivElement | undefined
  const stops = createMemo(() => (props.plan === null ? [] : stopsOf(props.plan)))
  const zones = createMemo(() => byZone(props.answers))
  const zoneNames = () => zones().map((zone) => zone.name)
  const idsIn = (name: string) =>
    zones()
      .find((zone) => zone.name === name)
      ?.answers.map((answer) => answer.resource.id) ?? []
  const active = () =>
    props.answers.some((answer) => answer.resource.id === props.chosen) ? props.chosen : null

  createEffect(() => {
    const id = active()
    if (id !== null) list?.querySelector(`#${optionId(id)}`)?.scrollIntoView({ block: 'nearest' })
  })

  function next(direction: Direction): ResourceId | null {
    const at = stops().find((stop) => stop.resourceId === props.chosen)
    if (at !== undefined) return nextStop(stops(), at, direction)?.resourceId ?? null
    const order = zones().flatMap((zone) => zone.answers)
    const index = order.findIndex((answer) => answer.resource.id === props.chosen)
    const step = direction === 'left' || direction === 'up' ? -1 : 1
    return order[index < 0 ? 0 : index + step]?.resource.id ?? null
  }

  /** True when the key meant something here. */
  function press(key: string): boolean {
    const direction = arrows[key]
    if (direction !== undefined) {
      const to = next(direction)
      if (to !== null) props.onChoose(to, true)
      return true
    }
    switch (key) {
      case 'Enter':
      case ' ':
        if (props.chosen !== null) props.onOpen(props.chosen)
        return true
      case '+':
      case '=':
        props.onZoom(CLOSER)
        return true
      case '-':
        props.onZoom(1 / CLOSER)
        return true
      case 'Home':
        props.onHome()
        return true
      case 'Escape':
        props.onLeave()
        return true
      default:
        return false
    }
  }

  return (
    <div
      ref={list}
      class="place-list"
      role="listbox"
      tabIndex={0}
      aria-label={words.floor.places}
      aria-describedby="plan-keys"
      aria-activedescendant={optionIdOrNone(active())}
      onKeyDown={(event) => {
        const isShortcut = event.ctrlKey || event.metaKey || event.altKey
        if (!isShortcut && press(event.key)) event.preventDefault()
      }}
      onFocus={(event) => {
        // A tap chooses for itself; only the keyboard needs a place to start from.
        const isByKeyboard = event.currentTarget.matches(':focus-visible')
        if (isByKeyboard && active() === null) props.onStart()
      }}
    >
      {/* Keyed by name and id, so that an option stays the same element while its answer changes. */}
      <For each={zoneNames()}>
        {(zone) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box holds groups, not field sets
          <div role="group" aria-label={zone}>
            <p class="place-zone" aria-hidden="true">
              {zone}
            </p>
            <For each={idsIn(zone)}>
              {(id) => (
                <Show when={answerOf(props.answers, id)}>
                  {(answer) => (
                    <PlaceOption
                      answer={answer()}
                      telling={props.telling}
                      isChosen={props.chosen === id}
                      isFavourite={props.favourites.includes(id)}
                      onChoose={() => props.onChoose(id, false)}
                    />
                  )}
                </Show>
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}

function optionId(id: ResourceId): string {
  return `place-${id.replaceAll('.', '_')}`
}

function optionIdOrNone(id: ResourceId | null): string | undefined {
  return id === null ? undefined : optionId(id)
}

function PlaceOption(props: {
  readonly answer: PlaceAnswer
  readonly telling: Telling
  readonly isChosen: boolean
  readonly isFavourite: boolean
  readonly onChoose: () => void
}): JSX.Element {
  const resource = () => props.answer.resource
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus and keys stay on the list, which names its active option
    // biome-ignore lint/a11y/useFocusableInteractive: focus and keys stay on the list, which names its active option
    <div
      role="option"
      id={optionId(resource().id)}
      class="place-option"
      aria-selected={props.isChosen}
      aria-label={spokenPlace(props.answer, props.telling, props.isFavourite)}
      onClick={() => props.onChoose()}
    >
      <PlaceSign state={stateOf(props.answer)} isStale={props.telling.staleAt !== null} />
      <span class="place-name">
        <strong>
          {resource().name}
          <Show when={props.isFavourite}>
            <Icon name="star" />
          </Show>
        </strong>
        <span class="soft">{aboutOf(resource()).join(' · ')}</span>
      </span>
      <span class="place-state">
        <span>{stateSentence(props.answer, props.telling)}</span>
        <Show when={priceOf(props.answer, props.telling)}>
          {(price) => <span class="soft">{words.amounts.money(price())}</span>}
        </Show>
        <For each={props.answer.sitting}>{(one) => <span class="soft">{one.memberName}</span>}</For>
        <For each={presenceWords(props.answer, props.telling)}>
          {(said) => <span class="soft">{said}</span>}
        </For>
      </span>
    </div>
  )
}
