/**
 * Whoever moves money, by what the environment says: the processor itself with a key, live or test; the emulator in the sample and where it is
 * asked for; nobody else. Which of them is never guessed and never changes while the portal runs: what fails live stays failed.
 */
import { randomBytes } from 'node:crypto'
import { assert } from '../../domain/values/assert.ts'
import type { Environment, PortalClock } from '../environment.ts'
import type { Routes } from '../http/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { demoRoutes } from './demo-routes.ts'
import { type Emulator, makeEmulator } from './emulator/emulator.ts'
import { withDisputes } from './feed/disputes.ts'
import { makeFeed } from './feed/feed.ts'
import type { GatewayMode, PaymentGateway, TakeFact } from './gateway.ts'
import { offGateway } from './off-gateway.ts'
import { makeReconciler } from './reconcile/keep-reconciled.ts'
import { reconcileRoutes } from './reconcile-routes.ts'
import { openGateway } from './stripe/open-gateway.ts'
import { webhookRoutes } from './webhook-routes.ts'

export interface Processor {
  readonly gateway: PaymentGateway
  /** From now on what is told, missed and found is taken by these books. */
  follow(takeFact: TakeFact): void
  stop(): Promise<void>
  readonly routes: readonly Routes[]
}

interface ProcessorPorts {
  readonly environment: Environment
  readonly storage: Storage
  readonly clock: PortalClock
  makeUlid(): string
  /** Where members reach the portal. */
  origin(): string
  log(line: string): void
}

export function modeOf({ stripeSecretKey: key, takesDemoPayments }: Environment): GatewayMode {
  if (key !== null) return key.includes('_live_') ? 'stripe-live' : 'stripe-test'
  return takesDemoPayments ? 'emulator' : 'off'
}

export function openProcessor(ports: ProcessorPorts): Processor {
  const { environment, storage, clock, log } = ports
  const mode = modeOf(environment)
  const { gateway, emulator } = open(mode, ports, (body, signature) => deliver(body, signature))
  const { now, after } = clock
  const feed = makeFeed({ storage, gateway, now, after, log })
  const reconciler = makeReconciler({ storage, gateway, now, after, log })

  async function deliver(body: string, signature: string): Promise<void> {
    await feed.receive(body, signature)
  }

  const office = reconcileRoutes(storage, gateway, reconciler)
  return {
    gateway,
    follow: (books) => {
      const takeFact = withDisputes(storage, now, books)
      feed.follow(takeFact)
      reconciler.follow(takeFact)
    },
    stop: async () => {
      await feed.stop()
      await reconciler.stop()
    },
    routes: [
      office,
      ...(mode === 'off' ? [] : [webhookRoutes(feed)]),
      ...(emulator === null ? [] : [demoRoutes(emulator)]),
    ],
  }
}

function open(
  mode: GatewayMode,
  { environment, storage, clock, makeUlid, origin }: ProcessorPorts,
  deliver: (body: string, signature: string) => Promise<void>,
): { readonly gateway: PaymentGateway; readonly emulator: Emulator | null } {
  const { stripeSecretKey: key, stripeWebhookSecrets: webhookSecrets } = environment
  const { now } = clock
  switch (mode) {
    case 'off':
      return { gateway: offGateway, emulator: null }
    case 'emulator': {
      assert(key === null, 'nobody plays the processor beside the real one')
      // Made anew at each start: messages go from here to here.
      const secret = `whsec_${randomBytes(24).toString('hex')}`
      const emulator = makeEmulator({ storage, now, makeUlid, origin, secret, deliver })
      const own = { key: 'sk_test_emulator', webhookSecrets: [secret], fetch: emulator.fetch }
      return { gateway: openGateway({ mode, now, ...own }), emulator }
    }
    case 'stripe-live':
    case 'stripe-test':
      assert(key !== null, 'the mode follows from the key')
      return { gateway: openGateway({ mode, key, webhookSecrets, now }), emulator: null }
  }
}
