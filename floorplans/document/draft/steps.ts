/**
 * Undo and redo of one person's steps. A step remembers what each property was and what it became; taking it back sets the old value where
 * the new one still stands, so that what somebody else has set since is never touched. Our own rather than Yjs' manager: that one is
 * made for text, and every member's device would carry it.
 */
import type { Property } from './draft-document.ts'

/** One property that a step changed; undefined where there was none. */
export interface PropertyChange {
  readonly root: 'floor' | 'objects' | 'resources'
  /** Empty for the floor itself. */
  readonly id: string
  readonly key: string
  readonly before: Property | undefined
  readonly after: Property | undefined
}

export type Step = readonly PropertyChange[]

export interface Steps {
  /** A step was made: what was undone before it cannot be redone any more. */
  made(step: Step): void
  undo(): Step | null
  redo(): Step | null
  canUndo(): boolean
  canRedo(): boolean
}

/** Steps that can be undone; beyond it the first ones are forgotten. */
const STEPS_MAX = 200

export function makeSteps(): Steps {
  const done: Step[] = []
  const undone: Step[] = []
  return {
    made: (step) => {
      if (step.length === 0) return
      done.push(step)
      if (done.length > STEPS_MAX) done.shift()
      undone.length = 0
    },
    undo: () => {
      const step = done.pop()
      if (step === undefined) return null
      undone.push(step)
      return step.map(turned).reverse()
    },
    redo: () => {
      const step = undone.pop()
      if (step === undefined) return null
      done.push(step)
      return step
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}

function turned(change: PropertyChange): PropertyChange {
  return { ...change, before: change.after, after: change.before }
}
