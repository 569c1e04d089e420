/**
 * The copy of a shared document on this device, written a moment after each change, so that a drag does not write a hundred times. Several tabs
 * may have it open, and with no network they have nothing but this copy between them: each joins what it finds there before it writes, and tells
 * the others that it has written.
 */
import * as Y from 'yjs'
import { durableDatabase } from '../store/database.ts'
import type { DraftRow } from '../store/rows.ts'
import { sayStorage, storageTrouble } from '../store/storage-health.ts'
import { freshUlid } from './fresh-id.ts'

export interface CopyKeeper {
  soon(): void
  /** Joins what another tab has written. */
  look(): void
  /** Forgets the copy, and keeps it no more. */
  drop(): Promise<void>
  /** Writes what waits, and nothing after it. */
  stop(): Promise<void>
}

/**
 * What another tab remembered beside the copy, and how that copy stands to this one: `joined`, this one holds all of it now; `older`, it was let go
 * for this one; `newer`, this one should have been let go for it.
 */
export interface OtherMemo {
  readonly memo: unknown
  readonly stands: 'joined' | 'older' | 'newer'
}

export interface CopyPorts {
  readonly name: string
  readonly doc: Y.Doc
  /** Before the space was reached for the first time there is none, and nothing to keep. */
  epoch(): string | null
  /** Whether a copy of that epoch was let go in this tab. */
  isPast(epoch: string): boolean
  /** What to remember beside the copy, given what another tab remembers there. */
  memo(other: OtherMemo | null): unknown
  /** Another tab has written. */
  onWritten(): void
}

/** The origin of changes that another tab of this device made. */
export const fromTab = Symbol('from another tab')
/** Long enough for a drag to be one write, short enough that hardly anything is lost with a battery. */
const SOON_MS = 300

export function keepCopy(ports: CopyPorts): CopyKeeper {
  const { name, doc } = ports
  const self = freshUlid()
  const channel = new BroadcastChannel(`portal.copy/${name}`)
  let timer: ReturnType<typeof setTimeout> | null = null
  let isStopped = false
  let writing: Promise<unknown> = Promise.resolve()
  channel.onmessage = ports.onWritten

  function inTurn(work: () => Promise<unknown>): void {
    writing = writing.then(work).catch((error) => sayStorage(storageTrouble(error)))
  }

  function write(): void {
    timer = null
    inTurn(async () => {
      const { drafts } = durableDatabase()
      const isWritten = await drafts.db.transaction('rw', drafts, async () => {
        const row = rowAfter(await drafts.get(name))
        if (row !== null) await drafts.put(row)
        return row !== null
      })
      if (isWritten && !isStopped) channel.postMessage(null)
    })
  }

  /** Null where there is nothing to keep. */
  function rowAfter(found: DraftRow | undefined): DraftRow | null {
    const epoch = ports.epoch()
    if (epoch === null) return null
    const other = found === undefined || found.writer === self ? null : otherOf(found, epoch)
    if (found !== undefined && other?.stands === 'newer') {
      return { ...found, writer: self, memo: ports.memo(other) }
    }
    const memo = ports.memo(other)
    return { name, epoch, bytes: Y.encodeStateAsUpdate(doc), memo, writer: self }
  }

  function otherOf({ epoch, bytes, memo }: DraftRow, own: string): OtherMemo {
    if (epoch !== own) return { memo, stands: ports.isPast(epoch) ? 'older' : 'newer' }
    Y.applyUpdate(doc, bytes, fromTab)
    return { memo, stands: 'joined' }
  }

  /** True when something waited to be written. */
  function halt(): boolean {
    const isWaiting = timer !== null
    if (timer !== null) clearTimeout(timer)
    isStopped = true
    return isWaiting
  }

  return {
    soon: () => {
      if (!isStopped) timer ??= setTimeout(write, SOON_MS)
    },
    look: () =>
      inTurn(async () => {
        const row = await durableDatabase().drafts.get(name)
        if (isStopped || row === undefined || row.writer === self) return
        if (row.epoch === ports.epoch()) ports.memo(otherOf(row, row.epoch))
      }),
    drop: async () => {
      halt()
      await writing
      channel.close()
      await durableDatabase().drafts.delete(name)
    },
    stop: async () => {
      if (halt()) write()
      await writing
      channel.close()
    },
  }
}
