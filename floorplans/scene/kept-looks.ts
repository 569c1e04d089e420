/** What is made once for all places of one shape and look, a batch at a time. */
import { must } from '../../domain/values/assert.ts'
import type { Placement } from '../document/floor-plan.ts'
import type { Brush } from './brush.ts'
import { type Look, lookStates } from './look.ts'

/** What is painted with, and how fine the screen is. */
export interface Easel {
  readonly brush: Brush
  readonly resolution: number
}

/** Something to be made: how it looks, and the first of the places that look like it. */
export interface Sitter {
  readonly placement: Placement
  readonly look: Look
}

/** Places of one shape, size and angle: the first of them stands for all. */
export interface Shape {
  readonly number: number
  readonly placement: Placement
}

export function makeShapes(): (placement: Placement) => Shape {
  const known = new Map<string, Shape>()
  let last: Shape | null = null
  return (placement) => {
    const { shape, width, height, rotation } = placement
    // Desks in a row are alike.
    const isAsLast =
      last?.placement.shape === shape &&
      last.placement.width === width &&
      last.placement.height === height &&
      last.placement.rotation === rotation
    if (last !== null && isAsLast) return last
    const key = [shape, width, height, rotation].join(' ')
    const found = known.get(key) ?? { number: known.size, placement }
    known.set(key, found)
    last = found
    return found
  }
}

export interface Batch<Made> {
  /** In the order of what was asked for. */
  readonly made: readonly Made[]
  close(): void
}

export interface Kept {
  want(shape: Shape, look: Look): void
  /** All that is wanted and was not made before. */
  make(easel: Easel): void
  /** Begins anew. The result ends what was kept, once nothing shows it any more. */
  renew(): () => void
}

/** Asked for every place of a floor at once, so its keys are numbers. */
export function makeKept<Made>(makeAll: (sitters: readonly Sitter[], easel: Easel) => Batch<Made>) {
  let kept = new Map<number, Made>()
  let batches: Batch<Made>[] = []
  const wanted = new Map<number, Sitter>()
  const keyOf = ({ number }: Shape, look: Look) =>
    2 * (lookStates.length * number + lookStates.indexOf(look.state)) + (look.isStale ? 1 : 0)
  return {
    want: (shape: Shape, look: Look): void => {
      const key = keyOf(shape, look)
      if (!kept.has(key)) wanted.set(key, { placement: shape.placement, look })
    },
    make: (easel: Easel): void => {
      if (wanted.size === 0) return
      const batch = makeAll([...wanted.values()], easel)
      for (const [index, key] of [...wanted.keys()].entries()) {
        kept.set(key, must(batch.made[index], 'one is made of each'))
      }
      batches.push(batch)
      wanted.clear()
    },
    of: (shape: Shape, look: Look): Made => must(kept.get(keyOf(shape, look)), 'it was made'),
    renew: (): (() => void) => {
      const before = batches
      ;[kept, batches] = [new Map(), []]
      return () => {
        for (const batch of before) batch.close()
      }
    },
  }
}
