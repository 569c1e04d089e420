/**
 * Who else has a draft open: cursors, selections, what is being dragged. It travels as y-protocols' awareness, is kept nowhere, and is
 * only about those who are here. Each state is under a client id of its own socket, and says who it is from in the server's words.
 *
 * What an editor says too often, too long or about others is left out, not punished: a standard client repeats what it hears.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { MemberId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { hasSafeKeys, isJson, isPlainObject } from './plain-json.ts'
import { makeRateLimit } from './rate-limit.ts'

export interface Person {
  readonly memberId: MemberId
  readonly name: string
}

export interface PresenceRoom {
  /** Until `leave`, the editor hears what others say. */
  enter(editor: PresentEditor): Present
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
  /** Everybody who is here; null when nobody is. */
  others(): Uint8Array | null
  leave(): void
}

interface State {
  readonly clientId: number
  readonly clock: number
  /** JSON; `null` says that this client is gone. */
  readonly text: string
}

/** A browser tab has one client id, and takes a new one where it starts over. */
const CLIENT_IDS_MAX = 4
const DEPTH_MAX = 6

export function makePresenceRoom(): PresenceRoom {
  const states = new Map<number, { readonly of: PresentEditor; readonly state: State }>()
  const editors = new Set<PresentEditor>()

  function tell(from: PresentEditor, said: readonly State[]): void {
    if (said.length === 0) return
    const update = writeStates(said)
    for (const editor of editors) if (editor !== from) editor.hear(update)
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
      if (states.has(clientId) || own.size >= CLIENT_IDS_MAX) return false
      const isClaimed = await editor.claims(clientId)
      if (isClaimed && isHere) own.add(clientId)
      return isClaimed && isHere
    }

    async function say(update: Uint8Array): Promise<boolean> {
      if (update.byteLength > limits.presenceBytesMax || !rate.take(update.byteLength)) return true
      const said = readStates(update)
      if (said === null) return false
      const news: State[] = []
      for (const state of said) {
        const text = await textOf(state)
        const known = states.get(state.clientId)
        if (text === null || (known !== undefined && known.state.clock > state.clock)) continue
        news.push({ ...state, text })
      }
      for (const state of news) {
        if (state.text === 'null') states.delete(state.clientId)
        else states.set(state.clientId, { of: editor, state })
      }
      tell(editor, news)
      return true
    }

    /** What others are told of it; null when they are told nothing. */
    async function textOf({ clientId, text }: State): Promise<string | null> {
      const state = parseState(text)
      if (state === undefined || !(await isOwn(clientId))) return null
      if (state === null) return 'null'
      person ??= await editor.person()
      return isHere ? JSON.stringify({ ...state, user: person }) : null
    }

    return {
      say,
      others: () => {
        const here = [...states.values()].filter(({ of }) => of !== editor)
        return here.length === 0 ? null : writeStates(here.map(({ state }) => state))
      },
      leave: () => {
        isHere = false
        editors.delete(editor)
        const gone = [...states.values()].filter(({ of }) => of === editor)
        for (const { state } of gone) states.delete(state.clientId)
        tell(
          editor,
          gone.map(({ state }) => ({ ...state, text: 'null' })),
        )
      },
    }
  }

  return { enter }
}

/** Null for a client that is gone, undefined for what is no state. */
function parseState(text: string): object | null | undefined {
  try {
    const state: unknown = JSON.parse(text)
    if (state === null) return null
    const isState = isPlainObject(state) && isJson(state, DEPTH_MAX) && hasSafeKeys(state)
    return isState ? state : undefined
  } catch {
    return undefined
  }
}

/** An update of y-protocols' awareness; null when it ends too soon. */
function readStates(update: Uint8Array): readonly State[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const states: State[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      states.push({ clientId, clock, text: decoding.readVarString(decoder) })
    }
    return states
  } catch {
    return null
  }
}

function writeStates(states: readonly State[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const { clientId, clock, text } of states) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, text)
  }
  return encoding.toUint8Array(encoder)
}
