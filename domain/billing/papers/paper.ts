/**
 * A paper: a bill, a credit note or a receipt as it is handed over. Its facts are frozen, its PDF is made of them once, and the space signs both.
 * Whoever holds the facts, the bytes and the space's public key can tell that they belong together, without asking anybody.
 */
import { canonical } from '../../values/canonical.ts'
import type { BillId, SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Bill } from '../bill.ts'
import type { CreditNote } from '../credit.ts'
import { fundKinds } from '../fund.ts'
import type { BillStory, Payment } from '../payment.ts'

export type PaperKind = 'bill' | 'credit-note' | 'receipt'

export interface Paper {
  /** That of the bill, the credit note or the payment. */
  readonly id: string
  readonly kind: PaperKind
  readonly billId: BillId
  readonly siteId: SiteId
  readonly number: string
  readonly on: LocalDate
  /** Of its PDF, in hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  readonly seal: Seal
}

/** A signature with what it takes to check it. */
export interface Seal {
  readonly keyId: string
  readonly signedAt: Instant
  /** Ed25519 over `sealedText`, in base64url. */
  readonly signature: string
}

/** One a location at a time; a new one follows it, and what it has signed stays signed. */
export interface SigningKey {
  readonly id: string
  readonly siteId: SiteId
  /** The 32 bytes of an Ed25519 key, in base64url. */
  readonly publicKey: string
  readonly since: Instant
}

/** What credit notes and receipts say of their bill. */
export type BillHead = Pick<
  Bill,
  'id' | 'siteId' | 'number' | 'issuedOn' | 'payer' | 'payerName' | 'taxName' | 'company' | 'total'
> &
  Pick<Bill, 'billTo'>

export type PaperFacts =
  | { readonly kind: 'bill'; readonly bill: Bill }
  | { readonly kind: 'credit-note'; readonly note: CreditNote; readonly bill: BillHead }
  | {
      readonly kind: 'receipt'
      readonly number: string
      readonly payment: Payment
      readonly bill: BillHead
    }

/**
 * All papers of a bill: its own, and one for whatever became of it. Money that went back has one too; what the space kept of the payer already
 * moved no money, and what a bank took nobody handed over, so there is nothing to be received.
 */
export function papersOf({ bill, credits, payments }: BillStory): readonly PaperFacts[] {
  const head = headOf(bill)
  return [
    { kind: 'bill', bill },
    ...credits.map((note) => ({ kind: 'credit-note', note, bill: head }) as const),
    ...payments.flatMap((payment, index): readonly PaperFacts[] => {
      if (isFund(payment.method) || payment.method === 'bank-took') return []
      return [{ kind: 'receipt', number: `${bill.number}/${index + 1}`, payment, bill: head }]
    }),
  ]
}

function isFund(method: Payment['method']): boolean {
  return fundKinds.some((kind) => kind === method)
}

function headOf(bill: Bill): BillHead {
  const { id, siteId, number, issuedOn, payer, payerName, taxName, company, total } = bill
  const { billTo } = bill
  return {
    ...{ id, siteId, number, issuedOn, payer, payerName, taxName, company, total },
    ...(billTo === undefined ? {} : { billTo }),
  }
}

export interface PaperName {
  readonly id: string
  readonly number: string
  readonly on: LocalDate
}

export function nameOf(facts: PaperFacts): PaperName {
  switch (facts.kind) {
    case 'bill':
      return { id: facts.bill.id, number: facts.bill.number, on: facts.bill.issuedOn }
    case 'credit-note':
      return { id: facts.note.id, number: facts.note.number, on: facts.note.issuedOn }
    case 'receipt':
      return { id: facts.payment.id, number: facts.number, on: facts.payment.on }
  }
}

/** When it came about, by the space's clock: its PDF says no other time, so that it is the same whenever it is made. */
export function madeAt(facts: PaperFacts): Instant {
  switch (facts.kind) {
    case 'bill':
      return facts.bill.issuedAt
    case 'credit-note':
      return facts.note.issuedAt
    case 'receipt':
      return facts.payment.notedAt
  }
}

/** What the space signs. Another version of it would be another text, so the version stands in it. */
export function sealedText(
  facts: PaperFacts,
  sha256: string,
  { keyId, signedAt }: Pick<Seal, 'keyId' | 'signedAt'>,
): string {
  return canonical({ v: 1, facts, pdf: sha256, key: keyId, at: signedAt })
}

/** `HL-2026-0041.pdf`: numbers hold nothing that a file may not be called, but for the slash of receipts. */
export function fileNameOf({ number }: Pick<Paper, 'number'>): string {
  return `${number.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.pdf`
}
