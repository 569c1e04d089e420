/** The websocket door: lets an upgrade in or refuses it, and hands what comes in to the connections. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { limits } from '../../domain/values/limits.ts'
import { type AdmissionPorts, admit } from './admission.ts'
import { type ConnectionPorts, type Connections, makeConnections } from './connections.ts'
import { PROTOCOL } from './upgrade.ts'
import { adaptWebSocket } from './ws-socket.ts'

export interface SyncServer extends Pick<Connections, 'signIns' | 'end' | 'count' | 'close'> {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

export type SyncServerPorts = ConnectionPorts & AdmissionPorts

/** `ws` itself cuts off beyond this; what lies between it and our own limit is closed with our own code. */
const PAYLOAD_BYTES_MAX = 4 * limits.frameBytesMax

export function makeSyncServer(ports: SyncServerPorts): SyncServer {
  const connections = makeConnections(ports)
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: PAYLOAD_BYTES_MAX,
    perMessageDeflate: false, // 230 kB of memory a connection
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  })

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const admission = await admit(request, ports)
    if (admission.kind === 'refused') return refuse(socket, admission.status)
    server.handleUpgrade(request, socket, head, (opened) => {
      // Everything is listened to before anything is waited for: the first message may be here already.
      const adapted = adaptWebSocket(opened, socket)
      if (admission.kind === 'app') connections.open(adapted, admission.signIn)
      else connections.openPlain(adapted, admission.reader)
    })
  }

  return {
    handleUpgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      upgrade(request, socket, head).catch((error: unknown) => {
        ports.log(`An upgrade failed: ${String(error)}`)
        socket.destroy()
      })
    },
    signIns: connections.signIns,
    end: connections.end,
    count: connections.count,
    close: async () => {
      server.close()
      await connections.close()
    },
  }
}

const statusTexts = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' } as const

function refuse(socket: Duplex, status: keyof typeof statusTexts): void {
  socket.end(
    `HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
