/**
 * One simulated connection. Messages arrive in the order they were sent, each after a delay of its own, or the connection ends: that
 * is what the transport promises, and all of it. It can be cut (both ends learn of it), go half-open (nobody learns anything), or
 * be slow for its reader, so that what the server sends piles up inside it.
 */
import type { Socket } from '../sync/socket.ts'
import type { Random } from './random.ts'
import type { VirtualClock } from './virtual-clock.ts'

export type Message = string | Uint8Array

export interface DeviceEnd {
  send(message: Message): void
  /** The device lets go of it. */
  close(): void
  onMessage: (message: Message) => void
  onClose: (code: number) => void
}

export interface Link {
  readonly server: Socket
  readonly device: DeviceEnd
  /** Both ends learn of it; what is under way is lost. */
  cut(): void
  /** So many messages from the server arrive, and then it is cut. */
  cutAfter(messages: number): void
  /** Nothing arrives any more, and nobody is told. */
  goHalfOpen(): void
  /** From now on the device reads as if over a bad line. */
  slowDown(): void
  /** The server's process is gone: what it sent may still arrive. */
  loseServer(): void
}

export interface LinkPorts {
  readonly clock: VirtualClock
  random(): Random
  /** Every message from the server, as it is sent. */
  onSent(message: Message): void
}

const DELAY_MS_MAX = 40
const SLOW_MS_MAX = 1_500
/** A slow reader's buffer counts this much: a few small frames then weigh what a burst weighs for real. */
const SLOW_WEIGHT = 1_000
const CUT_CODE = 1006

export function makeLink(ports: LinkPorts): Link {
  const up = makePipe(ports)
  const down = makePipe(ports)
  let state: 'open' | 'half-open' | 'closed' = 'open'
  let isSlow = false
  let untilCut = Number.POSITIVE_INFINITY
  let onPong = [] as (() => void)[]
  let onServerMessage = [] as ((message: Message) => void)[]
  let onServerClose = [] as (() => void)[]

  const device: DeviceEnd = {
    send: (message) => {
      if (state !== 'open') return
      const size = typeof message === 'string' ? message.length : message.byteLength
      up.put(size, false, () => {
        for (const listener of onServerMessage) listener(message)
      })
    },
    close: () => {
      if (state === 'closed') return
      const isHeard = state === 'open'
      state = 'closed'
      device.onClose = () => undefined
      device.onMessage = () => undefined
      // What was sent before arrives, and then the end of it; on a dead line the server has to notice by itself.
      if (isHeard) up.put(0, false, closeServer)
    },
    onMessage: () => undefined,
    onClose: () => undefined,
  }

  function closeServer(): void {
    const listeners = onServerClose
    onServerClose = []
    onServerMessage = []
    onPong = []
    for (const listener of listeners) listener()
  }

  function sendDown(message: Message, onSent: () => void): void {
    if (state === 'closed') return onSent()
    ports.onSent(message)
    const size = typeof message === 'string' ? message.length : message.byteLength
    down.put(size, isSlow, () => {
      onSent()
      if (state === 'open') device.onMessage(message)
      untilCut -= 1
      if (untilCut <= 0) cut()
    })
  }

  function cut(): void {
    up.drop()
    down.drop()
    closeServer()
    closeDevice(CUT_CODE)
  }

  /** The server ends it: the device hears of it after what was sent before. */
  function endFromServer(code: number): void {
    if (state === 'open') down.put(0, isSlow, () => closeDevice(code))
    up.drop()
    closeServer()
  }

  function closeDevice(code: number): void {
    if (state === 'closed') return
    state = 'closed'
    device.onClose(code)
  }

  return {
    device,
    server: {
      get isOpen() {
        return onServerClose.length > 0 && state !== 'closed'
      },
      get bufferedBytes() {
        return isSlow ? down.bytes() * SLOW_WEIGHT : 0
      },
      sendText: (text) => sendDown(text, () => undefined),
      together: (send) => send(),
      sendBytes: (parts, onSent) => sendDown(joined(parts), onSent ?? (() => undefined)),
      ping: () => {
        if (state !== 'open') return
        const answer = () => {
          for (const listener of onPong) listener()
        }
        down.put(0, isSlow, () => up.put(0, false, answer))
      },
      close: (code) => endFromServer(code),
      terminate: () => endFromServer(CUT_CODE),
      onMessage: (listener) => onServerMessage.push(listener),
      onPong: (listener) => onPong.push(listener),
      onClose: (listener) => onServerClose.push(listener),
    },
    cut,
    cutAfter: (messages) => {
      untilCut = messages
    },
    goHalfOpen: () => {
      if (state !== 'open') return
      up.drop()
      down.drop()
      state = 'half-open'
    },
    slowDown: () => {
      isSlow = true
    },
    loseServer: () => {
      onServerClose = []
      onServerMessage = []
      up.drop()
      if (state === 'open') down.put(0, isSlow, () => closeDevice(CUT_CODE))
    },
  }

  function joined(parts: readonly Uint8Array[]): Uint8Array {
    return Uint8Array.from(Buffer.concat(parts))
  }
}

interface Pipe {
  put(size: number, isSlow: boolean, deliver: () => void): void
  /** What is under way is lost. */
  drop(): void
  bytes(): number
}

/** One direction: in order, each message some time after the one before it. */
function makePipe({ clock, random }: Pick<LinkPorts, 'clock' | 'random'>): Pipe {
  let freeAt = 0
  let underWay = 0
  let life = 0
  return {
    put: (size, isSlow, deliver) => {
      const delay = random().below(isSlow ? SLOW_MS_MAX : DELAY_MS_MAX)
      freeAt = Math.max(freeAt, clock.now() + delay)
      underWay += size
      const own = life
      clock.after(freeAt - clock.now(), () => {
        if (own !== life) return
        underWay -= size
        deliver()
      })
    },
    drop: () => {
      life += 1
      underWay = 0
    },
    bytes: () => underWay,
  }
}
