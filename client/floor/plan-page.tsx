/** The floor as a drawing and as a list: choose a place, see when it is free, book it. */
import './plan.css'
import { type Accessor, type Component, createMemo, createSignal, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Availability } from '../../domain/bookings/availability.ts'
import { choiceAt } from '../../domain/bookings/choice.ts'
import type { Choice } from '../../domain/bookings/intent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { must } from '../../domain/values/assert.ts'
import type { ResourceId, SiteId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Money } from '../../domain/values/money.ts'
import type { FloorScene } from '../../floorplans/scene/floor-scene.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import type { BookingRow } from '../store/rows.ts'
import type { WriteAnswer } from '../sync/write-intent.ts'
import { words } from '../ui/words.ts'
import { answerOf, type PlaceAnswer } from './place-answers.ts'
import { type CardProps, PlaceBar } from './place-bar.tsx'
import { PlaceList } from './place-list.tsx'
import { PlanCanvas } from './plan-canvas.tsx'
import { PlanFoot, PlanHead } from './plan-edges.tsx'
import { createPlanModel } from './plan-model.ts'
import { createPlanTime } from './plan-time.ts'
import { PlanTools } from './plan-tools.tsx'

/** What other rooms give: the days to choose from, the sheet, the card of a booking, and the way to make a wish. */
export interface PlanPageProps {
  readonly days: Component<{
    readonly today: LocalDate
    readonly date: LocalDate
    readonly bookings: readonly BookingRow[]
    readonly onChange: (date: LocalDate) => void
  }>
  readonly sheet: Component<{
    readonly catalogue: Catalogue
    readonly offer: { readonly resource: Resource; readonly availability: Availability }
    readonly interval: Interval
    readonly people: number
    readonly onClose: () => void
  }>
  readonly card: Component<CardProps>
  readonly request: (wish: {
    readonly siteId: SiteId
    readonly choice: Choice
    readonly price: Money
    readonly people: number
    readonly note: string
    readonly takeNearest: boolean
  }) => Promise<WriteAnswer>
}

export function PlanPage(props: PlanPageProps): JSX.Element {
  return <WithSpace>{(space) => <Plan {...props} space={space} />}</WithSpace>
}

function Plan(props: PlanPageProps & { readonly space: Accessor<Space> }): JSX.Element {
  const time = createPlanTime(() => props.space())
  const [floorIndex, setFloorIndex] = createSignal(0)
  const floors = () => props.space().catalogue.site.floors
  const floor = createMemo(() =>
    must(floors()[floorIndex()] ?? floors()[0], 'a location has a floor'),
  )
  const model = createPlanModel(() => props.space(), time, floor)
  const [chosen, setChosen] = createSignal<ResourceId | null>(null)
  const [isKeyboard, setIsKeyboard] = createSignal(false)
  const [isListShown, setIsListShown] = createSignal(false)
  const [canDraw, setCanDraw] = createSignal(true)
  const [isSheetOpen, setIsSheetOpen] = createSignal(false)
  const [covered, setCovered] = createSignal(0)
  let scene: FloorScene | null = null
  const answer = createMemo(() => answerOf(model.answers(), chosen()))
  const drawn = () => (canDraw() ? (model.plan() ?? null) : null)
  const isListOnly = () => !canDraw() || model.plan() === null
  const bar = makeSizeWatch(setCovered)

  function choose(id: ResourceId | null, byKeyboard: boolean): void {
    setIsKeyboard(byKeyboard)
    setChosen(id)
  }

  function goHome(byKeyboard: boolean): void {
    const mine = model.myPlace()
    const id = mine ?? (byKeyboard ? (model.answers()[0]?.resource.id ?? null) : null)
    if (id === null) return
    choose(id, byKeyboard)
    if (mine !== null) scene?.lookAt(mine)
  }

  async function book(wished: PlaceAnswer, takeNearest: boolean) {
    const { resource, interval, availability } = wished
    if (availability.price === null) return { trouble: '' }
    const { catalogue } = props.space()
    const made = await props.request({
      siteId: catalogue.site.id,
      choice: choiceAt(catalogue, resource.id, interval),
      price: availability.price,
      people: 1,
      note: '',
      takeNearest,
    })
    return made.kind === 'saved' ? { id: made.id } : { trouble: words.states.notSaved[made.why] }
  }

  return (
    <main
      class="plan"
      id="main"
      data-view={isListOnly() || isListShown() ? 'list' : 'plan'}
      data-chosen={answer() === null ? undefined : ''}
    >
      <h1 class="visually-hidden">{words.floor.title}</h1>
      <PlanHead
        days={props.days}
        today={props.space().today}
        time={time}
        bookings={model.bookings()}
        floors={floors()}
        floorIndex={floorIndex()}
        onFloor={(index) => {
          setChosen(null)
          setFloorIndex(index)
        }}
        isListShown={isListShown()}
        onToggleList={isListOnly() ? null : () => setIsListShown(!isListShown())}
      />
      <div class="plan-stage">
        <Show when={drawn()} keyed>
          {(plan) => (
            <PlanCanvas
              plan={plan}
              looks={model.looks()}
              zones={model.zones()}
              chosen={chosen()}
              isKeyboard={isKeyboard()}
              covered={covered()}
              onTap={(id) => choose(id, false)}
              onScene={(opened) => {
                scene = opened
                setCanDraw(opened !== null)
              }}
            />
          )}
        </Show>
        <Show when={drawn()}>
          <PlanTools
            isStale={model.isOffline()}
            onZoom={(factor) => scene?.zoomBy(factor)}
            onHome={() => goHome(false)}
          />
        </Show>
        <Show when={model.isOffline()}>
          <p class="plan-stale">{words.floor.asOf(model.telling().staleAt ?? '')}</p>
        </Show>
      </div>
      <div class="plan-side">
        <Show when={answer()}>
          {(found) => (
            <div class="plan-bar" ref={bar}>
              <PlaceBar
                answer={found()}
                telling={model.telling()}
                catalogue={props.space().catalogue}
                today={props.space().today}
                bookings={model.bookings()}
                isOffline={model.isOffline()}
                nextFree={model.nextFreeOf(found())}
                alternatives={model.alternativesTo(found())}
                card={props.card}
                onBook={(takeNearest) => book(found(), takeNearest)}
                onOpenSheet={() => setIsSheetOpen(true)}
                onSeeTime={time.goTo}
                onAlternative={({ choice }) => {
                  time.goTo(choice.interval)
                  choose(choice.resourceId, false)
                }}
                onClose={() => choose(null, false)}
              />
            </div>
          )}
        </Show>
        <p class="visually-hidden" id="plan-keys">
          {words.floor.keys}
        </p>
        <Show when={isListOnly()}>
          <p class="notice plan-note" data-tone="held">
            {noteOf()}
          </p>
        </Show>
        <Show when={model.answers().length > 0}>
          <PlaceList
            answers={model.answers()}
            telling={model.telling()}
            plan={model.plan() ?? null}
            chosen={chosen()}
            onChoose={choose}
            onOpen={() => setIsSheetOpen(true)}
            onZoom={(factor) => scene?.zoomBy(factor)}
            onHome={() => goHome(true)}
            onLeave={() => choose(null, false)}
          />
        </Show>
      </div>
      <PlanFoot time={time} free={freeOfChosen()} />
      <Show when={isSheetOpen() && answer()}>
        {(found) => (
          <Dynamic
            component={props.sheet}
            catalogue={props.space().catalogue}
            offer={found()}
            interval={found().interval}
            people={1}
            onClose={() => setIsSheetOpen(false)}
          />
        )}
      </Show>
    </main>
  )

  function freeOfChosen() {
    const found = answer()
    return found === null ? null : model.freeStretchesOf(found)
  }

  function noteOf(): string {
    if (!canDraw()) return words.floor.noPicture
    return model.isOffline() ? words.floor.noPlanOffline : words.floor.noPlan
  }
}

/** Follows the height of an element that comes and goes. */
function makeSizeWatch(onHeight: (pixels: number) => void): (element: HTMLElement) => void {
  return (element) => {
    const sizes = new ResizeObserver(() => {
      const floats = getComputedStyle(element).position === 'absolute'
      onHeight(element.isConnected && floats ? element.offsetHeight : 0)
      if (!element.isConnected) sizes.disconnect()
    })
    sizes.observe(element)
  }
}
