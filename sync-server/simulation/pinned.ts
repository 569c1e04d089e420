/** Scripts that once broke an invariant, each with what it found. They are played in every run. */
import type { Script } from './simulate.ts'

export interface Pinned {
  readonly found: string
  readonly script: Script
}

export const pinned: readonly Pinned[] = [
  {
    found:
      'a device clock set back inside an undo window held that wish, and all later ones, for years',
    script: {
      seed: 34,
      devices: 4,
      steps: [
        { kind: 'book', device: 60, subject: 596, amount: 665, thenMs: 5, salt: 1277862936 },
        { kind: 'skew-device', device: 60, subject: 1023, amount: 61, thenMs: 12, salt: 340189378 },
      ],
    },
  },
]
