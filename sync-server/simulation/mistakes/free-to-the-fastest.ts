/** What is freed is free: those who wait for it learn of it when somebody faster has it. */
import type { Mistake } from './mistake.ts'

export const freeToTheFastest: Mistake = {
  title: 'free to the fastest',
  foundBy: ['nobody waits for what they could book'],
  seenAt: 6,
  // Giving on what was freed is the last of what follows from facts.
  consequences: (real) => real.slice(0, -1),
}
