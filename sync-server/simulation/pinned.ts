/** Scripts that once broke an invariant, each with what it found. They are played in every run. */
import type { Script } from './simulate.ts'

export interface Pinned {
  readonly found: string
  readonly script: Script
}

export const pinned: readonly Pinned[] = []
