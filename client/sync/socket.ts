/**
 * The one physical socket of this tab: ticket, hello, heartbeat, back-off. Channels live on top of it and start over with each
 * connection. It says Offline by its own heartbeat, because a cut network leaves a socket open for minutes.
 */

import { reconnectDelayMs } from '../../domain/wire/backoff.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import type { Down } from '../../domain/wire/down.ts'
import { readFrame, writeFrame } from '../../domain/wire/frame.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'

export type SocketState = 'connecting' | 'online' | 'offline' | 'signed-out' | 'update-needed'

export interface Welcome {
  readonly generation: string
  readonly at: number
}

export interface SocketPorts {
  readonly deviceId: string
  onState(state: SocketState): void
  onWelcome(welcome: Welcome): void
  onMessage(message: Down): void
  onFrame(channel: number, body: Uint8Array): void
  /** The connection is gone: every channel is. */
  onGone(): void
}

export interface PortalSocket {
  send(message: Up): void
  sendFrame(channel: number, body: Uint8Array): void
  /** Tries at once instead of waiting for the next attempt. */
  nudge(): void
  close(): void
}

const PING_EVERY_MS = 8_000
const PONG_WITHIN_MS = 8_000

export function openPortalSocket(ports: SocketPorts): PortalSocket {
  let socket: WebSocket | null = null
  let isClosed = false
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | null = null
  let heartbeat: ReturnType<typeof setTimeout> | null = null
  let pings = 0

  async function connect(): Promise<void> {
    retry = null
    ports.onState(attempt === 0 ? 'connecting' : 'offline')
    const ticket = await fetchTicket()
    if (isClosed) return
    if (ticket === 'signed-out') return ports.onState('signed-out')
    if (ticket === null) return retryLater()
    const url = new URL('/sync', location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    const opened = new WebSocket(url, ['portal.v1', `ticket.${ticket}`])
    opened.binaryType = 'arraybuffer'
    socket = opened
    opened.onopen = () => {
      const hello = {
        type: 'hello',
        wire: WIRE_VERSION,
        app: __APP_VERSION__,
        device: ports.deviceId,
      }
      opened.send(JSON.stringify(hello))
      expectPong()
    }
    opened.onmessage = (event) => take(event.data)
    opened.onclose = (event) => gone(event.code)
  }

  function take(data: unknown): void {
    if (data instanceof ArrayBuffer) {
      const frame = readFrame(new Uint8Array(data))
      if (frame !== null) ports.onFrame(frame.channel, frame.body)
      return
    }
    const message = JSON.parse(String(data)) as Down // from our own server, over our own socket
    if (message.type === 'welcome') {
      attempt = 0
      ports.onState('online')
      ports.onWelcome(message)
      pingSoon()
    } else if (message.type === 'pong') pingSoon()
    else ports.onMessage(message)
  }

  function pingSoon(): void {
    clearHeartbeat()
    heartbeat = setTimeout(() => {
      pings += 1
      send({ type: 'ping', id: pings })
      expectPong()
    }, PING_EVERY_MS)
  }

  function expectPong(): void {
    clearHeartbeat()
    heartbeat = setTimeout(() => gone(closeCodes.silent), PONG_WITHIN_MS)
  }

  function clearHeartbeat(): void {
    if (heartbeat !== null) clearTimeout(heartbeat)
    heartbeat = null
  }

  function gone(code: number): void {
    if (socket === null) return
    socket.onclose = null
    socket.close()
    socket = null
    clearHeartbeat()
    ports.onGone()
    if (isClosed) return
    if (code === closeCodes.update) return ports.onState('update-needed')
    ports.onState('offline')
    retryLater()
  }

  function retryLater(): void {
    if (isClosed || retry !== null) return
    ports.onState('offline')
    retry = setTimeout(() => void connect(), reconnectDelayMs(attempt, Math.random()))
    attempt += 1
  }

  function send(message: Up): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }

  function nudge(): void {
    if (retry === null) return
    clearTimeout(retry)
    void connect()
  }

  const lostNetwork = () => gone(closeCodes.silent)
  addEventListener('online', nudge)
  addEventListener('offline', lostNetwork)
  void connect()
  return {
    send,
    sendFrame: (channel, body) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(writeFrame(channel, body))
    },
    nudge,
    close: () => {
      isClosed = true
      if (retry !== null) clearTimeout(retry)
      removeEventListener('online', nudge)
      removeEventListener('offline', lostNetwork)
      gone(1000)
    },
  }
}

/** A ticket; null when the space cannot be reached; `signed-out` when it does not know this device any more. */
async function fetchTicket(): Promise<string | null | 'signed-out'> {
  try {
    const response = await fetch('/api/ws-ticket', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: '{}',
    })
    if (response.status === 401) return 'signed-out'
    if (!response.ok) return null
    const { ticket } = (await response.json()) as { ticket?: string }
    return ticket ?? null
  } catch {
    return null // no network, or a captive portal that answers with a page
  }
}
