/** From a plan to a draft and back. What comes back from an unchanged draft is the plan it was made of. */
import type { FloorId } from '../../../domain/values/ids.ts'
import type { FloorPlan } from '../floor-plan.ts'
import {
  BACKGROUND_ID,
  BACKGROUND_ORDER,
  type Draft,
  type DraftObject,
  type DraftObjectId,
  type DraftObjectKind,
  type DraftObjectOf,
  objectsInOrder,
} from './draft.ts'

/** The plan a draft amounts to, from below to above. Whether it may be published is another question. */
export function planOfDraft(draft: Draft, floorId: FloorId, version: number): FloorPlan {
  const objects = objectsInOrder(draft).map(([, object]) => object)
  const all = <Kind extends DraftObjectKind>(kind: Kind) =>
    objects.filter((object): object is DraftObjectOf<Kind> => object.kind === kind)
  return {
    format: 1,
    floorId,
    version,
    ...draft.size,
    areas: all('area').map(({ at, size, surface }) => ({ ...at, ...size, surface })),
    zones: all('zone').map(({ at, name }) => ({ ...at, name })),
    walls: all('wall').map(({ line, thickness, material, openings }) => ({
      ...line,
      thickness,
      material,
      openings,
    })),
    fixtures: all('fixture').map(({ at, size, rotation, fixture }) => ({
      ...at,
      ...size,
      rotation,
      kind: fixture,
    })),
    placements: all('place').map(({ at, size, rotation, shape, resourceId, unit }) => ({
      ...at,
      ...size,
      rotation,
      resourceId,
      unit,
      shape,
    })),
    labels: all('label').map(({ at, rotation, text, textSize }) => ({
      ...at,
      rotation,
      text,
      size: textSize,
    })),
    ...backgroundOf(all('background')),
  }
}

/** Only what members are to see, and only once it has arrived. */
function backgroundOf([drawn]: readonly DraftObjectOf<'background'>[]) {
  if (drawn === undefined || drawn.picture === null || drawn.shownTo !== 'members') return {}
  const { at, size, rotation, picture, opacity } = drawn
  return { background: { ...at, ...size, rotation, picture, opacity } }
}

/** The objects of a plan, under ids that are the same each time: what differs between two versions is what was drawn. */
export function draftOfPlan(plan: FloorPlan): Draft {
  const objects = new Map<DraftObjectId, DraftObject>()
  const put = (id: string, object: WithoutCommon) => {
    const common = { order: objects.size, isLocked: false, goneBy: null }
    objects.set(`obj_${id}`, { ...common, ...object })
  }
  plan.areas.forEach(({ x, y, width, height, surface }, index) => {
    put(`area-${index}`, { kind: 'area', at: { x, y }, size: { width, height }, surface })
  })
  plan.zones.forEach(({ x, y, name }, index) => {
    put(`zone-${index}`, { kind: 'zone', at: { x, y }, name })
  })
  plan.walls.forEach(({ from, to, ...wall }, index) => {
    put(`wall-${index}`, { kind: 'wall', line: { from, to }, ...wall })
  })
  plan.fixtures.forEach(({ x, y, width, height, rotation, kind }, index) => {
    const box = { at: { x, y }, size: { width, height }, rotation }
    put(`fixture-${index}`, { kind: 'fixture', ...box, fixture: kind })
  })
  for (const { x, y, width, height, rotation, resourceId, unit, shape } of plan.placements) {
    const box = { at: { x, y }, size: { width, height }, rotation }
    put(placeIdOf(resourceId, unit), { kind: 'place', ...box, shape, resourceId, unit })
  }
  plan.labels.forEach(({ x, y, rotation, text, size }, index) => {
    put(`label-${index}`, { kind: 'label', at: { x, y }, rotation, text, textSize: size })
  })
  const background = draftOfBackground(plan)
  if (background !== null) objects.set(BACKGROUND_ID, background)
  return { size: { width: plan.width, height: plan.height }, objects, resources: new Map() }
}

function draftOfBackground({ background }: FloorPlan): DraftObjectOf<'background'> | null {
  if (background === undefined) return null
  const { x, y, width, height, rotation, picture, opacity } = background
  const box = { at: { x, y }, size: { width, height }, rotation }
  const common = { order: BACKGROUND_ORDER, isLocked: true, goneBy: null }
  return { kind: 'background', ...common, ...box, picture, opacity, shownTo: 'members' }
}

type Without<Object> = Object extends DraftObject
  ? Omit<Object, 'order' | 'isLocked' | 'goneBy'>
  : never
type WithoutCommon = Without<DraftObject>

function placeIdOf(resourceId: string, unit: number | null): string {
  const place = resourceId.replace(/^res_/, 'place-')
  return unit === null ? place : `${place}.${unit}`
}
