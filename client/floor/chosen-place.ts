/** Which place is chosen, by which hand, and what follows from it on the drawing. */
import { type Accessor, type Component, createMemo, createSignal } from 'solid-js'
import type { Cover } from '../../domain/bookings/lots/cover.ts'
import type { PayWith } from '../../domain/bookings/lots/lot.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { ResourceId, SiteId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Money } from '../../domain/values/money.ts'
import type { FloorScene } from '../../floorplans/scene/floor-scene.ts'
import type { BookingRow } from '../store/rows.ts'
import type { WriteAnswer } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { answerOf, type PlaceAnswer } from './place-answers.ts'
import type { CardProps, HelpProps, WaitProps } from './place-bar.tsx'
import type { PlanFloor } from './plan-floor.ts'
import type { PlanModel } from './plan-model.ts'
import type { PlanTime } from './plan-time.ts'

/** What the bookings room lends: the card of one booking, and the way to make a wish. */
/** A place at a time for somebody: what is asked about its price. */
export interface CoverAsked {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly today: LocalDate
  readonly interval: Interval
  readonly offer: { readonly resource: Resource }
}

/** What of the price passes and the membership cover, and which of them are used. */
export interface PlaceCover {
  readonly cover: Accessor<Cover>
  readonly payWith: Accessor<PayWith>
}

export interface BookingParts {
  readonly createCover: (asked: CoverAsked) => PlaceCover
  readonly card: Component<CardProps>
  readonly wait: Component<WaitProps>
  readonly help: Component<HelpProps>
  readonly request: (wish: {
    readonly siteId: SiteId
    readonly choice: Choice
    readonly price: Money
    readonly people: number
    readonly note: string
    readonly takeNearest: boolean
    readonly payWith?: PayWith
  }) => Promise<WriteAnswer>
  /** Takes a booking along to where its member sits. */
  readonly sit: (
    row: BookingRow,
    catalogue: Catalogue,
    resourceId: ResourceId,
  ) => Promise<WriteAnswer>
}

export interface ChosenPlace {
  readonly id: Accessor<ResourceId | null>
  readonly answer: Accessor<PlaceAnswer | null>
  /** The keyboard leads: the drawing shows where its focus is. */
  readonly isKeyboard: Accessor<boolean>
  /** The sheet of the chosen place is open. */
  readonly isOpened: Accessor<boolean>
  readonly freeStretches: Accessor<readonly TimeSpan[] | null>
  /** Pixels of the drawing that the bar covers. */
  readonly covered: Accessor<number>
  readonly canDraw: Accessor<boolean>
  choose(id: ResourceId | null, isKeyboard?: boolean): void
  open(isOpen: boolean): void
  /** Where the keyboard begins: the member's place at the time shown, else the first. */
  start(): void
  /** To the member's own place, on whichever floor and at whichever time it is theirs. */
  goHome(isKeyboard: boolean): void
  /** What a finger may have meant: one of these, which the person is asked. */
  readonly doubts: Accessor<readonly ResourceId[]>
  doubt(ids: readonly ResourceId[]): void
  /** The place that the drawing is to bring to its middle; null once it has. */
  readonly target: Accessor<ResourceId | null>
  /** Brings a place to the middle of the drawing, which may have to be opened first. */
  lookAt(id: ResourceId | null): void
  zoomBy(factor: number): void
  cover(pixels: number): void
  /** The drawing stands, or the browser cannot draw it. */
  takeScene(scene: FloorScene | null): void
  /** The drawing was taken down: another floor is next. */
  dropScene(): void
}

export function createChosenPlace(model: PlanModel, floor: PlanFloor, time: PlanTime): ChosenPlace {
  const [id, setId] = createSignal<ResourceId | null>(null)
  const [isKeyboard, setIsKeyboard] = createSignal(false)
  const [isOpened, open] = createSignal(false)
  const [covered, cover] = createSignal(0)
  const [canDraw, setCanDraw] = createSignal(true)
  const [target, lookAt] = createSignal<ResourceId | null>(null)
  const [doubts, doubt] = createSignal<readonly ResourceId[]>([])
  let scene: FloorScene | null = null
  const answer = createMemo(() => answerOf(model.answers(), id()))

  function choose(next: ResourceId | null, byKeyboard = false): void {
    setIsKeyboard(byKeyboard)
    setId(next)
  }

  return {
    id,
    answer,
    isKeyboard,
    isOpened,
    freeStretches: createMemo(() => {
      const found = answer()
      return found === null ? null : model.freeStretchesOf(found)
    }),
    covered,
    canDraw,
    choose,
    open,
    start: () => {
      const answers = model.answers()
      const first = answers.find((one) => one.own !== null) ?? answers[0]
      if (first !== undefined) choose(first.resource.id, true)
    },
    goHome: (byKeyboard) => {
      const mine = model.myPlace()
      if (mine === null) return showToast(words.floor.noPlaceOfMine)
      floor.show(mine.resource.floorId)
      if (mine.interval !== null) time.goTo(mine.interval)
      choose(mine.resource.id, byKeyboard)
      lookAt(mine.resource.id)
    },
    doubts,
    doubt,
    target,
    lookAt,
    zoomBy: (factor) => scene?.zoomBy(factor),
    cover,
    takeScene: (next) => {
      scene = next
      setCanDraw(next !== null)
    },
    dropScene: () => {
      scene = null
    },
  }
}
