/** The real door over a real database: HTTP on a free port, sockets of `ws`, and a clock that the test moves. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Principal, ScreenPrincipal } from '../../domain/access/permissions.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { Down } from '../../domain/wire/down.ts'
import {
  type Frame,
  makeReassembler,
  readFrame,
  splitMessage,
  writeFrame,
} from '../../domain/wire/frame.ts'
import { parseDown } from '../../domain/wire/parse-down.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import { makeTickets } from '../auth/tickets.ts'
import { makeTestClock, openTestSpace, sampleAt, type TestSpace } from '../settlement/for-tests.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage } from '../storage/storage.ts'
import { INTENTS_ROOT } from './outbox.ts'
import type { SignIn } from './session.ts'
import { readSyncMessage, syncSteps, writeSyncMessage } from './sync-message.ts'
import { makeSyncServer, type SyncServer } from './sync-server.ts'

/** A Tuesday of the sample's first week, and what a door opens over. */
export const testNow = toInstant(Date.UTC(2026, 10, 24, 8, 0))
export const testSample = sampleAt(testNow)
export const ORIGIN = 'http://portal.test'

export interface TestDoor {
  readonly space: TestSpace
  readonly server: SyncServer
  readonly port: number
  readonly log: string[]
  /** True makes every transaction of the connections fail, as when the database cannot be reached. */
  storageIsAway: boolean
  /** Tokens that stand, and for whom. */
  readonly tokens: Map<string, Principal | ScreenPrincipal>
  /** Signs a member of the sample in on a new device. */
  signIn(member: string): Promise<SignIn>
  ticket(signIn: SignIn): string
  /** An upgrade as a page of our own would ask for it, or with other headers. */
  upgrade(ticket: string | null, headers?: Readonly<Record<string, string>>): TestPeer
  /** A welcomed connection. */
  open(signIn: SignIn): Promise<TestPeer>
  /** Moves the clock, second by second. */
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

let signIns = 0

export async function openTestDoor(storage: Storage): Promise<TestDoor> {
  const space = await openTestSpace(storage, testNow)
  const clock = makeTestClock(space)
  const tickets = makeTickets<SignIn>(() => space.now)
  const cookies = new Map<string, SignIn>()
  const tokens = new Map<string, Principal | ScreenPrincipal>()
  const server = makeSyncServer({
    storage: {
      ...storage,
      transaction: async (work) => {
        if (door.storageIsAway) throw new Error('The database cannot be reached.')
        return storage.transaction(work)
      },
    },
    clock,
    documents: space.documents,
    ensureDocument: space.settlement.ensureDocument,
    signedIn: async (headers) => cookies.get(headers.get('cookie') ?? '') ?? null,
    redeemTicket: async (ticket) => tickets.redeem(ticket),
    redeemToken: async (token) => tokens.get(token) ?? null,
    isAllowedOrigin: (origin) => origin === ORIGIN,
    onReceived: space.settlement.wake,
    generation: () => 'generation-1',
    makeEpoch: () => `outbox-epoch-${signIns++}-${cookies.size}`,
    log: (line) => space.log.push(line),
  })
  const http = createServer().on('upgrade', server.handleUpgrade)
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const { port } = http.address() as AddressInfo // it listens on TCP

  const door: TestDoor = {
    space,
    server,
    port,
    tokens,
    log: space.log,
    storageIsAway: false,
    signIn: async (member) => {
      const { id, ...who } = must(await loadActor(storage.read, member), 'of the sample')
      signIns += 1
      const signIn = {
        id: `sign-in-${signIns}`,
        principal: { memberId: id, role: who.role, teamId: who.teamId, siteIds: who.siteIds },
        deviceId: toId('device', `dev_test-${signIns}`),
      }
      cookies.set(`s=${signIn.id}`, signIn)
      return signIn
    },
    ticket: (signIn) => tickets.issue(signIn),
    upgrade: (ticket, headers = {}) =>
      makePeer(
        new WebSocket(
          `ws://127.0.0.1:${port}/sync`,
          ['portal.v1', ...(ticket === null ? [] : [`ticket.${ticket}`])],
          { headers: { origin: ORIGIN, ...headers } },
        ),
      ),
    open: async (signIn) => {
      const peer = door.upgrade(tickets.issue(signIn), { cookie: `s=${signIn.id}` })
      await peer.opened
      peer.say(helloOf(signIn))
      await peer.hear('welcome')
      return peer
    },
    pass: clock.pass,
    close: async () => {
      await server.close()
      await space.settlement.stop()
      http.closeAllConnections()
      await new Promise((closed) => http.close(closed))
    },
  }
  return door
}

export function helloOf(signIn: SignIn, wire: number = WIRE_VERSION): Up {
  return { type: 'hello', wire, app: 'test', device: toId('device', signIn.deviceId) }
}

type Of<Type extends Down['type']> = Extract<Down, { type: Type }>
export type Heard = Down | (Frame & { readonly type: 'frame' })

export interface TestPeer {
  readonly socket: WebSocket
  /** Resolves when it is open; rejects with the status that refused it. */
  readonly opened: Promise<void>
  readonly closed: Promise<number>
  /** Everything that came, as far as it was not taken by `hear`. */
  readonly heard: Heard[]
  say(up: Up): void
  frame(channel: number, body: Uint8Array): void
  /** A whole message, in as many frames as it takes. */
  message(channel: number, message: Uint8Array): void
  /** Takes the first message of this type out of what came, waiting for it. */
  hear<Type extends Down['type']>(type: Type): Promise<Of<Type>>
  hearFrame(): Promise<Frame>
  /** Asks and waits for the answer: everything said before has been dealt with. */
  ping(): Promise<void>
  /** The same, unless what was said closed the connection. */
  dealtWith(): Promise<void>
}

export function makePeer(socket: WebSocket): TestPeer {
  const heard: Heard[] = []
  let closeCode: number | null = null
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('unexpected-response', (_request, { statusCode }) =>
      reject(new Error(`${statusCode}`)),
    )
    socket.on('error', reject)
  })
  opened.catch(() => undefined) // asked by those who care
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) heard.push({ type: 'frame', ...must(readFrame(data), 'frames name a channel') })
    else heard.push(must(parseDown(String(data)), `a message that is known: ${String(data)}`))
  })

  async function take(type: Heard['type']): Promise<Heard> {
    const find = () => heard.findIndex((one) => one.type === type)
    const heardNow = () => `${heard.map((one) => one.type).join(' ')} ${closeCode ?? ''}`
    await expect.poll(() => (find() >= 0 ? type : heardNow()), poll).toBe(type)
    const [found] = heard.splice(find(), 1)
    return must(found, 'it was just seen')
  }

  const peer: TestPeer = {
    socket,
    opened,
    closed: new Promise((resolve) => {
      socket.once('close', (code) => {
        closeCode = code
        resolve(code)
      })
    }),
    heard,
    say: (up) => socket.send(JSON.stringify(up)),
    frame: (channel, body) => socket.send(writeFrame(channel, body)),
    message: (channel, message) => {
      for (const part of splitMessage(message)) peer.frame(channel, part)
    },
    hear: (type) => take(type) as Promise<Of<typeof type>>, // by its type
    hearFrame: () => take('frame') as Promise<Frame & { type: 'frame' }>, // by its type
    ping: async () => {
      peer.say({ type: 'ping', id: 7 })
      await peer.hear('pong')
    },
    dealtWith: async () => {
      peer.say({ type: 'ping', id: 8 })
      await expect
        .poll(() => closeCode !== null || heard.some((one) => one.type === 'pong'), poll)
        .toBe(true)
    },
  }
  return peer
}

export const poll = { interval: 2, timeout: 10_000 }

/** A document over an edit channel, as y-websocket would speak, with the updates in the test's hands. */
export interface TestEditing {
  readonly doc: Y.Doc
  readonly channel: number
  readonly epoch: string
  /** Sends an update as it is. */
  update(bytes: Uint8Array): void
  /** The answer to the last thing sent. */
  received(): Promise<number>
}

export interface TestOutbox extends TestEditing {
  push(...records: readonly object[]): void
}

export async function openTestOutbox(
  peer: TestPeer,
  { principal, deviceId }: SignIn,
  channel = 1,
): Promise<TestOutbox> {
  const document = `outbox/${principal.memberId}/${deviceId}`
  const editing = await openTestEditing(peer, document, channel)
  return { ...editing, push: (...records) => editing.doc.getArray(INTENTS_ROOT).push([...records]) }
}

export async function openTestEditing(
  peer: TestPeer,
  document: string,
  channel = 1,
): Promise<TestEditing> {
  const doc = new Y.Doc()
  peer.say({ type: 'edit', channel, document, epoch: null })
  const { epoch } = await peer.hear('editing')
  const send = (message: Uint8Array) => peer.message(channel, message)
  const update = (bytes: Uint8Array) => send(writeSyncMessage(syncSteps.update, bytes))
  await hearSync(peer) // the server's own question
  send(writeSyncMessage(syncSteps.step1, Y.encodeStateVector(doc)))
  const state = await hearSync(peer)
  if (state?.kind === 'write') Y.applyUpdate(doc, state.update, 'server')
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'server') update(bytes)
  })
  return { doc, channel, epoch, update, received: async () => (await peer.hear('received')).seq }
}

/** The part of WebSocket that y-websocket uses, over one channel. */
export function channelSocket(peer: TestPeer, channel: number): typeof globalThis.WebSocket {
  class ChannelSocket {
    readonly OPEN = 1
    readyState = 1
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: (() => void) | null = null

    constructor() {
      const join = makeReassembler(1_000_000)
      const take = (frame: Frame | null) => {
        if (frame?.channel !== channel) return
        const joined = join(frame.body)
        if (joined.kind === 'message') this.onmessage?.({ data: joined.message.slice().buffer })
      }
      // The channel is open already, and the first question may have come.
      const before = peer.heard.filter((one) => one.type === 'frame')
      queueMicrotask(() => [this.onopen?.(), ...before.map(take)])
      peer.socket.on('message', (data: Buffer, isBinary: boolean) => {
        if (isBinary) take(readFrame(data))
      })
    }

    readonly send = (message: Uint8Array) => peer.message(channel, message)
    readonly close = () => Object.assign(this, { readyState: 3 })
  }
  return ChannelSocket as unknown as typeof globalThis.WebSocket // the part of it that is used
}

/** The next message of an edit channel, put together from its parts. */
export async function hearSync(peer: TestPeer) {
  const join = makeReassembler(1_000_000)
  for (;;) {
    const joined = join((await peer.hearFrame()).body)
    if (joined.kind === 'message') return readSyncMessage(joined.message)
  }
}
