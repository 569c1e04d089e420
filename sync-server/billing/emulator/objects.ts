/** The things the emulator keeps, each as the processor would show it, in the portal's own database: a restart forgets nothing. */
import type { Engine, Tx } from '../../storage/storage.ts'
import { noSuch } from './refused.ts'

export interface Kept {
  readonly id: string
  readonly object: string
  readonly created: number
}

export interface Customer extends Kept {
  email: string | null
  name: string | null
  metadata: Readonly<Record<string, string>>
  invoice_settings: { default_payment_method: string | null } & object
}

export interface PaymentMethod extends Kept {
  customer: string | null
  /** Names the test card that it is. */
  card: { fingerprint: string; brand: string; last4: string }
}

export interface CardError {
  readonly type: 'card_error' | 'invalid_request_error'
  readonly code: string
  readonly decline_code?: string
  readonly message: string
}

export interface PaymentIntent extends Kept {
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  customer: string | null
  capture_method: string
  status: string
  payment_method: string | null
  latest_charge: string | null
  last_payment_error: CardError | null
  next_action: object | null
  canceled_at: number | null
  cancellation_reason: string | null
  setup_future_usage: 'off_session' | null
  metadata: Readonly<Record<string, string>>
}

export interface SetupIntent extends Kept {
  customer: string | null
  payment_method: string | null
  status: string
  last_setup_error: CardError | null
  metadata: Readonly<Record<string, string>>
}

export interface CheckoutSession extends Kept {
  mode: 'payment' | 'setup'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  amount_total: number | null
  currency: string | null
  customer: string | null
  payment_intent: string | null
  setup_intent: string | null
  success_url: string | null
  cancel_url: string | null
  url: string | null
  expires_at: number
  metadata: Readonly<Record<string, string>>
}

export interface Refund extends Kept {
  amount: number
  currency: string
  payment_intent: string
  status: string
  failure_reason?: string
  metadata: Readonly<Record<string, string>>
}

export interface Dispute extends Kept {
  amount: number
  currency: string
  payment_intent: string
  status: string
  is_charge_refundable: boolean
  evidence: object
  evidence_details: { readonly due_by: number; readonly [detail: string]: unknown }
}

export interface BalanceTransaction extends Kept {
  amount: number
  currency: string
  fee: number
  net: number
  source: string
  type: string
}

export interface Objects {
  /** Locked until the transaction ends. Throws `Refused` when there is none of that kind. */
  get<Object extends Kept>(kind: string, id: string): Promise<Object>
  /** Made, or changed. `owner` is what it is listed under. */
  put(object: Kept, owner?: string): Promise<void>
  /** Lists it under somebody else from now on. */
  own(id: string, owner: string): Promise<void>
  list<Object extends Kept>(wanted: Wanted): Promise<readonly Object[]>
}

export interface Wanted {
  readonly kind: string
  readonly owner?: string | undefined
  readonly from?: number | undefined
  readonly until?: number | undefined
  /** What comes after this one; the newest is first. */
  readonly after?: string | undefined
  readonly limit: number
}

export function objectsIn(tx: Tx, engine: Engine): Objects {
  async function bodyOf(kind: string, id: string): Promise<string> {
    const query = tx.selectFrom('emulated_object').select('body').where('id', '=', id)
    const own = query.where('kind', '=', kind)
    const row = await (engine === 'postgres' ? own.forUpdate() : own).executeTakeFirst()
    if (row === undefined) throw noSuch(kind, id)
    return row.body
  }
  return {
    get: async (kind, id) => JSON.parse(await bodyOf(kind, id)), // written below alone
    put: async (object, owner = '') => {
      const body = JSON.stringify(object)
      const { id, object: kind, created } = object
      await tx
        .insertInto('emulated_object')
        .values({ id, kind, owner, created, body })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute()
    },
    own: async (id, owner) => {
      await tx.updateTable('emulated_object').set({ owner }).where('id', '=', id).execute()
    },
    list: async ({ kind, owner, from, until, after, limit }) => {
      let query = tx.selectFrom('emulated_object').select('body').where('kind', '=', kind)
      if (owner !== undefined) query = query.where('owner', '=', owner)
      if (from !== undefined) query = query.where('created', '>=', from)
      if (until !== undefined) query = query.where('created', '<=', until)
      if (after !== undefined) {
        const last = tx.selectFrom('emulated_object').select('n').where('id', '=', after)
        query = query.where('n', '<', last)
      }
      const rows = await query.orderBy('n', 'desc').limit(limit).execute()
      return rows.map(({ body }) => JSON.parse(body)) // written above alone
    },
  }
}
