/** A step in words, as a failing script is printed. */
import { crashPoints } from './crash-points.ts'
import type { Step } from './step.ts'
import { at } from './wishes.ts'

export function formatStep(step: Step): string {
  const { kind, device, subject, amount, thenMs } = step
  const detail = kind === 'crash-server-at' ? ` ${at(crashPoints, subject)}` : ` ${subject}`
  return `${kind}${detail} (${amount}) on device ${device}, then ${thenMs} ms`
}
