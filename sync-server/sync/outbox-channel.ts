/** y-protocols over one channel, for one outbox: sync messages in and out, awareness ignored. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from '../../domain/values/limits.ts'
import { makeReassembler, splitMessage } from '../../domain/wire/frame.ts'
import type { Outbox } from './outbox.ts'

/** Message types of y-websocket and of its sync part (y-protocols/PROTOCOL.md). */
const SYNC = 0
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export type ChannelTrouble = 'malformed' | 'too-large' | 'start-over' | null

export interface OutboxChannel {
  start(): void
  take(body: Uint8Array): Promise<ChannelTrouble>
}

interface ChannelPorts {
  send(body: Uint8Array): void
  received(seq: number): void
  wake(): void
  now(): number
}

type Message =
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'write'; readonly update: Uint8Array }
  | { readonly kind: 'other' }

export function makeOutboxChannel(outbox: Outbox, ports: ChannelPorts): OutboxChannel {
  const reassemble = makeReassembler(limits.outboxBytesMax)

  function send(step: number, bytes: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
    for (const part of splitMessage(encoding.toUint8Array(encoder))) ports.send(part)
  }

  async function write(update: Uint8Array): Promise<ChannelTrouble> {
    const answer = await outbox.receive(update, ports.now())
    switch (answer.kind) {
      case 'refused':
        return 'start-over'
      case 'gap':
        send(STEP_1, outbox.stateVector())
        return null
      case 'received':
        // Acknowledged only now: the wishes are on disk.
        ports.received(answer.seq)
        if (answer.isNew) ports.wake()
        return null
    }
  }

  return {
    start: () => send(STEP_1, outbox.stateVector()),
    take: async (body) => {
      const joined = reassemble(body)
      if (joined.kind === 'more') return null
      if (joined.kind !== 'message') return joined.kind
      const message = readMessage(joined.message)
      if (message === null) return 'malformed'
      if (message.kind === 'write') return write(message.update)
      if (message.kind === 'step-1') {
        const state = stateFor(outbox, message.stateVector)
        if (state === null) return 'malformed'
        send(STEP_2, state)
      }
      return null
    },
  }
}

function stateFor(outbox: Outbox, stateVector: Uint8Array): Uint8Array | null {
  try {
    return outbox.stateFor(stateVector)
  } catch {
    return null // a state vector that cannot be read
  }
}

function readMessage(bytes: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== SYNC) return { kind: 'other' }
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === STEP_1) return { kind: 'step-1', stateVector: payload }
    if (step === STEP_2 || step === UPDATE) return { kind: 'write', update: payload }
    return null
  } catch {
    return null
  }
}
