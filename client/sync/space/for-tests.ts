/**
 * A space for tests: it speaks the wire over links of its own, keeps documents as logs and the outbox as an array, and decides nothing by
 * itself. A test says what is decided, and when links break.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import { must } from '../../../domain/values/assert.ts'
import { limits } from '../../../domain/values/limits.ts'
import { type Json, SECTIONS_ROOT } from '../../../domain/values/sections.ts'
import { closeCodes } from '../../../domain/wire/close-codes.ts'
import type { Down } from '../../../domain/wire/down.ts'
import {
  makeReassembler,
  readFrame,
  splitMessage,
  writeFrame,
  writeRowBody,
} from '../../../domain/wire/frame.ts'
import { parseUp } from '../../../domain/wire/parse-up.ts'
import type { Up } from '../../../domain/wire/up.ts'
import type { TicketAnswer } from '../fetch-ticket.ts'
import type { Link, LinkEvents } from '../link.ts'

/** Sections with their keys; null takes a key away. */
export type Writing = Readonly<Record<string, Readonly<Record<string, Json | null>>>>

interface Log {
  epoch: string
  doc: Y.Doc
  rows: Uint8Array[]
}

interface Connection {
  readonly events: LinkEvents
  readonly followed: Map<string, number>
  outbox: { channel: number; take(body: Uint8Array): void } | null
}

/** What goes over a link arrives in a task of its own, in order. */
function later(task: () => void): void {
  setTimeout(task, 0)
}

export class Space {
  generation = 'generation-1'
  /** What a device is told when it asks for a ticket. */
  ticket: TicketAnswer = { kind: 'ticket', ticket: 'ticket' }
  /** Nobody may read these. */
  readonly forbidden = new Set<string>()
  /** Wishes as they arrived, each once. */
  readonly received: AnyIntent[] = []
  /** Records in the array each time a device wrote to it. */
  readonly arrays: (readonly string[])[] = []
  readonly asked: string[] = []
  isAcknowledging = true
  isRefusingOutbox = false
  /** Who wants to open an outbox waits for `openOutboxes`. */
  isHoldingOutboxes = false
  /** Of a document of several people it says behind each change of others where that stands in the log. */
  isTellingRows = false
  /** What is edited, be it an outbox or a document of several people, and its epoch. */
  outbox = new Y.Doc()
  outboxEpoch = 'outbox'
  #logs = new Map<string, Log>()
  #connections = new Set<Connection>()
  #held: (() => void)[] = []
  #epochs = 0

  readonly openLink = (_ticket: string, events: LinkEvents): Link => {
    const connection: Connection = { events, followed: new Map(), outbox: null }
    this.#connections.add(connection)
    later(() => events.opened())
    return {
      send: (data) => later(() => this.#take(connection, data)),
      close: () => this.#connections.delete(connection),
    }
  }

  connectionCount(): number {
    return this.#connections.size
  }

  followedNames(): readonly string[] {
    return [...this.#connections].flatMap(({ followed }) => [...followed.keys()])
  }

  /** One settlement: its documents change together, and travel as one group. */
  write(changes: Readonly<Record<string, Writing>>): void {
    const rows = Object.entries(changes).map(([name, writing]) => {
      const update = writeInto(this.#logOf(name).doc, writing)
      return { name, update }
    })
    this.append(rows)
  }

  /** Rows as they are, readable or not. */
  append(rows: readonly { readonly name: string; readonly update: Uint8Array }[]): void {
    for (const { name, update } of rows) this.#logOf(name).rows.push(update)
    for (const connection of this.#connections) {
      const own = rows.filter(({ name }) => connection.followed.has(name))
      if (own.length === 0) continue
      this.#say(connection, { type: 'group', frames: own.length, at: Date.now() })
      for (const { name, update } of own) {
        const channel = must(connection.followed.get(name), 'it follows that document')
        this.#sayRow(connection, channel, this.#logOf(name).rows.length, update)
      }
    }
  }

  /** The document begins anew under another epoch, with what is given. */
  rebuild(name: string, writing: Writing): void {
    const log = { epoch: this.#nextEpoch(), doc: new Y.Doc(), rows: [] as Uint8Array[] }
    log.rows.push(writeInto(log.doc, writing))
    this.#logs.set(name, log)
  }

  /** Every link breaks, or is ended with a code. */
  cut(code = 1006): void {
    const ended = [...this.#connections]
    this.#connections.clear()
    for (const { events } of ended) events.closed(code)
  }

  openOutboxes(): void {
    this.isHoldingOutboxes = false
    for (const open of this.#held.splice(0)) open()
  }

  /** The space forbids what a device follows. */
  forbid(name: string): void {
    this.forbidden.add(name)
    for (const connection of this.#connections) {
      const channel = connection.followed.get(name)
      if (channel === undefined) continue
      connection.followed.delete(name)
      this.#say(connection, { type: 'left', channel, code: closeCodes.forbidden })
    }
  }

  #logOf(name: string): Log {
    const known = this.#logs.get(name)
    if (known !== undefined) return known
    const made = { epoch: this.#nextEpoch(), doc: new Y.Doc(), rows: [] }
    this.#logs.set(name, made)
    return made
  }

  #nextEpoch(): string {
    this.#epochs += 1
    return `epoch-${this.#epochs}`
  }

  #take(connection: Connection, data: string | Uint8Array): void {
    if (!this.#connections.has(connection)) return
    if (typeof data === 'string') {
      return this.#obey(connection, must(parseUp(data), `the device says what is known: ${data}`))
    }
    const { channel, body } = must(readFrame(data), 'a frame names a channel')
    if (connection.outbox?.channel === channel) connection.outbox.take(body)
  }

  #obey(connection: Connection, up: Up): void {
    switch (up.type) {
      case 'hello': {
        const { generation } = this
        const memberId = 'mem_ada' as never // the device knows who it is
        return this.#say(connection, {
          ...{ type: 'welcome', wire: 1, generation, at: Date.now(), memberId, role: 'member' },
        })
      }
      case 'follow':
        this.asked.push(up.document)
        return this.#follow(connection, up)
      case 'edit':
        if (this.isHoldingOutboxes) this.#held.push(() => this.#edit(connection, up.channel))
        else this.#edit(connection, up.channel)
        return
      case 'leave':
        for (const [name, channel] of connection.followed) {
          if (channel === up.channel) connection.followed.delete(name)
        }
        return
      case 'ping':
        return this.#say(connection, { type: 'pong', id: up.id, at: Date.now() })
    }
  }

  #follow(connection: Connection, up: Extract<Up, { type: 'follow' }>): void {
    const { channel, document: name } = up
    const log = this.#logs.get(name)
    if (log === undefined || this.forbidden.has(name)) {
      return this.#say(connection, { type: 'left', channel, code: closeCodes.forbidden })
    }
    connection.followed.set(name, channel)
    const { epoch } = log
    const n = log.rows.length
    if (up.epoch === epoch && up.n === n) {
      return this.#say(connection, { type: 'following', channel, epoch, n, with: 'current' })
    }
    if (up.epoch === epoch && up.n < n) {
      this.#say(connection, { type: 'following', channel, epoch, n, with: 'rows' })
      for (const [index, update] of log.rows.entries()) {
        if (index >= up.n) this.#sayRow(connection, channel, index + 1, update)
      }
      return
    }
    this.#say(connection, { type: 'following', channel, epoch, n, with: 'snapshot' })
    this.#sayRow(connection, channel, n, Y.encodeStateAsUpdate(log.doc))
  }

  #edit(connection: Connection, channel: number): void {
    const reassemble = makeReassembler(limits.outboxBytesMax)
    const take = (body: Uint8Array) => {
      const joined = reassemble(body)
      if (joined.kind !== 'message') return
      const decoder = decoding.createDecoder(joined.message)
      if (decoding.readVarUint(decoder) !== 0) return
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      if (this.isRefusingOutbox && joined.message[1] === 2) {
        connection.outbox = null
        return this.#say(connection, { type: 'left', channel, code: closeCodes['start-over'] })
      }
      const tell = (update: Uint8Array) => this.#tellOthers(connection, update)
      this.outbox.on('update', tell)
      const kind = syncProtocol.readSyncMessage(decoder, encoder, this.outbox, null)
      this.outbox.off('update', tell)
      if (kind === syncProtocol.messageYjsSyncStep1) {
        this.#sayEdit(connection, channel, encoder)
        if (this.isTellingRows) this.#receive(connection, channel)
        return
      }
      this.#receive(connection, channel)
    }
    connection.outbox = { channel, take }
    this.#say(connection, { type: 'editing', channel, epoch: this.outboxEpoch })
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    syncProtocol.writeSyncStep1(encoder, this.outbox)
    this.#sayEdit(connection, channel, encoder)
  }

  /** What one connection wrote, to the others that write the same document, each with its place behind it. */
  #tellOthers(from: Connection, update: Uint8Array): void {
    for (const other of this.isTellingRows ? this.#connections : []) {
      const channel = other.outbox?.channel
      if (other === from || channel === undefined) continue
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      syncProtocol.writeUpdate(encoder, update)
      this.#sayEdit(other, channel, encoder)
      this.#receive(other, channel)
    }
  }

  #receive(connection: Connection, channel: number): void {
    const records = this.outbox.getArray<AnyIntent>('intents').toArray()
    this.arrays.push(records.map(({ id }) => id))
    for (const record of records) {
      if (!this.received.some(({ id }) => id === record.id)) this.received.push(record)
    }
    if (!this.isAcknowledging) return
    const seq = Math.max(0, ...records.map((record) => record.seq))
    this.#say(connection, { type: 'received', channel, seq })
  }

  #say(connection: Connection, message: Down): void {
    later(() => connection.events.text(JSON.stringify(message)))
  }

  #sayEdit({ events }: Connection, channel: number, encoder: encoding.Encoder): void {
    for (const part of splitMessage(encoding.toUint8Array(encoder))) {
      later(() => events.bytes(writeFrame(channel, part)))
    }
  }

  #sayRow(connection: Connection, channel: number, n: number, update: Uint8Array): void {
    const frame = writeFrame(channel, writeRowBody({ n, update }))
    later(() => connection.events.bytes(frame))
  }
}

export function writeInto(doc: Y.Doc, writing: Writing): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const root = doc.getMap<Y.Map<Json>>(SECTIONS_ROOT)
    for (const [name, entries] of Object.entries(writing)) {
      const section = root.get(name) ?? root.set(name, new Y.Map<Json>())
      for (const [key, value] of Object.entries(entries)) {
        if (value === null) section.delete(key)
        else section.set(key, value)
      }
    }
  })
  return Y.encodeStateAsUpdate(doc, before)
}
