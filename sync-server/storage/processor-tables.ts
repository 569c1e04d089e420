/** What the payment processor said, and the memory of the emulator that plays it. */
import type { Generated } from 'kysely'

export interface ProcessorTables {
  /** Messages of the payment processor, as they came: each counts once. */
  payment_event: {
    id: string
    type: string
    subject: string
    created_at: number
    received_at: number
    api_version: string | null
    body: string
  }
  /** What a message was about: looked at again as long as more was wanted than is done. */
  payment_subject: {
    id: string
    kind: string
    wanted: number
    done: number
    attempts: number
    look_at: number
    leased_until: number
  }
  /** What whoever keeps the books must hear of. The key makes a repeat the same alarm. */
  payment_alarm: { key: string; kind: string; at: number; detail: string }
  /** What the balance at the processor moved, each once by its id: to be held against the ledger. */
  payment_movement: {
    id: string
    mode: string
    kind: string
    amount_minor: number
    fee_minor: number
    currency: string
    source: string | null
    at: number
  }
  /** The memory of the emulator, which plays the payment processor: nothing else reads it. */
  emulated_object: {
    n: Generated<number>
    id: string
    kind: string
    owner: string
    created: number
    body: string
  }
  emulated_call: { key: string; digest: string; status: number; body: string }
}
