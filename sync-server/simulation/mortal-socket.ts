/** The server's end of a link, with the crash points that lie on it: a message comes, an acknowledgement and half a group go. */
import type { Socket } from '../sync/socket.ts'
import type { CrashPoint } from './crash-points.ts'

/** The life of the process that holds the socket. */
export interface LifeLine {
  isAlive(): boolean
  /** False when the process has ended, perhaps right here. */
  mayPass(point: CrashPoint): boolean
}

export function mortalSocket(socket: Socket, life: LifeLine): Socket {
  let isInGroup = false
  return {
    get isOpen() {
      return life.isAlive() && socket.isOpen
    },
    get bufferedBytes() {
      return socket.bufferedBytes
    },
    sendText: (text) => {
      if (!life.isAlive()) return
      socket.sendText(text)
      isInGroup = text.startsWith('{"type":"group"')
      if (text.startsWith('{"type":"received"')) life.mayPass('ack')
    },
    together: (send) => send(),
    sendBytes: (parts, onSent) => {
      if (!life.isAlive()) return
      socket.sendBytes(parts, onSent)
      if (isInGroup) life.mayPass('broadcast')
      isInGroup = false
    },
    ping: () => socket.ping(),
    close: (code, reason) => {
      if (life.isAlive()) socket.close(code, reason)
    },
    terminate: () => {
      if (life.isAlive()) socket.terminate()
    },
    onMessage: (listener) =>
      socket.onMessage((message) => {
        if (life.mayPass('recv')) listener(message)
      }),
    onPong: (listener) => socket.onPong(listener),
    onClose: (listener) => socket.onClose(listener),
  }
}
