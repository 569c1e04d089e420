import { expect, test } from 'vitest'
import { createTogether } from './together.ts'

test('[H-01] parts are shown once each of them knows what it shows, and what one learns later takes nothing away', () => {
  const together = createTogether()
  const [first, second] = [together.part(), together.part()]
  expect(together.isReady()).toBe(false)
  first()
  first()
  expect(together.isReady()).toBe(false)
  second()
  expect(together.isReady()).toBe(true)
  first()
  expect(together.isReady()).toBe(true)
})
