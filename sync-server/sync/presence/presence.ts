/**
 * Who else has a draft open: cursors, selections, what is being dragged. It travels as y-protocols' awareness, is kept nowhere, and is
 * only about those who are here, or at another server over the same database. Each state is under a client id of its own socket, and
 * says who it is from in the server's words.
 *
 * What an editor says too often, too long or about others is left out, not punished: a standard client repeats what it hears.
 */
import type { MemberId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { makeRateLimit } from '../rate-limit.ts'
import { type PresenceState, parseState, readStates, writeStates } from './states.ts'

export interface Person {
  readonly memberId: MemberId
  readonly name: string
}

export interface PresenceRoom {
  /** Until `leave`, the editor hears what others say. */
  enter(editor: PresentEditor): Present
  /** What is said by those who are here, not at other servers. */
  own(): readonly PresenceState[]
  /** Another server tells what its editors say; `at` is the time here, epoch ms. */
  hear(serverId: string, said: readonly PresenceState[], at: number): void
  /** Who is at other servers and was not heard of since is gone. */
  forget(before: number): void
  isEmpty(): boolean
}

export interface PresentEditor {
  hear(update: Uint8Array): void
  /** Who it is; asked when it first says something. */
  person(): Promise<Person>
  /** True when this client id is, or now becomes, this editor's. */
  claims(clientId: number): Promise<boolean>
  now(): number
}

export interface Present {
  /** False when it cannot be read. */
  say(update: Uint8Array): Promise<boolean>
  /** Everybody else who is present, wherever; null when nobody is. */
  others(): Uint8Array | null
  leave(): void
}

type Speaker =
  | { readonly kind: 'editor'; readonly editor: PresentEditor }
  | { readonly kind: 'server'; readonly serverId: string; readonly heardAt: number }

interface Said {
  readonly by: Speaker
  readonly state: PresenceState
}

/** A browser tab has one client id, and takes a new one where it starts over. */
const CLIENT_IDS_MAX = 4
/** States from other servers that are shown in one document, each up to a kilobyte in the memory of every editor; more are left out. */
const ELSEWHERE_MAX = 200

/** `tellElsewhere` hears what those say who are here. */
export function makePresenceRoom(
  tellElsewhere: (said: readonly PresenceState[]) => void,
): PresenceRoom {
  const states = new Map<number, Said>()
  const editors = new Set<PresentEditor>()

  function tell(from: PresentEditor | null, said: readonly PresenceState[]): void {
    if (said.length === 0) return
    const update = writeStates(said)
    for (const editor of editors) if (editor !== from) editor.hear(update)
    if (from !== null) tellElsewhere(said)
  }

  function enter(editor: PresentEditor): Present {
    const rate = makeRateLimit(editor.now, {
      framesPerSecond: limits.presencePerSecondMax,
      bytesPerSecond: limits.presencePerSecondMax * limits.presenceBytesMax,
      burstSeconds: 1,
    })
    const own = new Set<number>()
    let person: Person | null = null
    let isHere = true
    editors.add(editor)

    async function isOwn(clientId: number): Promise<boolean> {
      if (own.has(clientId)) return true
      const isTaken = states.get(clientId)?.by.kind === 'editor'
      if (isTaken || own.size >= CLIENT_IDS_MAX) return false
      const isClaimed = await editor.claims(clientId)
      if (isClaimed && isHere) own.add(clientId)
      return isClaimed && isHere
    }

    async function say(update: Uint8Array): Promise<boolean> {
      if (update.byteLength > limits.presenceBytesMax || !rate.take(update.byteLength)) return true
      const said = readStates(update)
      if (said === null) return false
      const news: PresenceState[] = []
      for (const state of said) {
        const text = await textOf(state)
        const known = states.get(state.clientId)
        if (text === null || (known !== undefined && known.state.clock > state.clock)) continue
        news.push({ ...state, text })
      }
      for (const state of news) {
        if (state.text === 'null') states.delete(state.clientId)
        else states.set(state.clientId, { by: { kind: 'editor', editor }, state })
      }
      tell(editor, news)
      return true
    }

    /** What others are told of it; null when they are told nothing. */
    async function textOf({ clientId, text }: PresenceState): Promise<string | null> {
      const state = parseState(text)
      if (state === undefined || !(await isOwn(clientId))) return null
      if (state === null) return 'null'
      person ??= await editor.person()
      return isHere ? JSON.stringify({ ...state, user: person }) : null
    }

    return {
      say,
      others: () => {
        const here = [...states.values()].filter((said) => !isBy(said, editor))
        return here.length === 0 ? null : writeStates(here.map(({ state }) => state))
      },
      leave: () => {
        isHere = false
        editors.delete(editor)
        tell(
          editor,
          drop(states, (said) => isBy(said, editor)),
        )
      },
    }
  }

  return {
    enter,
    own: () =>
      [...states.values()].flatMap(({ by, state }) => (by.kind === 'editor' ? [state] : [])),
    hear: (serverId, said, at) => {
      const news = said.filter((state) => takeFrom(states, { serverId, heardAt: at }, state))
      tell(null, news)
    },
    forget: (before) =>
      tell(
        null,
        drop(states, ({ by }) => by.kind === 'server' && by.heardAt < before),
      ),
    isEmpty: () => editors.size === 0,
  }
}

function isBy({ by }: Said, editor: PresentEditor): boolean {
  return by.kind === 'editor' && by.editor === editor
}

/** Takes what another server says of one client; true when it is new here. */
function takeFrom(
  states: Map<number, Said>,
  from: { readonly serverId: string; readonly heardAt: number },
  state: PresenceState,
): boolean {
  const known = states.get(state.clientId)
  // Who came here from there is gone for that server alone.
  if (known?.by.kind === 'editor' || (known?.state.clock ?? 0) > state.clock) return false
  if (state.text === 'null') {
    return known?.by.serverId === from.serverId && states.delete(state.clientId)
  }
  if (known === undefined && elsewhere(states) >= ELSEWHERE_MAX) return false
  states.set(state.clientId, { by: { kind: 'server', ...from }, state })
  return known?.state.clock !== state.clock || known.state.text !== state.text
}

function elsewhere(states: ReadonlyMap<number, Said>): number {
  return [...states.values()].filter(({ by }) => by.kind === 'server').length
}

/** Takes them out, and says that they are gone. */
function drop(
  states: Map<number, Said>,
  isGone: (said: Said) => boolean,
): readonly PresenceState[] {
  const gone = [...states.values()].filter(isGone)
  for (const { state } of gone) states.delete(state.clientId)
  return gone.map(({ state }) => ({ ...state, text: 'null' }))
}
