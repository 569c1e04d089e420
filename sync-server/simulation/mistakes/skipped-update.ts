/** Every fifth group is committed and not broadcast. Whoever is connected does not hear of it until the document changes again. */
import type { Mistake } from './mistake.ts'

export const skippedUpdate: Mistake = {
  title: 'skipped update',
  foundBy: [
    'every replica converges to the projection of SQL',
    'every wish has exactly one outcome',
  ],
  seenAt: 6,
  documents: (real) => {
    let groups = 0
    return {
      ...real,
      onGroup: (listener) =>
        real.onGroup((rows, at) => {
          groups += 1
          if (groups % 5 !== 0) listener(rows, at)
        }),
    }
  },
}
