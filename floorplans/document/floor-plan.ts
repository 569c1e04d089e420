/**
 * A published floor plan: where a floor's resources stand, and what a person sees around them. Immutable once published; a change is
 * the next version. Lengths are centimetres, x to the right and y down, angles whole degrees clockwise. A box is given by its centre,
 * so that turning it moves nothing.
 *
 * Absent on purpose: who sits where, what is free, what anything costs. Those are facts of the space, and a plan has none.
 */
import type { FloorId, ResourceId } from '../../domain/values/ids.ts'

export interface FloorPlan {
  readonly format: 1
  readonly floorId: FloorId
  readonly version: number
  /** The building's outline; surroundings may reach beyond it. */
  readonly width: number
  readonly height: number
  readonly areas: readonly Area[]
  readonly zones: readonly Zone[]
  readonly walls: readonly Wall[]
  readonly fixtures: readonly Fixture[]
  readonly placements: readonly Placement[]
  readonly labels: readonly Label[]
  /** A picture below what stands there; most plans have none to show. */
  readonly background?: Background
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export interface TurnedBox extends Box {
  readonly rotation: number
}

/** Ground of one surface. */
export interface Area extends Box {
  readonly surface: Surface
}

export const surfaces = ['water', 'quay', 'floor', 'tile', 'court', 'rug'] as const
export type Surface = (typeof surfaces)[number]

/** A named part of the floor without walls of its own; resources name it as their `zoneName`. `x` and `y` are its label's. */
export interface Zone extends Point {
  readonly name: string
}

/** A straight wall of even thickness along its centre line; glass is drawn as a thin partition. */
export interface Wall {
  readonly from: Point
  readonly to: Point
  readonly thickness: number
  readonly material: 'solid' | 'glass'
  readonly openings: readonly Opening[]
}

/** A break in a wall, `at` centimetres from the wall's start. */
export type Opening =
  | { readonly kind: 'gap' | 'window'; readonly at: number; readonly width: number }
  | {
      readonly kind: 'door'
      readonly at: number
      readonly width: number
      /** The end of the opening that carries the hinge, and the side it swings to, seen from the wall's start to its end. */
      readonly hinge: 'start' | 'end'
      readonly swing: 'left' | 'right'
    }

/** Something that stands there and cannot be booked. */
export interface Fixture extends TurnedBox {
  readonly kind: FixtureKind
}

export const fixtureKinds = [
  'armchair',
  'bollard',
  'chair',
  'counter',
  'desk',
  'lift',
  'locker',
  'plant',
  'round-table',
  'screen',
  'shelf',
  'sink',
  'sofa',
  'stage',
  'stairs',
  'table',
  'toilet',
  'tree',
] as const
export type FixtureKind = (typeof fixtureKinds)[number]

/** Where a resource is drawn. A desk's or seat's box holds its chair, at the lower edge when not turned; a room's is its floor. */
export interface Placement extends TurnedBox {
  readonly resourceId: ResourceId
  /** Which place of a pool this is; null for everything else. */
  readonly unit: number | null
  readonly shape: 'desk' | 'seat' | 'room'
}

/** Lies on the ground and below everything else. */
export interface Background extends TurnedBox {
  /** The hash under which the location keeps it. */
  readonly picture: string
  /** Percent. */
  readonly opacity: number
}

export interface Label extends Point {
  readonly text: string
  readonly size: 'small' | 'large'
  readonly rotation: number
}
