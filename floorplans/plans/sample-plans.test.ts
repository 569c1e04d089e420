import { expect, test } from 'vitest'
import { harbourResources, pierResources } from '../../domain/seeds/harbour-loft/resources.ts'
import { hasPlace, type Resource, unitCount } from '../../domain/sites/resource.ts'
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { boundsOf, boxesOverlap, wallPieces } from '../document/geometry.ts'
import { type Direction, nextStop, stopsOf } from '../document/nearest.ts'
import { parseFloorPlan } from '../document/parse-floor-plan.ts'
import { harbourLoftPlan } from './harbour-loft.ts'
import { pierGalleryPlan } from './pier-gallery.ts'
import { pierStudioPlan } from './pier-studio.ts'

const samples: readonly (readonly [string, FloorPlan, readonly Resource[]])[] = [
  ['Harbour Loft', harbourLoftPlan, harbourResources],
  ['Pier Studio', pierStudioPlan, pierResources],
  ['the gallery of Pier Studio', pierGalleryPlan, pierResources],
]

for (const [name, plan, resources] of samples) {
  test(`${name} is a plan that the door lets in`, () => {
    expect(parseFloorPlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan })
  })

  test(`every resource of ${name} is placed exactly once, a pool with a seat for each unit`, () => {
    const wanted = resources
      .filter((resource) => hasPlace(resource) && resource.floorId === plan.floorId)
      .flatMap((resource) =>
        Array.from({ length: unitCount(resource) }, (_, index) =>
          nameOf(resource.id, resource.mode.kind === 'pool' ? index + 1 : null),
        ),
      )
    const placed = plan.placements.map((one) => nameOf(one.resourceId, one.unit))
    expect([...placed].sort()).toEqual([...wanted].sort())
  })

  test(`no two places of ${name} overlap`, () => {
    const clashes = plan.placements.flatMap((one, index) =>
      plan.placements.slice(index + 1).filter((other) => boxesOverlap(one, other)),
    )
    expect(clashes).toEqual([])
  })

  test(`no place of ${name} stands in a wall`, () => {
    const pieces = plan.walls.flatMap((wall) => wallPieces(wall))
    const clashes = plan.placements.filter((one) => pieces.some((wall) => boxesOverlap(one, wall)))
    expect(clashes).toEqual([])
  })

  test(`every place of ${name} lies inside the building`, () => {
    expect(plan.placements.filter((one) => !isInside(plan, one))).toEqual([])
  })

  test(`the arrow keys reach every resource of ${name} from the first`, () => {
    const stops = stopsOf(plan)
    const directions: readonly Direction[] = ['left', 'right', 'up', 'down']
    const seen = new Set(stops.slice(0, 1))
    for (const stop of seen) {
      for (const direction of directions) {
        const next = nextStop(stops, stop, direction)
        if (next !== null) seen.add(next)
      }
    }
    expect(seen.size).toBe(stops.length)
  })
}

function nameOf(resourceId: string, unit: number | null): string {
  return `${resourceId}/${unit ?? '-'}`
}

function isInside(plan: FloorPlan, placement: Placement): boolean {
  const { minX, minY, maxX, maxY } = boundsOf(placement)
  return minX >= 0 && minY >= 0 && maxX <= plan.width && maxY <= plan.height
}
