/**
 * The payment processor, played in this process: the same calls over the same adapter, answered out of the portal's own tables. No money
 * moves. It does what the processor documents, as far as the portal uses it, and refuses everything else aloud.
 *
 *   adapter ─ HTTP request ─▶ contract ─▶ key used before? ─▶ handler ─▶ contract ─▶ answer
 *                                              one transaction              └─▶ signed messages, behind the commit
 */
import type { Instant } from '../../../domain/values/instant.ts'
import type { Storage, Tx } from '../../storage/storage.ts'
import { balanceHandlers } from './balance.ts'
import type { Call, Handler, Reply } from './call.ts'
import { checkoutHandlers } from './checkout.ts'
import { type Contract, operationOf, readContract, type Schema, violations } from './contract.ts'
import { disputeHandlers } from './disputes.ts'
import { eventHandlers, newEvent, signatureOf } from './events.ts'
import { readParameters } from './form.ts'
import { type Answered, answeredBefore, keepAnswer } from './idempotency.ts'
import { objectsIn } from './objects.ts'
import { payerHandlers } from './payers.ts'
import { paymentHandlers } from './payments.ts'
import { refundHandlers } from './refunds.ts'
import { Refused } from './refused.ts'

export interface EmulatorPorts {
  readonly storage: Storage
  now(): Instant
  makeUlid(): string
  /** Where the portal is. */
  origin(): string
  /** What messages are signed with. */
  readonly secret: string
  /** Takes a signed message to the intake. It may fail: the list has it still. */
  deliver(body: string, signature: string): Promise<void>
}

export interface Emulator {
  readonly apiVersion: string
  fetch(request: Request): Promise<Response>
  /** Work of a page or a test, on the same things, with the same messages behind its commit. */
  act<Value>(id: string, work: (call: Call) => Promise<Value>): Promise<Value>
}

const handlers: Readonly<Record<string, Handler>> = {
  ...{ ...payerHandlers, ...paymentHandlers, ...checkoutHandlers, ...refundHandlers },
  ...{ ...disputeHandlers, ...eventHandlers, ...balanceHandlers },
}

export function makeEmulator(ports: EmulatorPorts): Emulator {
  const contract = readContract()
  const { storage, secret } = ports
  const seconds = () => Math.floor(ports.now() / 1000)

  function callIn(tx: Tx, id: string, parameters: Call['parameters'], events: string[]): Call {
    const makeId = (prefix: string) => `${prefix}_emu_${ports.makeUlid()}`
    const call: Call = {
      ...{ objects: objectsIn(tx, storage.engine), id, parameters, makeId },
      ...{ now: seconds(), origin: ports.origin() },
      announce: async (type, about) => {
        const event = newEvent(call, contract.apiVersion, type, about)
        const kind = contract.events[type]
        if (kind === undefined) throw new Error(`The contract knows no message ${type}`)
        expectDeclared(contract, { object: kind }, about, type)
        const frame = { ...event, data: { object: {} } }
        expectDeclared(contract, { object: 'EventBase' }, frame, type)
        await call.objects.put(event)
        events.push(JSON.stringify(event))
      },
    }
    return call
  }

  /** In the order in which they were written; a test turns them round by what it gives as `deliver`. */
  async function send(events: readonly string[]): Promise<void> {
    for (const body of events) await ports.deliver(body, signatureOf(body, secret, seconds()))
  }

  async function act<Value>(id: string, work: (call: Call) => Promise<Value>): Promise<Value> {
    let events: string[] = []
    const value = await storage.transaction((tx) => {
      events = []
      return work(callIn(tx, id, {}, events))
    })
    await send(events)
    return value
  }

  async function answer(request: Request): Promise<Answered> {
    const { pathname, search } = new URL(request.url)
    const found = operationOf(contract, request.method, pathname)
    const handler = found === null ? undefined : handlers[found.operation.id]
    if (found === null || handler === undefined) {
      throw new Refused(400, 'unsupported', `The emulator has no ${request.method} ${pathname}`)
    }
    const { operation, id } = found
    const form = request.method === 'GET' ? search.slice(1) : await request.text()
    const parameters = readParameters(contract, operation.parameters, form)
    const key = request.method === 'GET' ? null : request.headers.get('idempotency-key')
    let events: string[] = []
    const answered = await storage.transaction(async (tx) => {
      events = []
      const asked = `${request.method} ${pathname} ${form}`
      const before = key === null ? null : await answeredBefore(tx, key, asked)
      if (before !== null) return before
      const reply = await handler(callIn(tx, id, parameters, events))
      if (reply.kind === 'done') {
        expectDeclared(contract, operation.answer, reply.body, operation.id)
      }
      const made = answeredWith(reply)
      if (key !== null) await keepAnswer(tx, key, made)
      return made
    })
    await send(events)
    return answered
  }

  return {
    apiVersion: contract.apiVersion,
    act,
    fetch: async (request) => {
      try {
        const { status, body } = await answer(request)
        return new Response(body, { status, headers: { 'content-type': 'application/json' } })
      } catch (error) {
        if (error instanceof Refused) return refusalOf(error)
        throw error
      }
    },
  }
}

function answeredWith(reply: Reply): Answered {
  if (reply.kind === 'done') return { status: 200, body: JSON.stringify(reply.body) }
  return { status: 402, body: JSON.stringify({ error: { ...reply.error, ...reply.on } }) }
}

function refusalOf({ status, code, message, more }: Refused): Response {
  const error = { type: 'invalid_request_error', code, message, ...more }
  return Response.json({ error }, { status })
}

/** A mistake of the emulator, not of who calls it: it must never teach the portal what the processor does not say. */
function expectDeclared(contract: Contract, schema: Schema, value: unknown, what: string): void {
  const found = violations(contract, schema, value)
  if (found.length > 0) throw new Error(`${what} breaks the contract: ${found.join('; ')}`)
}
