/**
 * A floor plan while it is being drawn, by several people and also without a network. Everything drawn is an object of its own, and every
 * property of an object one value: two people who change different objects, or different properties of one, both keep what they did; of two
 * who change the same property, one wins everywhere.
 *
 * A position is one property, so that nothing ends up where nobody put it. What is deleted stays as an object that is gone: whoever changed it
 * meanwhile loses nothing, and anybody can bring it back. Absent on purpose: who is drawing, which travels as presence and is never kept.
 */
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import type { MemberId, ResourceId } from '../../../domain/values/ids.ts'
import type { FixtureKind, Opening, Placement, Point, Surface } from '../floor-plan.ts'

/** `obj_` and what `isId` takes behind a prefix; unique in its draft, and the same for as long as the object lives. */
export type DraftObjectId = string

export interface Size {
  readonly width: number
  readonly height: number
}

interface Common {
  /** What lies above what; of equal ones the later id. */
  readonly order: number
  /** Nobody moves it by mistake. */
  readonly isLocked: boolean
  /** Who deleted it; null while it is there. */
  readonly goneBy: MemberId | null
}

/** Lengths in centimetres, angles in whole degrees, `at` is the centre: as in a plan. */
export type DraftObject = Common &
  (
    | { readonly kind: 'area'; readonly at: Point; readonly size: Size; readonly surface: Surface }
    | { readonly kind: 'zone'; readonly at: Point; readonly name: string }
    | {
        readonly kind: 'wall'
        readonly line: { readonly from: Point; readonly to: Point }
        readonly thickness: number
        readonly material: 'solid' | 'glass'
        readonly openings: readonly Opening[]
      }
    | {
        readonly kind: 'fixture'
        readonly at: Point
        readonly size: Size
        readonly rotation: number
        readonly fixture: FixtureKind
      }
    | {
        readonly kind: 'place'
        readonly at: Point
        readonly size: Size
        readonly rotation: number
        readonly shape: Placement['shape']
        readonly resourceId: ResourceId
        readonly unit: number | null
      }
    | {
        readonly kind: 'label'
        readonly at: Point
        readonly rotation: number
        readonly text: string
        readonly textSize: 'small' | 'large'
      }
    | {
        /** A picture that is drawn over: one a floor, under `BACKGROUND_ID`. */
        readonly kind: 'background'
        readonly at: Point
        readonly size: Size
        readonly rotation: number
        /** The hash under which the location keeps it; null while it still waits on somebody's device. */
        readonly picture: string | null
        /** Percent. */
        readonly opacity: number
        readonly shownTo: (typeof backgroundViewers)[number]
      }
  )

/** Hidden, for those who draw, or published with the plan. */
export const backgroundViewers = ['nobody', 'editors', 'members'] as const

export type DraftObjectKind = DraftObject['kind']
export type DraftObjectOf<Kind extends DraftObjectKind> = Extract<DraftObject, { kind: Kind }>

/** A floor has one background or none: who adds one where another had been sets that one's properties. */
export const BACKGROUND_ID: DraftObjectId = 'obj_background'
/** Below everything that has an order of its own. */
export const BACKGROUND_ORDER = -1e9

/** What the draft says about a place that can be booked: what differs from the catalogue, or all of it where it is new. */
export interface DraftResource {
  readonly name?: string
  readonly kind?: ResourceKind
  readonly zoneName?: string
  readonly capacity?: number
  readonly amenities?: readonly string[]
}

export interface Draft {
  readonly size: Size
  readonly objects: ReadonlyMap<DraftObjectId, DraftObject>
  readonly resources: ReadonlyMap<ResourceId, DraftResource>
}

/** True where this object may stand under this id: the background's is its own. */
export function mayStandUnder(id: DraftObjectId, { kind }: DraftObject): boolean {
  return (id === BACKGROUND_ID) === (kind === 'background')
}

/** What is there, from below to above. */
export function objectsInOrder(draft: Draft): readonly (readonly [DraftObjectId, DraftObject])[] {
  return [...draft.objects]
    .filter(([, object]) => object.goneBy === null)
    .sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
}
