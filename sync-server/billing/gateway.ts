/**
 * The port to whoever moves money. It speaks of the house's own things alone: what is owed, why and to whom stays here, and the processor
 * says only whether money moved. One adapter is behind it in every mode; the emulator stands one step further out, at HTTP.
 *
 * Every write takes a key, made from the business id it is for and written down before the call: `v1:<op>:<id>[:<n>]`. The same key
 * again is the same call again. "Unknown" is an answer like any other: the call may have done its work.
 */
import type { Instant } from '../../domain/values/instant.ts'
import type { Money } from '../../domain/values/money.ts'

/** 'off' where a space takes no payments: every call of it is 'unavailable'. */
export type GatewayMode = 'stripe-live' | 'stripe-test' | 'emulator' | 'off'

/** `ok` says that the call did what was asked. */
export type GatewayAnswer<Value> = { readonly ok: true; readonly value: Value } | GatewayRefusal

export interface GatewayRefusal {
  readonly ok: false
  /**
   * declined: whoever issued the card said no · action-required: the payer has to prove who they are · invalid: the call is wrong, which is a
   * mistake here, or what it names is not there · conflict: the key was used for something else, or the thing is in no state for it ·
   * disputed: the payer's bank has taken the payment back, and decides · unavailable: nothing was done · unknown: nobody knows whether it was done
   */
  readonly kind:
    | 'declined'
    | 'action-required'
    | 'invalid'
    | 'conflict'
    | 'disputed'
    | 'unavailable'
    | 'unknown'
  /** The processor's own words, for the trail and for choosing ours; never shown. */
  readonly code: string | null
  readonly declineCode: string | null
  /** The payment it is about, where one was made. */
  readonly ref: string | null
  /** What may follow. A new number for the attempt comes only after a definitive no. */
  readonly retry: 'never' | 'same-key' | 'new-attempt'
}

/** Where the payer goes next, as a whole page: the processor's, or the emulator's own. */
export interface Redirect {
  readonly kind: 'redirect'
  readonly url: string
}

export interface GatewayPayer {
  readonly id: string
  readonly payerId: string | null
  readonly defaultMethod: string | null
}

export interface GatewayMethod {
  readonly id: string
  /** The processor's id of the payer; null once it is detached. */
  readonly payer: string | null
  readonly kind: string
  readonly brand: string
  readonly last4: string
  readonly expires: { readonly year: number; readonly month: number } | null
  /** The same for the same card, however often it was entered. */
  readonly fingerprint: string | null
}

export type GatewayPaymentState =
  | 'needs-method'
  | 'needs-confirmation'
  | 'needs-action'
  | 'needs-capture'
  | 'processing'
  | 'succeeded'
  | 'canceled'
  /** A word of the processor that is newer than this code. */
  | 'other'

export interface GatewayPayment {
  readonly id: string
  readonly state: GatewayPaymentState
  readonly amount: Money
  readonly received: Money
  readonly payer: string | null
  readonly method: string | null
  /** Ours, as it was written beside the payment. */
  readonly attemptId: string | null
  readonly failure: { readonly code: string | null; readonly declineCode: string | null } | null
  readonly createdAt: Instant
}

export interface GatewayRefund {
  readonly id: string
  readonly payment: string | null
  readonly state: 'pending' | 'needs-action' | 'succeeded' | 'failed' | 'canceled' | 'other'
  readonly amount: Money
  /** Ours; null for one that was made by hand at the processor. */
  readonly refundId: string | null
  readonly failureReason: string | null
  readonly createdAt: Instant
}

export interface GatewayCheckout {
  readonly id: string
  readonly mode: 'payment' | 'setup' | 'other'
  readonly state: 'open' | 'complete' | 'expired' | 'other'
  readonly isPaid: boolean
  /** Where it is paid; null when it is over. */
  readonly url: string | null
  readonly payer: string | null
  readonly payment: string | null
  /** What was entered, once a setup is complete. */
  readonly method: string | null
  readonly attemptId: string | null
  readonly amount: Money | null
}

export interface GatewayDispute {
  readonly id: string
  readonly payment: string | null
  readonly amount: Money
  readonly reason: string
  readonly state: 'needs-response' | 'under-review' | 'won' | 'lost' | 'prevented' | 'other'
  /** Whether the money may still be given back of one's own accord. */
  readonly isRefundable: boolean
  readonly evidenceDueAt: Instant | null
  readonly createdAt: Instant
}

/** One movement of the balance at the processor. */
export interface GatewayMovement {
  readonly id: string
  /** charge, refund, adjustment, payout and whatever else the processor knows. */
  readonly kind: string
  readonly amount: Money
  readonly fee: Money
  /** The charge, refund or dispute that moved it. */
  readonly source: string | null
  readonly at: Instant
}

export interface ChargeCommand {
  readonly attemptId: string
  readonly payer: string
  readonly method: string
  readonly amount: Money
  /** False while the payer sits in front of it; then they may be led to `returnUrl`. */
  readonly isOffSession: boolean
  readonly returnUrl: string | null
  /** 'later' only sets the money aside, until it is captured or cancelled. */
  readonly capture: 'now' | 'later'
}

export interface CheckoutCommand {
  readonly attemptId: string
  readonly payer: string
  readonly amount: Money
  /** What stands on the page of the processor: no name, no secret. */
  readonly title: string
  /** Whether the card is kept for charges to come. */
  readonly keepsMethod: boolean
  readonly returnUrl: string
  readonly cancelUrl: string
}

export interface SetupCommand {
  readonly attemptId: string
  readonly payer: string
  readonly currency: string
  readonly returnUrl: string
  readonly cancelUrl: string
}

export interface RefundCommand {
  readonly refundId: string
  readonly payment: string
  readonly amount: Money
}

export interface PayerCommand {
  readonly payerId: string
  readonly email: string
  readonly name: string
}

/** A signed message. It says that something changed, never what: whoever acts on it asks anew. */
export interface VerifiedEvent {
  readonly id: string
  readonly type: string
  readonly subject: Subject
  readonly createdAt: Instant
  readonly isLive: boolean
  readonly apiVersion: string | null
}

export interface Subject {
  readonly kind: 'payment' | 'refund' | 'checkout' | 'setup' | 'method' | 'dispute' | 'other'
  readonly id: string
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Asks for what comes after; null behind the last. */
  readonly next: string | null
}

/** What the processor says now about one thing; the feed hands it on, whatever made it look. */
export type GatewayFact =
  | { readonly kind: 'payment'; readonly payment: GatewayPayment }
  | { readonly kind: 'refund'; readonly refund: GatewayRefund }
  | { readonly kind: 'checkout'; readonly checkout: GatewayCheckout }
  | { readonly kind: 'method'; readonly method: GatewayMethod }
  | { readonly kind: 'dispute'; readonly dispute: GatewayDispute }

/**
 * Takes a fact into the books, once, however often it comes. 'not-ours' when nothing here is known of it yet: it is offered again later.
 * The feed, the return page and the reconciler call the same.
 */
export type TakeFact = (fact: GatewayFact) => Promise<'taken' | 'not-ours'>

type Answered<Value> = Promise<GatewayAnswer<Value>>

export interface PaymentGateway {
  readonly mode: GatewayMode
  readonly apiVersion: string
  /** Whether the last call that was answered was refused for its key: it is wrong, expired or revoked. */
  isKeyRefused(): boolean
  readonly payers: {
    ensure(command: PayerCommand, key: string): Answered<GatewayPayer>
    update(id: string, command: PayerCommand, key: string): Answered<GatewayPayer>
    setDefaultMethod(id: string, method: string | null, key: string): Answered<GatewayPayer>
  }
  readonly methods: {
    startSetup(command: SetupCommand, key: string): Answered<Redirect & { checkout: string }>
    list(payer: string): Answered<readonly GatewayMethod[]>
    get(id: string): Answered<GatewayMethod>
    detach(id: string, key: string): Answered<GatewayMethod>
  }
  readonly payments: {
    charge(command: ChargeCommand, key: string): Answered<GatewayPayment>
    /** The payer is there now: confirms the same payment, and says where they prove who they are, if they must. */
    resume(
      id: string,
      how: { readonly method: string; readonly returnUrl: string },
      key: string,
    ): Answered<{ readonly payment: GatewayPayment; readonly redirect: Redirect | null }>
    cancel(id: string, key: string): Answered<GatewayPayment>
    capture(id: string, amount: Money, key: string): Answered<GatewayPayment>
    get(id: string): Answered<GatewayPayment>
    /** By what was written beside it: for an attempt whose answer never came. Null when there is none. */
    findByAttempt(sought: {
      readonly attemptId: string
      readonly payer: string
      readonly since: Instant
    }): Answered<GatewayPayment | null>
  }
  readonly refunds: {
    create(command: RefundCommand, key: string): Answered<GatewayRefund>
    get(id: string): Answered<GatewayRefund>
  }
  readonly checkout: {
    create(command: CheckoutCommand, key: string): Answered<GatewayCheckout>
    expire(id: string, key: string): Answered<GatewayCheckout>
    get(id: string): Answered<GatewayCheckout>
  }
  readonly disputes: {
    get(id: string): Answered<GatewayDispute>
    submitEvidence(id: string, text: string, key: string): Answered<GatewayDispute>
  }
  readonly feed: {
    /** Null when the signature is wrong or old, or the body is none of theirs. */
    verify(rawBody: string, signature: string): Promise<VerifiedEvent | null>
    /** What the subject of an event is now; null for a kind that the house does not follow. */
    fetch(subject: Subject): Answered<GatewayFact | null>
    /** From the newest backwards. */
    listSince(since: Instant, after: string | null): Answered<Page<VerifiedEvent>>
    balanceSince(since: Instant, after: string | null): Answered<Page<GatewayMovement>>
    /** By when they were made, for whoever holds them against the books. */
    paymentsSince(since: Instant, after: string | null): Answered<Page<GatewayPayment>>
    refundsSince(since: Instant, after: string | null): Answered<Page<GatewayRefund>>
  }
}
