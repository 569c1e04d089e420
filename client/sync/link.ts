/** The physical connection as the browser gives it. Tests give one of their own. */
export interface Link {
  send(data: string | Uint8Array<ArrayBuffer>): void
  close(): void
}

export interface LinkEvents {
  opened(): void
  text(data: string): void
  bytes(data: Uint8Array): void
  closed(code: number): void
}

export type OpenLink = (ticket: string, events: LinkEvents) => Link

/** A WebSocket to where the app came from. The ticket travels among the protocols, because addresses are logged. */
export function openLink(ticket: string, events: LinkEvents): Link {
  const url = new URL('/sync', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  const socket = new WebSocket(url, ['portal.v1', `ticket.${ticket}`])
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) events.bytes(new Uint8Array(data))
    else events.text(String(data))
  }
  socket.onclose = ({ code }) => events.closed(code)
  return {
    send: (data) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(data)
    },
    close: () => socket.close(),
  }
}
