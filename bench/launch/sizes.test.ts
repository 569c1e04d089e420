import { expect, test } from 'vitest'
import { measureSizes, overBudget } from './sizes.ts'

for (const { part, bytes, bytesMax } of measureSizes()) {
  const most = overBudget[part] ?? bytesMax
  test(`${part} weighs at most ${most / 1000} kB compressed`, () => {
    expect(bytes).toBeGreaterThan(1_000) // it was found
    expect(bytes).toBeLessThanOrEqual(most)
  })
}
