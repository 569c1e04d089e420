/** One call while it is carried out: its transaction, what it sends, and the messages that leave when it is committed. */
import type { Parameters } from './form.ts'
import type { CardError, Kept, Objects, PaymentIntent, SetupIntent } from './objects.ts'

export interface Call {
  readonly objects: Objects
  /** Of what the address names; empty where it names nothing. */
  readonly id: string
  readonly parameters: Parameters
  /** Seconds, as the processor counts. */
  readonly now: number
  /** Where the portal, and so the demo page, is. */
  readonly origin: string
  /** An id nobody can guess: `pi_emu_…`. */
  makeId(prefix: string): string
  announce(type: string, about: Kept): Promise<void>
}

/** A card that says no is an answer: what was made on the way stays. */
export type Reply =
  | { readonly kind: 'done'; readonly body: object }
  | { readonly kind: 'declined'; readonly error: CardError; readonly on: object }

export type Handler = (call: Call) => Promise<Reply>

export function done(body: object): Reply {
  return { kind: 'done', body }
}

export function declinedOn(
  error: CardError,
  on:
    | { readonly payment_intent: PaymentIntent }
    | { readonly setup_intent: SetupIntent }
    | { readonly checkout: string },
): Reply {
  return { kind: 'declined', error, on }
}

export function text(parameters: Parameters, name: string): string | null {
  const value = parameters[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export function number(parameters: Parameters, name: string): number | null {
  const value = parameters[name]
  return typeof value === 'number' ? value : null
}

export function record(parameters: Parameters, name: string): Parameters {
  const value = parameters[name]
  return typeof value === 'object' && value !== null ? (value as Parameters) : {} // the contract says which are nested
}

export function metadataOf(parameters: Parameters): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record(parameters, 'metadata')).map(([name, value]) => [name, String(value)]),
  )
}
