/**
 * The channel over which this device's wishes go, for one connection. When the space says start over, the channel is opened anew and
 * the array is filled from the rows again; when that does not help, the connection is.
 */
import type { IntentId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type CloseCode, closeCodes } from '../../domain/wire/close-codes.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { PortalDatabase } from '../store/database.ts'
import { makeOutboxShell, type OutboxShell } from './outbox.ts'
import { type OutboxCarrier, openOutboxCarrier } from './outbox-carrier.ts'

export interface OutboxChannel {
  /** True for the number under which the channel is open now. */
  is(channel: number): boolean
  open(): void
  /** The space opened it. */
  editing(): void
  takeBody(body: Uint8Array): void
  received(seq: number): void
  left(code: CloseCode): void
  look(): void
  tick(): void
  settled(ids: readonly IntentId[]): Promise<void>
  memberIsCurrent(): Promise<void>
  close(): void
}

export interface OutboxChannelPorts {
  readonly document: string
  readonly generation: string
  readonly db: PortalDatabase
  now(): Instant
  nextChannel(): number
  send(message: Up): void
  sendFrame(channel: number, body: Uint8Array): void
  /** All work on the store is done one after the other. */
  queue(task: () => Promise<void>): void
  reconnect(): void
}

/** Opened this often over one connection: opening it again will not heal it. */
const OPENED_MAX = 4

export function makeOutboxChannel(ports: OutboxChannelPorts): OutboxChannel {
  let channel = 0
  let times = 0
  let carrier: OutboxCarrier | null = null
  let shell: OutboxShell | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  /** The documents are often there before the space has opened the channel. */
  let isMemberCurrent = false

  function open(): void {
    times += 1
    if (times > OPENED_MAX) return ports.reconnect()
    channel = ports.nextChannel()
    ports.send({ type: 'edit', channel, document: ports.document, epoch: null })
  }

  function editing(): void {
    const own = channel
    const carried = openOutboxCarrier(
      (body) => ports.sendFrame(own, body),
      () => ports.queue(async () => (channel === own ? opened(made) : undefined)),
    )
    const made = makeOutboxShell({
      db: ports.db,
      carrier: carried,
      now: ports.now,
      lookIn: (ms) => {
        if (timer !== null) clearTimeout(timer)
        timer = setTimeout(look, ms)
      },
      reopen,
    })
    carrier = carried
    shell = made
  }

  async function opened(made: OutboxShell): Promise<void> {
    await made.opened(ports.generation)
    if (isMemberCurrent) await made.memberIsCurrent()
  }

  function reopen(): void {
    const left = channel
    close()
    ports.send({ type: 'leave', channel: left })
    open()
  }

  /** What was asked of a shell that is gone meanwhile is not done: the next one starts from the rows. */
  function ask(task: (shell: OutboxShell) => Promise<void>): void {
    const asked = shell
    if (asked !== null) ports.queue(async () => (shell === asked ? task(asked) : undefined))
  }

  function look(): void {
    ask((one) => one.look())
  }

  function close(): void {
    if (timer !== null) clearTimeout(timer)
    carrier?.close()
    carrier = null
    shell = null
    channel = 0
  }

  return {
    is: (number) => number === channel,
    open,
    editing,
    takeBody: (body) => carrier?.take(body),
    received: (seq) => ask((one) => one.received(seq)),
    left: (code) => {
      close()
      if (code === closeCodes['start-over']) open()
      else if (code !== closeCodes.forbidden) ports.reconnect()
    },
    look,
    tick: () => ask((one) => one.tick()),
    settled: async (ids) => shell?.settled(ids),
    memberIsCurrent: async () => {
      isMemberCurrent = true
      await shell?.memberIsCurrent()
    },
    close,
  }
}
