/** Somebody who draws a floor, over the real socket: what goes over the wire is what the app sends. */
import * as Y from 'yjs'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { harbourLoftId, loftFloorId } from '../../domain/seeds/harbour-loft/sites.ts'
import { must } from '../../domain/values/assert.ts'
import type { Down } from '../../domain/wire/down.ts'
import { readFrame, writeFrame } from '../../domain/wire/frame.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import { openSocket } from '../harness/device.ts'
import { makeEdited } from '../harness/edited.ts'

export interface Editor {
  readonly doc: Y.Doc
  close(): void
}

const CHANNEL = 1
const document = formatDocumentName({
  kind: 'plan-draft',
  siteId: harbourLoftId,
  floorId: loftFloorId,
})

export async function openEditor(origin: string, memberId: string): Promise<Editor> {
  const device = `dev_${memberId.slice(4)}`
  const signedIn = { device, cookie: memberId, post: async () => ({ body: { ticket: memberId } }) }
  const socket = await openSocket(origin, signedIn)
  const doc = new Y.Doc()
  const edited = makeEdited(doc, (body) => socket.send(writeFrame(CHANNEL, body)))
  const isOpen = Promise.withResolvers<void>()
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) {
      edited.take(must(readFrame(data), 'the server sends frames').body)
      if (doc.getMap('objects').size > 0) isOpen.resolve()
      return
    }
    const down = JSON.parse(data.toString()) as Down // the server's own words
    if (down.type === 'editing') edited.start()
    if (down.type === 'left') throw new Error(`The draft was left with ${down.code}`)
  })
  const say = (up: object) => socket.send(JSON.stringify(up))
  say({ type: 'hello', wire: WIRE_VERSION, app: 'bench', device })
  say({ type: 'edit', channel: CHANNEL, document, epoch: null })
  await isOpen.promise
  return { doc, close: () => socket.close() }
}
