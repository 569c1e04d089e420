import Flatbush from 'flatbush'
import type { Point, TurnedBox } from './floor-plan.ts'
import { boundsOf } from './geometry.ts'

/** Boxes by place: which may lie within a distance of a point. A search visits a handful of boxes, not all. */
export interface SpatialIndex<Item extends TurnedBox> {
  near(point: Point, within: number): readonly Item[]
}

export function makeSpatialIndex<Item extends TurnedBox>(
  items: readonly Item[],
): SpatialIndex<Item> {
  if (items.length === 0) return { near: () => [] }
  let known: Flatbush | null = null
  // Made when something is looked for: a floor is seen before it is touched.
  const tree = () => {
    known ??= treeOf(items)
    return known
  }
  return {
    near: ({ x, y }, within) =>
      tree()
        .search(x - within, y - within, x + within, y + within)
        .sort((a, b) => a - b)
        .flatMap((index) => items[index] ?? []),
  }
}

function treeOf(items: readonly TurnedBox[]): Flatbush {
  const tree = new Flatbush(items.length)
  for (const item of items) {
    const { minX, minY, maxX, maxY } = boundsOf(item)
    tree.add(minX, minY, maxX, maxY)
  }
  tree.finish()
  return tree
}
