/**
 * The door for drafts: what one object and one resource of it may be. Editors ask before they write, the server before it keeps: the same
 * answer on both sides, so that what a person draws is not refused later. Strict, because a draft becomes a plan on every member's phone.
 */
import * as v from 'valibot'
import { resourceKinds } from '../../../domain/sites/resource.ts'
import { isId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { fixtureKinds, surfaces } from '../floor-plan.ts'
import {
  coordinate,
  floorLength,
  length,
  opacity,
  openings,
  picture,
  point,
  rotation,
  text,
  unit,
} from '../plan-fields.ts'
import { backgroundViewers, type DraftObject, type DraftResource, type Size } from './draft.ts'

/** The bounds of `order`: room to put something between two others some fifty times. */
const order = v.pipe(v.number(), v.finite(), v.minValue(-1e9), v.maxValue(1e9))
const at = v.strictObject({ x: coordinate, y: coordinate })
const size = v.strictObject({ width: length, height: length })
const common = {
  order,
  isLocked: v.boolean(),
  goneBy: v.nullable(v.custom<string>((input) => isId('member', input))),
}

const draftObject = v.variant('kind', [
  v.strictObject({ kind: v.literal('area'), ...common, at, size, surface: v.picklist(surfaces) }),
  v.strictObject({ kind: v.literal('zone'), ...common, at, name: text }),
  v.strictObject({
    kind: v.literal('wall'),
    ...common,
    line: v.strictObject({ from: v.strictObject(point), to: v.strictObject(point) }),
    thickness: length,
    material: v.picklist(['solid', 'glass']),
    openings,
  }),
  v.strictObject({
    kind: v.literal('fixture'),
    ...common,
    at,
    size,
    rotation,
    fixture: v.picklist(fixtureKinds),
  }),
  v.strictObject({
    kind: v.literal('place'),
    ...common,
    at,
    size,
    rotation,
    shape: v.picklist(['desk', 'seat', 'room']),
    resourceId: v.custom<string>((input) => isId('resource', input)),
    unit,
  }),
  v.strictObject({
    kind: v.literal('label'),
    ...common,
    at,
    rotation,
    text,
    textSize: v.picklist(['small', 'large']),
  }),
  v.strictObject({
    kind: v.literal('background'),
    ...common,
    at,
    size,
    rotation,
    picture: v.nullable(picture),
    opacity,
    shownTo: v.picklist(backgroundViewers),
  }),
])

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.settingNameLengthMax))
const draftResource = v.strictObject({
  name: v.optional(name),
  kind: v.optional(v.enum(resourceKinds)),
  zoneName: v.optional(name),
  capacity: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.peopleMax)),
  ),
  amenities: v.optional(v.pipe(v.array(name), v.maxLength(limits.amenitiesMax))),
})
const floorSize = v.strictObject({ width: floorLength, height: floorLength })

/** Every property there is, of things by kind, of what is said of a place, and of the floor. */
export const draftProperties = {
  objects: draftObject.options.map(({ entries }) => ({
    kind: entries.kind.literal,
    keys: Object.keys(entries),
  })),
  resources: Object.keys(draftResource.entries),
  floor: ['size'],
}

/** The object, or null when it is none. Keys of a property are those of `DraftObject`; more or fewer are refused. */
export function parseDraftObject(input: unknown): DraftObject | null {
  const found = v.safeParse(draftObject, input)
  return found.success ? (found.output as unknown as DraftObject) : null // ids were checked, brands are given here
}

export function parseDraftResource(input: unknown): DraftResource | null {
  const found = v.safeParse(draftResource, input)
  return found.success ? (found.output as DraftResource) : null // `exactOptionalPropertyTypes` reads optional keys more strictly
}

export function parseFloorSize(input: unknown): Size | null {
  const found = v.safeParse(floorSize, input)
  return found.success ? found.output : null
}

/** True for what may name an object of a draft. */
export function isDraftObjectId(input: string): boolean {
  return /^obj_[0-9A-Za-z][0-9A-Za-z.-]{0,58}$/.test(input)
}
