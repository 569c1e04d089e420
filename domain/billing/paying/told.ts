/**
 * What a member's own document tells of paying: the sections `payments`, that it is possible, `pay-methods`, by payer, and `attempts`, by bill, of bills of which something is
 * open. Where money is moved has its own names for things; none of them goes to a device.
 */
import { toJson } from '../../bookings/member-sections.ts'
import type { Json, Sections } from '../../values/sections.ts'
import type { PaymentAttempt } from './attempt.ts'
import type { PayMethods } from './pay-methods.ts'

export function payingSections(
  /** Who moves money; null where nobody does. */
  mode: string | null,
  payMethods: readonly PayMethods[],
  attempts: readonly PaymentAttempt[],
): Sections {
  const byBill = new Map<string, PaymentAttempt[]>()
  for (const attempt of attempts) {
    const { id } = attempt.purpose
    byBill.set(id, [...(byBill.get(id) ?? []), toldAttempt(attempt)])
  }
  return {
    payments: mode === null ? {} : { mode },
    'pay-methods': Object.fromEntries(payMethods.map((one) => [one.payerId, toJson(one)])),
    attempts: Object.fromEntries([...byBill].map(([id, own]) => [id, toJson(own)])),
  }
}

/** Without what it is called where the money is moved. */
export function toldAttempt(attempt: PaymentAttempt): PaymentAttempt {
  const { standing } = attempt
  const told = standing.state === 'sent' ? { ...standing, page: null } : standing
  return { ...attempt, ref: null, standing: told }
}

/** Believed, because only the server can write it. */
export function readPayMethods(value: Json): PayMethods {
  return value as unknown as PayMethods
}

export function readAttempts(value: Json): readonly PaymentAttempt[] {
  return value as unknown as readonly PaymentAttempt[]
}
