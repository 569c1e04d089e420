/**
 * One tab syncs, the others watch: the holder of a Web Lock runs the engine, and the next tab takes its turn when it goes. A tab in
 * sight asks whether the holder is there; one that is frozen does not answer, one that was hidden for long runs slowly, and both lose
 * the lock to it. Tabs tell the holder of new wishes; if nobody listens, the wish is safe in its row and goes out later.
 */
import { readIdentity } from '../store/identity.ts'
import { tellTabsToLeave } from '../store/leaving.ts'
import type { SyncEngine } from './sync-engine.ts'

/** What a screen tells the tab that syncs. */
export type SyncNote =
  | { readonly kind: 'intents' }
  | { readonly kind: 'follow'; readonly name: string }
  | { readonly kind: 'nudge' }

type Note =
  | SyncNote
  | { readonly kind: 'who' }
  | { readonly kind: 'here'; readonly hiddenMs: number }

interface Turn {
  engine: SyncEngine | null
  readonly over: AbortController
  release(): void
}

/** A holder that is alive answers at once; this leaves room for a busy moment. */
const ANSWERED_WITHIN_MS = 3_000
/** Browsers slow the timers of a page hidden for minutes. */
const HIDDEN_MS_MAX = 60_000
/** Between two turns of one tab, so that tabs cannot snatch the lock from each other all the time. */
const PAUSE_MS = 1_000

/** Documents that screens asked for and that are remembered; more than are followed at once. */
const ASKED_MAX = 20

const channel = new BroadcastChannel('portal.sync')
let isWanted = false
/** Set while this tab holds the lock. */
let turn: Turn | null = null
let queueing = new AbortController()
let isStealing = false
let unanswered: ReturnType<typeof setTimeout> | null = null
let hiddenAt: number | null = null
/** What this tab's screens asked for, the latest last: an engine that opens here later has not heard of it. */
let asked: readonly string[] = []

/** Starts when this tab gets its turn. Yjs is loaded only then, after the first paint. */
export function startSync(): void {
  if (isWanted || readIdentity() === null) return
  isWanted = true
  channel.onmessage = (event: MessageEvent<Note>) => take(event.data)
  document.addEventListener('visibilitychange', sightChanged)
  sightChanged()
  void takeTurns()
}

/** Asked for from here: what the engine itself names it would have to load first. */
const files = () => import('./keep-files.ts')

/** Resolves when this tab does not touch the store any more. */
export async function stopSync(): Promise<void> {
  isWanted = false
  queueing.abort()
  await endTurn(turn)
}

/** Tells the tab that syncs, which may be this one. */
export function tellSync(note: SyncNote): void {
  if (note.kind === 'follow') {
    asked = [...asked.filter((name) => name !== note.name), note.name].slice(-ASKED_MAX)
  }
  take(note)
  channel.postMessage(note)
  askHolder()
}

async function takeTurns(): Promise<void> {
  while (isWanted) {
    const identity = readIdentity()
    // Gone while this tab was not looking: the space, or another tab, has cleared this device.
    if (identity === null) return tellTabsToLeave()
    queueing = new AbortController()
    const options = isStealing ? { steal: true } : { signal: queueing.signal }
    isStealing = false
    const lock = `portal.sync.${identity.memberId}`
    // Rejects when it was stolen, or is not wanted any more; both are looked at in the next round.
    await navigator.locks.request(lock, options, runTurn).catch(() => undefined)
    await endTurn(turn)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** Holds the lock until the turn ends. */
async function runTurn(): Promise<void> {
  let release: () => void = () => undefined
  const over = new Promise<void>((resolve) => {
    release = resolve
  })
  const own: Turn = { engine: null, over: new AbortController(), release }
  turn = own
  const { openEngine } = await import('./open-engine.ts')
  if (turn !== own) return // stolen meanwhile
  own.engine = openEngine(() => void endTurn(own), {
    keepSigned: async () => (await files()).keepSigned(own.over.signal),
    dropPictures: async (isNews) => (await files()).sweepPictures(isNews),
  })
  for (const name of asked) own.engine?.follow(name)
  if (own.engine !== null) await over
}

async function endTurn(ended: Turn | null): Promise<void> {
  if (turn === ended) turn = null
  ended?.over.abort()
  await ended?.engine?.stop()
  ended?.release()
}

function take(note: Note): void {
  switch (note.kind) {
    case 'intents':
      return turn?.engine?.intentsChanged()
    case 'follow':
      return turn?.engine?.follow(note.name)
    case 'nudge':
      return turn?.engine?.nudge()
    case 'who': {
      const hiddenMs = hiddenAt === null ? 0 : Date.now() - hiddenAt
      if (turn !== null) channel.postMessage({ kind: 'here', hiddenMs })
      return
    }
    case 'here':
      return answered(note.hiddenMs)
  }
}

function sightChanged(): void {
  hiddenAt = document.visibilityState === 'visible' ? null : (hiddenAt ?? Date.now())
  turn?.engine?.nudge()
  askHolder()
}

/** Only a tab in sight takes over: it is the one that somebody waits at. */
function askHolder(): void {
  if (!isWanted || turn !== null || hiddenAt !== null || unanswered !== null) return
  unanswered = setTimeout(() => answered(Number.POSITIVE_INFINITY), ANSWERED_WITHIN_MS)
  channel.postMessage({ kind: 'who' })
}

function answered(hiddenMs: number): void {
  if (unanswered === null) return
  clearTimeout(unanswered)
  unanswered = null
  if (turn !== null || !isWanted || hiddenMs <= HIDDEN_MS_MAX) return
  isStealing = true
  queueing.abort()
}
