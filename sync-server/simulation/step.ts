/** One thing that happens in a simulated world. Numbers are picked modulo what is there, so that a step means something in any world. */
import type { Random } from './random.ts'

export const wishKinds = [
  'book',
  'cancel',
  'change',
  'end',
  'confirm',
  'extend',
  'undo',
  'series',
  'series-cancel',
  'series-change',
  'series-restore',
  'check-in',
  'approve',
  'decline',
  'wait',
  'leave',
  'basket',
  'rsvp',
  'ticket',
  'reply',
  'note',
  'write',
  'block',
] as const
export const faultKinds = [
  'cut',
  'break-early',
  'half-open',
  'slow-line',
  'offline',
  'crash-device',
  'skew-device',
  'send-twice',
  'crash-server-at',
  'disk-error-at',
  'kill-server',
  'stop-server',
  'restore-backup',
  'set-server-clock-back',
  'sleep',
] as const
export const otherKinds = [
  'online',
  'nudge',
  'back-up',
  'close-site',
  'reopen-site',
  'change-membership',
  'to-arrival',
] as const

export type WishKind = (typeof wishKinds)[number]
export type FaultKind = (typeof faultKinds)[number]
export type StepKind = WishKind | FaultKind | (typeof otherKinds)[number]

export interface Step {
  readonly kind: StepKind
  readonly device: number
  /** What it is about: a resource, a booking, a crash point. */
  readonly subject: number
  /** When: a time slot, how long, how often before. */
  readonly amount: number
  /** Time that passes after it, ms. */
  readonly thenMs: number
  /** Where the chance of this step and of what follows it comes from. */
  readonly salt: number
}

const weights: Readonly<Record<StepKind, number>> = {
  book: 17,
  cancel: 5,
  change: 5,
  end: 1,
  confirm: 4,
  extend: 2,
  undo: 1,
  series: 3,
  'series-cancel': 2,
  'series-change': 2,
  'series-restore': 1,
  'check-in': 3,
  approve: 2,
  decline: 1,
  wait: 4,
  leave: 1,
  basket: 3,
  rsvp: 3,
  ticket: 3,
  reply: 1,
  note: 2,
  write: 4,
  block: 2,
  cut: 4,
  'break-early': 5,
  'half-open': 3,
  'slow-line': 2,
  offline: 5,
  'crash-device': 4,
  'skew-device': 2,
  'send-twice': 3,
  'crash-server-at': 8,
  'disk-error-at': 8,
  'kill-server': 1,
  'stop-server': 2,
  'restore-backup': 1,
  'set-server-clock-back': 1,
  sleep: 1,
  online: 6,
  nudge: 4,
  'back-up': 2,
  'close-site': 1,
  'reopen-site': 1,
  'change-membership': 2,
  'to-arrival': 2,
}
const kinds = (Object.keys(weights) as StepKind[]) // the keys of the table above
  .flatMap((kind) => Array.from({ length: weights[kind] }, () => kind))

export function isFault({ kind }: Step): boolean {
  return (faultKinds as readonly string[]).includes(kind)
}

export function drawStep(random: Random): Step {
  return {
    kind: random.pick(kinds),
    device: random.below(64),
    subject: random.below(1024),
    amount: random.below(1024),
    thenMs: random.chance(0.5) ? random.below(60) : random.below(4_000),
    salt: random.below(2 ** 31),
  }
}
