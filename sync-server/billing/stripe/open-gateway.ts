/**
 * The one adapter to the payment processor, in every mode: the emulator differs from it by the function that carries its requests, and by
 * nothing else. No other file knows the SDK, its objects or its words.
 */
import Stripe from 'stripe'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { GatewayMode, PaymentGateway } from '../gateway.ts'
import { checkoutOf } from './checkout.ts'
import { feedOf } from './feed.ts'
import { payersOf } from './payers.ts'
import { paymentsOf } from './payments.ts'

type Carry = (request: Request) => Promise<Response>

export interface GatewaySettings {
  readonly mode: Exclude<GatewayMode, 'off'>
  readonly key: string
  readonly webhookSecrets: readonly string[]
  now(): Instant
  /** Carries requests; without it the network does. */
  readonly fetch?: Carry
}

/** Longer than any answer of theirs takes in good health, shorter than a member waits. */
const TIMEOUT_MS = 10_000
const RETRIES = 2

/** What the parts of the adapter share. */
export interface Door {
  readonly stripe: Stripe
  readonly isLive: boolean
}

export function openGateway({ mode, key, fetch, ...rest }: GatewaySettings): PaymentGateway {
  const carry = mode === 'emulator' ? fetch : withoutEmulated(fetch ?? globalThis.fetch)
  const stripe = new Stripe(key, {
    ...{ timeout: TIMEOUT_MS, maxNetworkRetries: RETRIES, telemetry: false },
    httpClient: Stripe.createFetchHttpClient(toFetch(must(carry, 'an emulator carries requests'))),
  })
  let isKeyRefused = false
  stripe.on('response', ({ status }: { readonly status: number }) => {
    isKeyRefused = status === 401
  })
  const door: Door = { stripe, isLive: mode === 'stripe-live' }
  const { payers, methods: kept } = payersOf(door)
  const { startSetup, checkout } = checkoutOf(door)
  const methods = { ...kept, startSetup }
  const parts = { ...paymentsOf(door), checkout, methods }
  const feed = feedOf(door, parts, rest)
  const about = { mode, apiVersion: Stripe.API_VERSION, isKeyRefused: () => isKeyRefused }
  return { ...about, payers, ...parts, feed }
}

/** What the emulator made exists nowhere else: a space that had it before it had a key never asks the processor about it. */
function withoutEmulated(carry: Carry): Carry {
  return async (request) => {
    const said = request.url + (request.method === 'GET' ? '' : await request.clone().text())
    if (!said.includes('_emu_')) return carry(request)
    const error = { type: 'invalid_request_error', code: 'of_the_emulator', message: 'None there.' }
    return Response.json({ error }, { status: 400 })
  }
}

function toFetch(carry: Carry): typeof globalThis.fetch {
  return (input, init) => carry(new Request(input, init))
}
