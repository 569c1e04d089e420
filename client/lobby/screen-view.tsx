/** A floor on the wall: the drawing, what is free in numbers one reads from afar, the rooms, the time, and how old all of it is. */
import {
  type Component,
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  onCleanup,
  Show,
} from 'solid-js'
import { countFree, type PlaceNow, placesNow } from '../../domain/bookings/occupancy/floor-now.ts'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { words } from '../ui/words.ts'
import { RoomsNow } from './rooms-now.tsx'
import type { Shown } from './screen-key.ts'
import type { ScreenModel } from './screen-model.ts'
import { createScreenPlan } from './screen-plan.ts'

/** After so long without the space what is shown is no news any more, and says so in amber. */
const OLD_MS = 5 * MINUTE_MS

/** The floor as a drawing, lent by the room of the plan. */
export interface DrawingProps {
  readonly plan: FloorPlan
  readonly places: readonly PlaceNow[]
  readonly people: readonly Presence[]
  readonly isStale: boolean
}

const desks: readonly ResourceKind[] = ['hot-desk', 'dedicated-desk']

export function ScreenView(props: {
  readonly screenKey: string
  readonly drawing: Component<DrawingProps>
  readonly model: ScreenModel
  readonly shown: Shown
  readonly catalogue: Catalogue
  readonly today: LocalDate
}): JSX.Element {
  const { model } = props
  const floors = createMemo(() =>
    props.catalogue.site.floors.filter(({ id }) => props.shown.floorIds.includes(id)),
  )
  const turn = createTurns(
    () => floors().length,
    () => props.shown.secondsPerFloor,
  )
  const floor = createMemo(() => floors()[turn() % Math.max(1, floors().length)] ?? null)
  const minute = createMemo(() => toInstant(Math.floor(model.now() / MINUTE_MS) * MINUTE_MS))
  const places = createMemo(() => {
    const shown = floor()
    const { catalogue, today } = props
    return shown === null ? [] : placesNow(catalogue, shown.id, today, model.occupied(), minute())
  })
  const plan = createScreenPlan(props.screenKey, floor, minute)
  const isDesk = ({ resource }: PlaceNow) => desks.includes(resource.kind)
  /** What somebody holds for good is nobody's to take. */
  const rooms = () =>
    places().filter((place) => !isDesk(place) && place.resource.mode.kind !== 'assigned')
  /** At night nothing is free because nothing is open; that nothing is free would be another message. */
  const isOpen = () => places().length === 0 || places().some(({ state }) => state !== 'closed')
  const timeOf = (at: Instant) => formatMinute(toWallTime(props.catalogue.zone, at).minute)
  const names = () => model.people().map(({ name }) => name)
  return (
    <main class="lobby" data-old={isOld(model) ? '' : undefined}>
      <header>
        <div>
          <h1>{props.catalogue.site.name}</h1>
          <p>
            {floor()?.name}
            <Show when={floors().length > 1}>
              <span class="lobby-dots" aria-hidden="true">
                {floors().map((one) => (
                  <span data-on={one.id === floor()?.id ? '' : undefined} />
                ))}
              </span>
            </Show>
          </p>
        </div>
        <time class="lobby-clock">{timeOf(model.now())}</time>
      </header>
      <Show when={plan()} keyed fallback={<div class="floor-now" />}>
        {(drawn) => (
          <props.drawing
            plan={drawn}
            places={places()}
            people={model.people()}
            isStale={model.staleAt() !== null}
          />
        )}
      </Show>
      <aside>
        <Show when={isOpen()} fallback={<p class="lobby-count">{words.lobby.closed}</p>}>
          <p class="lobby-count">{words.lobby.desksFree(countFree(places().filter(isDesk)))}</p>
          <p class="lobby-count">{words.lobby.roomsFree(countFree(rooms()))}</p>
        </Show>
        <RoomsNow rooms={rooms()} zone={props.catalogue.zone} now={minute()} />
        <Show when={names().length > 0}>
          <p class="lobby-people">{words.lobby.hereNow(names().join(', '))}</p>
        </Show>
      </aside>
      <Age model={model} timeOf={timeOf} />
    </main>
  )
}

/** How old what is shown is, while the space is not heard. */
function Age(props: {
  readonly model: ScreenModel
  readonly timeOf: (at: Instant) => string
}): JSX.Element {
  const said = () => {
    const at = props.model.staleAt()
    if (at === null) return null
    const time = props.timeOf(at)
    return isOld(props.model) ? words.lobby.noConnection(time) : words.lobby.asOf(time)
  }
  return (
    <p class="lobby-stale" role="status" hidden={said() === null}>
      {said()}
    </p>
  )
}

function isOld(model: ScreenModel): boolean {
  const at = model.staleAt()
  return at !== null && model.now() - at > OLD_MS
}

/** Counts on after so many seconds, as long as there is more than one floor. */
function createTurns(floors: () => number, seconds: () => number): () => number {
  const [turn, setTurn] = createSignal(0)
  createEffect(() => {
    if (floors() < 2) return
    const timer = setInterval(() => setTurn((before) => before + 1), seconds() * 1_000)
    onCleanup(() => clearInterval(timer))
  })
  return turn
}
