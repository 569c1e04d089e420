/**
 * Follows one document of the space with a key that only reads, over a socket of its own, as any Yjs tool may: for a screen on a wall, on
 * which nobody is signed in. It comes back by itself; each time it is told the whole document first, so nothing of the last time is kept.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { SECTIONS_ROOT, type Sections } from '../../domain/values/sections.ts'
import { reconnectDelayMs } from '../../domain/wire/backoff.ts'

export interface ReadPorts {
  readonly name: string
  readonly key: string
  /** What it holds now. */
  onSections(sections: Sections): void
  /** The space is there. */
  onHeard(): void
  /** The connection is gone; it is tried again unless this reading is closed. */
  onGone(): void
}

/** The first step of a sync (y-protocols) by somebody who holds nothing: the state vector of an empty document. */
const tellMeAll = new Uint8Array([0, 0, 1, 0])
/** The space says something every ten seconds. */
const SILENT_MS = 25_000

/** Gives what ends it. */
export function readDocument({ name, key, onSections, onHeard, onGone }: ReadPorts): () => void {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let isClosed = false

  function open(): void {
    const url = new URL(`/sync/${name}`, location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    let doc = new Y.Doc()
    const opened = new WebSocket(url, ['portal.v1', `token.${key}`])
    socket = opened
    opened.binaryType = 'arraybuffer'
    opened.onopen = () => opened.send(tellMeAll)
    opened.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      const update = readUpdate(new Uint8Array(data))
      attempt = 0
      expectMore(opened)
      onHeard()
      if (update === null) return
      if (update.isWhole) doc = new Y.Doc()
      Y.applyUpdate(doc, update.bytes)
      onSections(doc.getMap(SECTIONS_ROOT).toJSON())
    }
    opened.onclose = () => {
      if (isClosed || socket !== opened) return
      clearTimeout(timer)
      onGone()
      timer = setTimeout(open, reconnectDelayMs(attempt, Math.random()))
      attempt += 1
    }
    expectMore(opened)
  }

  /** A link that died says nothing. */
  function expectMore(opened: WebSocket): void {
    clearTimeout(timer)
    timer = setTimeout(() => opened.close(), SILENT_MS)
  }

  open()
  return () => {
    isClosed = true
    clearTimeout(timer)
    socket?.close()
  }
}

/** The content of a message of y-protocols: the whole document, or a change of it; null for whatever else is said. */
function readUpdate(message: Uint8Array): { isWhole: boolean; bytes: Uint8Array } | null {
  const decoder = decoding.createDecoder(message)
  if (decoding.readVarUint(decoder) !== 0) return null
  const step = decoding.readVarUint(decoder)
  if (step !== 1 && step !== 2) return null
  return { isWhole: step === 1, bytes: decoding.readVarUint8Array(decoder) }
}
