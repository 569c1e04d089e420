/** The tables of bills, payments and the ledger: a part of the one schema in `database`. */
import type { Generated } from 'kysely'

export interface MoneyTables {
  /** Double entry, append-only in the engine itself: see migration 028. `member_id` and `kind` are those of a charge. */
  ledger_entry: {
    n: Generated<number>
    site_id: string
    cause_kind: string
    cause_id: string
    account: string
    subject: string
    member_id: string | null
    kind: string | null
    on_date: string
    amount_minor: number
    currency: string
    posted_at: number
  }
  /** Issued and frozen; the body is the whole domain Bill. */
  bill: {
    id: string
    site_id: string
    payer_id: string
    period_from: string
    series: string
    count: number
    issued_at: number
    issued_on: string
    total_minor: number
    currency: string
    body: string
  }
  /** What a bill asks for, by cause: a part of its body, to be summed. */
  bill_line: { bill_id: string; source: string; amount_minor: number }
  credit_note: {
    id: string
    bill_id: string
    site_id: string
    series: string
    count: number
    total_minor: number
    body: string
  }
  payment: { id: string; bill_id: string; amount_minor: number; body: string }
  /** Who pays by card: their name at whoever moves the money, which is another one where nothing real moves. */
  payer: {
    payer_id: string
    mode: string
    ref: string | null
    backup_method: string | null
    backup_agreed_at: number | null
  }
  pay_method: { id: string; payer_id: string; mode: string; position: number; body: string }
  pay_attempt: {
    id: string
    mode: string
    purpose_kind: string
    purpose_id: string
    n: number
    payer_id: string
    site_id: string
    state: string
    /** 1: it may still move money. The engine lets one of a purpose be so. */
    is_live: number
    failed_on: string | null
    ref: string | null
    page_ref: string | null
    created_at: number
    body: string
  }
  refund: {
    id: string
    mode: string
    bill_id: string
    payment_id: string
    amount_minor: number
    state: string
    ref: string | null
    body: string
  }
  /** A payment that its payer's bank took back: of a bill, or of a deposit. */
  dispute: {
    id: string
    mode: string
    bill_id: string
    payment_id: string
    amount_minor: number
    state: string
    body: string
  }
  /** How far a billing run has come, so that it goes on where it was stopped. */
  billing_run: {
    id: string
    site_id: string
    period_from: string
    period_until: string
    started_at: number
    started_by: string
    payers: number
    done: number
    issued: number
    last_payer: string
    finished_at: number | null
  }
  /** A bill, a credit note or a receipt as it is handed over: drawn once, signed, never changed. See migration 034. */
  paper: {
    id: string
    site_id: string
    kind: string
    bill_id: string
    number: string
    on_date: string
    sha256: string
    bytes: number
    key_id: string
    signed_at: number
    signature: string
    /** What was signed, so that it can be checked by whoever has nothing else. */
    sealed: string
    pdf: Buffer
  }
  /** What each location signs with, the newest last. It is only ever added to. */
  signing_key: {
    n: Generated<number>
    id: string
    site_id: string
    public_key: string
    since: number
    made_by: string
  }
  /** The secret half of the newest one of each location; that of an older one is gone. */
  signing_secret: { key_id: string; secret: string }
}
