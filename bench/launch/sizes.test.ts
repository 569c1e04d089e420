import { expect, test } from 'vitest'
import { measureSizes } from './sizes.ts'

for (const { part, bytes, bytesMax } of measureSizes()) {
  test(`${part} weighs at most ${bytesMax / 1000} kB compressed`, () => {
    expect(bytes).toBeGreaterThan(1_000) // it was found
    expect(bytes).toBeLessThanOrEqual(bytesMax)
  })
}
