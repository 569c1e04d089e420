/** What a payer has on file to be charged: their cards, in their order, and whether a second one may be tried. */
import type { Instant } from '../../values/instant.ts'

export interface SavedMethod {
  /** Its name at whoever keeps the number; no number ever comes here. */
  readonly id: string
  readonly kind: string
  readonly brand: string
  readonly last4: string
  readonly expires: { readonly year: number; readonly month: number } | null
  readonly addedAt: Instant
}

export interface PayMethods {
  readonly payerId: string
  /** The first is charged. */
  readonly methods: readonly SavedMethod[]
  /** Agreed to by the payer: tried once a bill when the first was declined. */
  readonly backup: { readonly methodId: string; readonly agreedAt: Instant } | null
}

/** Those that can be charged while the payer is elsewhere; others are not offered as the first. */
const chargedAlone = [
  'card',
  'link',
  'sepa_debit',
  'bacs_debit',
  'us_bank_account',
  'au_becs_debit',
]

export function mayBeFirst({ kind }: Pick<SavedMethod, 'kind'>): boolean {
  return chargedAlone.includes(kind)
}

export function firstMethod({ methods }: PayMethods): SavedMethod | null {
  const [first] = methods
  return first !== undefined && mayBeFirst(first) ? first : null
}

export function backupMethod(payMethods: PayMethods): SavedMethod | null {
  const { methods, backup } = payMethods
  const found = methods.find(({ id }) => id === backup?.methodId)
  return found === undefined || found.id === firstMethod(payMethods)?.id ? null : found
}

/** A new one is charged from now on: whoever adds a card means it. Told twice, it is there once. */
export function withMethod(known: PayMethods, method: SavedMethod): PayMethods {
  const others = known.methods.filter(({ id }) => id !== method.id)
  if (others.length !== known.methods.length) {
    const methods = known.methods.map((one) =>
      one.id === method.id ? { ...method, addedAt: one.addedAt } : one,
    )
    return { ...known, methods }
  }
  return { ...known, methods: mayBeFirst(method) ? [method, ...others] : [...others, method] }
}

/** Null where it cannot be the first. What was the first is no backup unless it is agreed to again. */
export function withFirst(known: PayMethods, methodId: string): PayMethods | null {
  const found = known.methods.find(({ id }) => id === methodId)
  if (found === undefined || !mayBeFirst(found)) return null
  const methods = [found, ...known.methods.filter(({ id }) => id !== methodId)]
  return { ...known, methods, backup: known.backup?.methodId === methodId ? null : known.backup }
}

/** Null where there is none such, or it is the first already. */
export function withBackup(
  known: PayMethods,
  methodId: string | null,
  agreedAt: Instant,
): PayMethods | null {
  if (methodId === null) return { ...known, backup: null }
  const found = known.methods.find(({ id }) => id === methodId)
  const isOther = found !== undefined && found.id !== known.methods[0]?.id && mayBeFirst(found)
  return isOther ? { ...known, backup: { methodId, agreedAt } } : null
}

/** What a payer still has to pay for, or will. */
export interface Obligations {
  readonly hasDebt: boolean
  readonly hasMembership: boolean
  readonly hasPaidBooking: boolean
}

export type KeptBecause = 'debt' | 'membership' | 'booking'

/** Why the last one stays; null where it may go. */
export function whyKept(
  { methods }: PayMethods,
  { hasDebt, hasMembership, hasPaidBooking }: Obligations,
): KeptBecause | null {
  if (methods.length > 1) return null
  if (hasDebt) return 'debt'
  if (hasMembership) return 'membership'
  return hasPaidBooking ? 'booking' : null
}

export function withoutMethod(known: PayMethods, methodId: string): PayMethods {
  const left = known.methods.filter(({ id }) => id !== methodId)
  const first = left.findIndex(mayBeFirst)
  const chosen = left[first]
  const methods = chosen === undefined ? left : [chosen, ...left.filter((one) => one !== chosen)]
  const isBackup = [methodId, methods[0]?.id].includes(known.backup?.methodId ?? '')
  return { ...known, methods, backup: isBackup ? null : known.backup }
}
