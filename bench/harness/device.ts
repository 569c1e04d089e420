/**
 * One signed-in device over the real socket: it says hello, edits its outbox by y-protocols, follows its member's document, and
 * knows an outcome only when a row told it. No browser and no store; what goes over the wire is what the app sends.
 */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { must } from '../../domain/values/assert.ts'
import { type DeviceId, type MemberId, toId } from '../../domain/values/ids.ts'
import type { Down } from '../../domain/wire/down.ts'
import { readFrame, readRowBody, writeFrame } from '../../domain/wire/frame.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { TestBrowser } from '../../sync-server/for-tests.ts'
import { readSections } from '../../sync-server/sync/section-writer.ts'
import { makeEdited } from './edited.ts'

export interface Device {
  readonly memberId: MemberId
  readonly deviceId: DeviceId
  /** Puts the wish into the outbox, takes those that are settled out of it, and lets the update go. */
  send(intent: AnyIntent): void
  /** What the member's document says became of it, as soon as it says so. */
  told(intentId: string): Promise<SettledIntent>
  close(): void
}

const OUTBOX = 1
const MEMBER = 2

/** Who is signed in, as far as a socket needs to know. */
export type SignedIn = Pick<TestBrowser, 'device' | 'cookie'> & {
  post(path: string): Promise<{ readonly body: Readonly<Record<string, unknown>> }>
}

export async function openDevice(
  origin: string,
  browser: SignedIn,
  memberId: MemberId,
): Promise<Device> {
  const deviceId = toId('device', browser.device)
  const socket = await openSocket(origin, browser)
  const member = new Y.Doc()
  const outbox = makeOutbox((body) => socket.send(writeFrame(OUTBOX, body)))
  const waiting = new Map<string, (settled: SettledIntent) => void>()
  const say = (up: Up) => socket.send(JSON.stringify(up))

  function tellWhoWaits(): void {
    const { settled } = readMember(readSections(member))
    for (const one of settled) {
      waiting.get(one.intentId)?.(one)
      waiting.delete(one.intentId)
    }
  }

  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) return takeText(JSON.parse(data.toString()) as Down) // the server's own words
    const { channel, body } = must(readFrame(data), 'the server sends frames')
    if (channel === OUTBOX) return outbox.take(body)
    Y.applyUpdate(member, must(readRowBody(body), 'the server sends rows').update)
    tellWhoWaits()
  })

  const isOpen = Promise.withResolvers<void>()
  function takeText(down: Down): void {
    if (down.type === 'left') throw new Error(`Channel ${down.channel} was left with ${down.code}`)
    if (down.type === 'editing') outbox.start()
    if (down.type === 'following') isOpen.resolve()
    if (down.type !== 'welcome') return
    const names = [
      formatDocumentName({ kind: 'outbox', memberId, deviceId }),
      formatDocumentName({ kind: 'member', memberId }),
    ] as const
    say({ type: 'edit', channel: OUTBOX, document: names[0], epoch: null })
    say({ type: 'follow', channel: MEMBER, document: names[1], epoch: null, n: 0 })
  }

  say({ type: 'hello', wire: WIRE_VERSION, app: 'bench', device: deviceId })
  await isOpen.promise
  return {
    memberId,
    deviceId,
    send: outbox.send,
    told: (intentId) => new Promise((resolve) => waiting.set(intentId, resolve)),
    close: () => socket.close(),
  }
}

export async function openSocket(origin: string, browser: SignedIn): Promise<WebSocket> {
  const { body } = await browser.post('/api/ws-ticket')
  const socket = new WebSocket(
    `${origin.replace('http', 'ws')}/sync`,
    ['portal.v1', `ticket.${body['ticket']}`],
    { origin, headers: { cookie: browser.cookie }, perMessageDeflate: false },
  )
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return socket
}

/** The carrier of the wishes: a Yjs array. The bench's records in it are the only ones. */
function makeOutbox(sendPart: (body: Uint8Array) => void) {
  const doc = new Y.Doc()
  const array = doc.getArray<object>('intents')
  return {
    ...makeEdited(doc, sendPart),
    /** One wish at a time waits here, so whatever was in it is settled. */
    send: (intent: AnyIntent) =>
      doc.transact(() => {
        array.delete(0, array.length)
        array.push([{ ...intent }])
      }),
  }
}
