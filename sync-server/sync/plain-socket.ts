/**
 * `/sync/<document>` for any Yjs tool: the plain y-websocket protocol, one document a socket, read-only. The peer's own updates and
 * its awareness are ignored, not punished, because a standard client always sends them.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import type { FollowedRow, Hub } from './hub.ts'
import type { ServerDocuments } from './server-documents.ts'

const SYNC = 0
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const BUFFERED_BYTES_MAX = 4_000_000

interface PlainPorts {
  readonly documents: ServerDocuments
  readonly hub: Hub
  log(line: string): void
}

export function openPlainSession(socket: WebSocket, document: string, ports: PlainPorts): void {
  const stop = ports.hub.follow(document, { takeGroup: sendRows })
  socket.on('close', stop)
  socket.on('error', () => socket.terminate())
  socket.on('message', (data: Buffer) => {
    if (isStepOne(data)) {
      sendState().catch((error: unknown) => {
        ports.log(`A plain connection failed: ${String(error)}`)
        socket.terminate()
      })
    }
  })

  function sendRows(rows: readonly FollowedRow[]): void {
    for (const row of rows) send(UPDATE, row.body.subarray(4))
  }

  async function sendState(): Promise<void> {
    const found = await ports.documents.catchUp(document, null, 0)
    for (const row of found?.rows ?? []) send(STEP_2, row.bytes)
  }

  function send(step: number, bytes: Uint8Array): void {
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX) return socket.terminate()
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
    socket.send(encoding.toUint8Array(encoder))
  }
}

function isStepOne(data: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(data)
    return decoding.readVarUint(decoder) === SYNC && decoding.readVarUint(decoder) === STEP_1
  } catch {
    return false
  }
}
