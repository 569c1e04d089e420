/** The engine as it runs in a browser: its ports are the page's. Loaded when a tab gets its turn. */
import { database, durableDatabase } from '../store/database.ts'
import { readIdentity } from '../store/identity.ts'
import { endSignIn } from './end-sign-in.ts'
import { fetchTicket } from './fetch-ticket.ts'
import { openLink } from './link.ts'
import { fetchPlan } from './plan-prefetch.ts'
import { type ReadPorts, readDocument } from './read-document.ts'
import { type EnginePorts, type SyncEngine, startSyncEngine } from './sync-engine.ts'

/** `onOver` is called when this tab should give up its turn. Null when nobody is signed in any more. */
export function openEngine(
  onOver: () => void,
  files: Pick<EnginePorts, 'keepSigned' | 'dropPictures'>,
): SyncEngine | null {
  const identity = readIdentity()
  if (identity === null) return null
  const db = database()
  const engine = startSyncEngine({
    identity,
    app: __APP_VERSION__,
    db,
    durable: durableDatabase(),
    openLink,
    fetchTicket,
    fetchPlan,
    ...files,
    random: Math.random,
    onSignedOut: () => {
      onOver()
      void endSignIn(identity, db)
    },
    onOver,
  })
  const networkIsBack = () => engine.nudge()
  const networkIsGone = () => engine.networkIsGone()
  addEventListener('online', networkIsBack)
  addEventListener('offline', networkIsGone)
  return {
    ...engine,
    stop: () => {
      removeEventListener('online', networkIsBack)
      removeEventListener('offline', networkIsGone)
      return engine.stop()
    },
  }
}

/** A screen on a wall has no engine: it reads single documents, with the same Yjs. Gives what ends it. */
export function openReading(ports: ReadPorts): () => void {
  return readDocument(ports)
}
