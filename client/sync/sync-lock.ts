/**
 * One tab syncs, the others watch: the holder of a Web Lock runs the engine, and the next tab takes over when it goes. Tabs tell it of
 * new wishes over a broadcast channel; if nobody listens, the wish is safe in its row and goes out at the next start.
 */
import { database, outboxDatabase, readIdentity } from '../store/database.ts'
import type { SyncEngine } from './sync-engine.ts'

type Note =
  | { readonly kind: 'intents' }
  | { readonly kind: 'follow'; readonly name: string }
  | { readonly kind: 'nudge' }

const channel = new BroadcastChannel('portal.sync')
let engine: SyncEngine | null = null
let release: (() => void) | null = null

/** Starts when this tab gets its turn. Yjs is loaded only then, after the first paint. */
export function startSync(): void {
  const identity = readIdentity()
  if (identity === null) return
  channel.onmessage = (event: MessageEvent<Note>) => take(event.data)
  void navigator.locks.request(`portal.sync.${identity.memberId}`, async () => {
    const { startSyncEngine } = await import('./sync-engine.ts')
    engine = startSyncEngine(database(), outboxDatabase(), identity)
    await new Promise<void>((resolve) => {
      release = resolve
    })
    engine.stop()
    engine = null
  })
}

export function stopSync(): void {
  release?.()
}

/** Tells the tab that syncs, which may be this one. */
export function tellSync(note: Note): void {
  take(note)
  channel.postMessage(note)
}

function take(note: Note): void {
  if (note.kind === 'intents') engine?.intentsChanged()
  if (note.kind === 'follow') engine?.follow(note.name)
  if (note.kind === 'nudge') engine?.nudge()
}
