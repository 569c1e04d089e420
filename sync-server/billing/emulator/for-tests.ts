/** The emulator behind the real adapter, with a clock, ids and faults that a test holds in its hand. */
import type { Instant } from '../../../domain/values/instant.ts'
import type { Storage } from '../../storage/storage.ts'
import type { PaymentGateway, VerifiedEvent } from '../gateway.ts'
import { openGateway } from '../stripe/open-gateway.ts'
import type { CardName } from './cards.ts'
import { openDispute } from './disputes.ts'
import { type Emulator, makeEmulator } from './emulator.ts'
import { signatureOf } from './events.ts'
import { type CallFault, type MessageFault, withCallFaults, withMessageFaults } from './faults.ts'
import type { PaymentIntent } from './objects.ts'
import { type Pressed, press, prove } from './press.ts'
import { failRefund } from './refunds.ts'

export interface TestProcessor {
  readonly gateway: PaymentGateway
  readonly emulator: Emulator
  /** Requests as they were sent, `POST /v1/payment_intents`. */
  readonly sent: string[]
  /** Messages as they arrived, proven. Empty where the test gives an intake of its own. */
  readonly received: VerifiedEvent[]
  /** What happens to the requests and messages that come next, one each; empty again means that nothing does. */
  readonly callFaults: (CallFault | null)[]
  readonly messageFaults: (MessageFault | null)[]
  letGo(): Promise<void>
  /** What somebody presses on the demo page of a checkout, and on that of the bank. */
  press(checkout: string, card: CardName): Promise<Pressed>
  prove(payment: string, isProven: boolean): Promise<string | null>
  failRefund(refund: string): Promise<void>
  /** The bank takes so much of it back, in the smallest unit; nobody decides yet. */
  dispute(payment: string, minor: number): Promise<void>
}

const SECRET = 'whsec_emulator_for_tests'
let ulids = 0

export function openTestProcessor(
  storage: Storage,
  now: () => Instant,
  intake?: (body: string, signature: string) => Promise<void>,
): TestProcessor {
  const sent: string[] = []
  const received: VerifiedEvent[] = []
  const callFaults: (CallFault | null)[] = []
  const messageFaults: (MessageFault | null)[] = []
  const messages = withMessageFaults(
    intake ??
      (async (body, signature) => {
        const event = await gateway.feed.verify(body, signature)
        if (event === null) throw new Error('The emulator signs what it sends')
        received.push(event)
      }),
    {
      onMessage: () => messageFaults.shift() ?? null,
      sign: (body) => signatureOf(body, SECRET, Math.floor(now() / 1000)),
    },
  )
  const emulator = makeEmulator({
    ...{ storage, now, secret: SECRET, deliver: messages.deliver },
    makeUlid: () => {
      ulids += 1
      return `${ulids}`.padStart(26, '0')
    },
    origin: () => 'http://portal.example',
  })
  const gateway = openGateway({
    ...{ mode: 'emulator', key: 'sk_test_emulator', webhookSecrets: [SECRET], now },
    fetch: withCallFaults(emulator.fetch, {
      onCall: (method, path) => {
        sent.push(`${method} ${path}`)
        return callFaults.shift() ?? null
      },
    }),
  })
  return {
    ...{ gateway, emulator, sent, received, callFaults, messageFaults, letGo: messages.letGo },
    press: (checkout, card) => emulator.act(checkout, (call) => press(call, checkout, card)),
    prove: (payment, isProven) => emulator.act(payment, (call) => prove(call, payment, isProven)),
    failRefund: (refund) => emulator.act(refund, failRefund),
    dispute: (id, minor) =>
      emulator.act(id, async (call) => {
        const payment = await call.objects.get<PaymentIntent>('payment_intent', id)
        await openDispute(call, payment, minor)
      }),
  }
}
