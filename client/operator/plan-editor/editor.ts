/** The editor of one floor: the draft, what is selected, the tool in hand, and everything one can do, each a step of undo. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { FloorId, ResourceId } from '../../../domain/values/ids.ts'
import {
  BACKGROUND_ID,
  type Draft,
  type DraftObject,
  type DraftObjectId,
  type DraftObjectKind,
  type DraftResource,
  objectsInOrder,
  type Size,
} from '../../../floorplans/document/draft/draft.ts'
import type { Properties } from '../../../floorplans/document/draft/draft-document.ts'
import type { Hands } from '../../../floorplans/document/draft/drafting.ts'
import { parseDraftObject, parseFloorSize } from '../../../floorplans/document/draft/parse-draft.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import {
  align,
  distribute,
  type Edge,
  type Moves,
  type Objects,
  turnTogether,
} from '../../../floorplans/editor/arrange.ts'
import {
  nextNames,
  numbering,
  placesInRows,
  type Rows,
} from '../../../floorplans/editor/desk-rows.ts'
import { boxOf, movedBy } from '../../../floorplans/editor/object-box.ts'
import { openSides } from '../../../floorplans/editor/wall-work.ts'
import type { Space } from '../../app/with-space.tsx'
import { type BackgroundModel, createBackground } from '../plan-background/background-model.ts'
import { createDraftModel, type DraftModel } from './draft-model.ts'
import {
  copyOf,
  type Made,
  type MakingTool,
  makeObject,
  makeWall,
  type Tool,
  usualSizes,
} from './new-object.ts'
import { nameAgain, placeFacts, takenNames, zoneAt } from './place-facts.ts'
import { renewPlace } from './renew-places.ts'

export interface Editor extends DraftModel {
  readonly floorId: FloorId
  readonly catalogue: Accessor<Catalogue>
  /** What is there, from below to above. */
  readonly objects: Accessor<Objects>
  readonly selection: Accessor<ReadonlySet<DraftObjectId>>
  readonly selected: Accessor<Objects>
  readonly tool: Accessor<Tool>
  /** The picture that is drawn over. */
  readonly background: BackgroundModel
  /** Names that a new place may not have. */
  takenNames(): readonly string[]
  setTool(tool: Tool): void
  select(ids: Iterable<DraftObjectId>): void
  toggle(id: DraftObjectId): void
  /** What is pressed is selected with the others: for who has no second hand for a key. */
  readonly isSeveral: Accessor<boolean>
  setSeveral(isSeveral: boolean): void
  /** Puts something there, selects it and takes up the selecting tool again. */
  make(tool: MakingTool, at: Point, size: Size | null, to?: Point): void
  makeRows(from: Point, prefix: string, rows: Rows): void
  /** Puts there what was made elsewhere, as one step, and selects it. */
  put(made: readonly Made[]): boolean
  /** What lies above all that is there. */
  nextOrder(): number
  /** Moves what is selected and not locked. */
  move(by: Point): void
  turn(degrees: number): void
  /** Sets properties of one thing; what the door would not let in is not set. False then. */
  set(id: DraftObjectId, properties: Properties): boolean
  setResource(id: ResourceId, facts: DraftResource): void
  /** Sets how large the floor is. False when no floor is so large or small. */
  setFloor(size: Size): boolean
  /** Whether a room has a side without a wall, and walls along those that have none. */
  mayWall(id: DraftObjectId): boolean
  wallsAround(id: DraftObjectId): void
  remove(): void
  restore(id: DraftObjectId): void
  duplicate(): void
  align(edge: Edge): void
  distribute(axis: 'x' | 'y'): void
  lock(isLocked: boolean): void
  /** All things of a kind. */
  lockKind(kind: DraftObjectKind, isLocked: boolean): void
  /** Kinds that this person does not want to see now; nothing is changed by it. */
  readonly hidden: Accessor<ReadonlySet<DraftObjectKind>>
  hide(kind: DraftObjectKind, isHidden: boolean): void
}

/** A copy stands this far from its original, in centimetres. */
const ASIDE_CM = 40

export function createEditor(space: Accessor<Space>, floorId: FloorId): Editor {
  const { member, catalogue: first } = space()
  const model = createDraftModel(first.site.id, floorId, member.id)
  const background = createBackground(model, first.site.id, floorId, () => {
    select([BACKGROUND_ID])
  })
  const catalogue = () => space().catalogue
  const [selection, setSelection] = createSignal<ReadonlySet<DraftObjectId>>(new Set())
  const [tool, setTool] = createSignal<Tool>('select')
  const [isSeveral, setSeveral] = createSignal(false)
  const [hidden, setHidden] = createSignal<ReadonlySet<DraftObjectKind>>(new Set())
  const objects = createMemo(() => {
    const draft = model.draft()
    return draft === null ? [] : objectsInOrder(draft)
  })
  const selected = createMemo(() => objects().filter(([id]) => selection().has(id)))
  const movable = () => selected().filter(([, { isLocked }]) => !isLocked)
  const nextOrder = () => Math.max(0, ...objects().map(([, { order }]) => order)) + 1

  function select(ids: Iterable<DraftObjectId>): void {
    setSelection(new Set(ids))
  }

  function setMany(moves: Moves): void {
    if (moves.size === 0) return
    model.change((hands) => {
      for (const [id, properties] of moves) hands.set(id, properties)
    })
  }

  function eachOf(
    some: Objects,
    change: (object: DraftObject) => Properties | null,
  ): ReadonlyMap<DraftObjectId, Properties> {
    return new Map(
      some.flatMap(([id, object]) => {
        const properties = change(object)
        return properties === null ? [] : [[id, properties] as const]
      }),
    )
  }

  function put(made: readonly Made[]): boolean {
    const isDone = model.change((hands) => {
      for (const one of made) putOne(hands, one)
    })
    if (!isDone) return false
    select(made.map(({ id }) => id))
    setTool('select')
    return true
  }

  function taken(): readonly string[] {
    const draft = model.draft()
    return draft === null ? [] : takenNames(catalogue(), draft, floorId)
  }

  function sidesOf(id: DraftObjectId) {
    const object = model.draft()?.objects.get(id)
    const box = object === undefined ? null : boxOf(object)
    const lines = objects().flatMap(([, one]) => (one.kind === 'wall' ? [one.line] : []))
    return box === null ? [] : openSides(box, lines)
  }

  function restore(id: DraftObjectId): void {
    const draft = model.draft()
    const object = draft?.objects.get(id)
    if (draft === null || object === undefined) return
    const place = object.kind === 'place' ? object : null
    const renewed = place && renewPlace(place, catalogue(), draft, numbering(taken()))
    const named = place && nameAgain(catalogue(), draft, place, taken())
    model.change((hands) => {
      hands.set(id, { goneBy: null })
      if (place !== null && named !== null) hands.setResource(place.resourceId, named)
      if (renewed === null) return
      hands.setResource(renewed.resource.id, renewed.resource.facts)
      hands.set(id, { resourceId: renewed.resource.id, unit: null })
    })
    select([id])
  }

  return {
    ...model,
    floorId,
    catalogue,
    objects,
    selection,
    selected,
    tool,
    background,
    takenNames: taken,
    put,
    nextOrder,
    setTool,
    select,
    isSeveral,
    setSeveral,
    toggle: (id) => {
      const next = new Set(selection())
      if (!next.delete(id)) next.add(id)
      setSelection(next)
    },
    make: (kind, at, size, to = at) => {
      const draft = model.draft()
      if (draft === null) return
      const nextName = numbering(taken())
      const zoneName = zoneAt(draft, at)
      put([makeObject({ tool: kind, at, size, to, order: nextOrder(), zoneName, nextName })])
    },
    makeRows: (from, prefix, rows) => {
      const draft = model.draft()
      if (draft === null) return
      const places = placesInRows(from, usualSizes.desk, rows)
      const called = nextNames(prefix, places.length, taken())
      const order = nextOrder()
      put(
        places.map((at, index) =>
          makeObject({
            ...{ tool: 'desk', at, size: null, to: at, order: order + index },
            zoneName: zoneAt(draft, at),
            nextName: () => called[index] ?? prefix,
          }),
        ),
      )
    },
    move: (by) => setMany(eachOf(movable(), (object) => movedBy(object, by))),
    turn: (degrees) => setMany(turnTogether(movable(), degrees)),
    set: (id, properties) => {
      const object = model.draft()?.objects.get(id)
      if (object === undefined || parseDraftObject({ ...object, ...properties }) === null) {
        return false
      }
      return model.change((hands) => hands.set(id, properties))
    },
    setResource: (id, facts) => model.change((hands) => hands.setResource(id, facts)),
    setFloor: (size) =>
      parseFloorSize(size) !== null && model.change((hands) => hands.setSize(size)),
    mayWall: (id) => sidesOf(id).length > 0,
    wallsAround: (id) => {
      const order = nextOrder()
      put(sidesOf(id).map(({ from, to }, index) => makeWall(from, to, order + index)))
    },
    remove: () => {
      setMany(eachOf(movable(), () => ({ goneBy: member.id })))
      select([])
    },
    restore,
    duplicate: () => {
      const draft = model.draft()
      const some = movable().filter(([, { kind }]) => kind !== 'background') // there is one
      if (draft === null || some.length === 0) return
      const places = some.filter(([, { kind }]) => kind === 'place').length
      const called = [...nextNames(prefixOf(draft, some), places, taken())]
      const order = nextOrder()
      const factsOf = (resourceId: ResourceId): DraftResource => {
        const { known: _, ...facts } = placeFacts(catalogue(), draft, resourceId)
        return { ...facts, name: called.shift() ?? facts.name }
      }
      put(
        some.map(([, object], index) => {
          const aside = { ...object, ...movedBy(object, { x: ASIDE_CM, y: ASIDE_CM }) }
          return copyOf(aside as DraftObject, order + index, factsOf) // moving changes no kind
        }),
      )
    },
    align: (edge) => setMany(align(movable(), edge)),
    distribute: (axis) => setMany(distribute(movable(), axis)),
    lock: (isLocked) => setMany(eachOf(selected(), () => ({ isLocked }))),
    lockKind: (kind, isLocked) => {
      const its = objects().filter(([, object]) => object.kind === kind)
      setMany(eachOf(its, () => ({ isLocked })))
    },
    hidden,
    hide: (kind, isHidden) => {
      const others = [...hidden()].filter((one) => one !== kind)
      setHidden(new Set(isHidden ? [...others, kind] : others))
      select(selected().flatMap(([id, object]) => (hidden().has(object.kind) ? [] : [id])))
    },
  }

  /** "Desk" of "Desk 14": what copies are called, with numbers of their own. */
  function prefixOf(draft: Draft, some: Objects): string {
    const first = some.map(([, object]) => object).find(({ kind }) => kind === 'place')
    const name =
      first?.kind === 'place' ? placeFacts(catalogue(), draft, first.resourceId).name : ''
    return name.replace(/ \d+$/, '') || name
  }
}

function putOne(hands: Hands, { id, object, resource }: Made): void {
  hands.add(id, object)
  if (resource !== null) hands.setResource(resource.id, resource.facts)
}
