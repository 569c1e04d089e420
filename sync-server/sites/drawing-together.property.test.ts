import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { parseDown } from '../../domain/wire/parse-down.ts'
import type { Draft, DraftObject } from '../../floorplans/document/draft/draft.ts'
import {
  addObject,
  readDraft,
  removeObject,
  setProperties,
} from '../../floorplans/document/draft/draft-document.ts'
import { planOfDraft } from '../../floorplans/document/draft/plan-of-draft.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { loadPlan } from '../storage/load-plans.ts'
import { readDraftAt } from '../sync/drafts/plan-draft.ts'
import {
  channelSocket,
  openTestDoor,
  poll,
  type TestDoor,
  type TestPeer,
  testSample,
} from '../sync/for-tests.ts'
import type { SignIn } from '../sync/session.ts'

const siteId = toId('site', 'sit_harbour-loft')
const floorId = toId('floor', 'flr_loft')
const name = { kind: 'plan-draft', siteId, floorId } as const
const mara = toId('member', 'mem_mara')

let database: TestDatabase
let door: TestDoor
beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
})
afterAll(async () => {
  await door.close()
  await database.remove()
})

/** An editor that notes what it holds at each row at which nothing of its own is unsent. */
class Editor {
  readonly doc = new Y.Doc()
  readonly held = new Map<number, Draft>()
  epoch = ''
  readonly #signIn: SignIn
  #peer: TestPeer | null = null
  #provider: WebsocketProvider | null = null
  #unsent = 0
  /** The next `received` is about what was just sent here, not about something of its own. */
  #isTold = false

  constructor(signIn: SignIn) {
    this.#signIn = signIn
    this.doc.on('update', (_update, origin) => {
      if (this.#provider !== null && origin !== this.#provider) this.#unsent += 1
    })
  }

  get isSettled(): boolean {
    return this.#peer === null || (this.#unsent === 0 && this.held.size > 0)
  }

  async connect(): Promise<void> {
    if (this.#peer !== null) return
    const peer = await door.open(this.#signIn)
    peer.say({ type: 'edit', channel: 1, document: `plan/${siteId}/${floorId}/draft`, epoch: null })
    this.epoch = (await peer.hear('editing')).epoch
    this.#unsent = 1 // the answer to the first question of the server
    this.#peer = peer
    this.#provider = new WebsocketProvider('ws://channel', 'draft', this.doc, {
      WebSocketPolyfill: channelSocket(peer, 1),
      disableBc: true,
    })
    this.doc.on('afterTransaction', ({ origin }: Y.Transaction) => {
      if (origin === this.#provider) this.#isTold = true
    })
    peer.socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (!isBinary) this.#hear(String(data))
    })
  }

  #hear(text: string): void {
    const down = parseDown(text)
    if (down?.type !== 'received') return
    if (this.#isTold) this.#isTold = false
    else this.#unsent -= 1
    const draft = readDraft(this.doc)
    if (this.#unsent === 0 && draft !== null) this.held.set(down.seq, draft)
  }

  disconnect(): void {
    this.#provider?.destroy()
    this.#peer?.socket.terminate()
    this.#provider = null
    this.#peer = null
    this.#isTold = false
  }
}

type Step =
  | { readonly kind: 'add' | 'move' | 'remove' | 'restore'; readonly x: number }
  | { readonly kind: 'leave' | 'come' | 'wait' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add' as const, 'move' as const, 'remove' as const, 'restore' as const),
    x: fc.nat(800),
  }),
  fc.record({ kind: fc.constantFrom('leave' as const, 'come' as const, 'wait' as const) }),
)

let made = 0
function draw({ doc }: Editor, { kind, x }: Extract<Step, { x: number }>): void {
  const mine = [...doc.getMap('objects').keys()].filter((id) => id.startsWith('obj_drawn-'))
  const id = mine[x % Math.max(1, mine.length)]
  made += 1
  const label: DraftObject = {
    ...{ kind: 'label', order: 1e6 + made, isLocked: false, goneBy: null },
    ...{ at: { x, y: 0 }, rotation: 0, text: `No. ${made}`, textSize: 'small' },
  }
  if (kind === 'add' || id === undefined) addObject(doc, `obj_drawn-${made}`, label, null)
  else if (kind === 'move') setProperties(doc, id, { at: { x, y: made % 900 } }, null)
  else if (kind === 'remove') removeObject(doc, id, mara, null)
  else setProperties(doc, id, { goneBy: null }, null)
}

test('[SYNC-71] [SETTINGS-08] [D-69] whoever draws what, and comes and goes: each row is what its editor saw, and that is published', async () => {
  const signIns = await Promise.all([mara, mara, mara].map((one) => door.signIn(one)))
  let basedOn = 1
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), step), { minLength: 10, maxLength: 40 }),
      fc.nat(),
      async (steps, pick) => {
        await door.pass(5_000)
        const editors = signIns.map((signIn) => new Editor(signIn))
        for (const editor of editors) await editor.connect()
        for (const [who, one] of steps) {
          const editor = must(editors[who], 'one of three')
          if ('x' in one) draw(editor, one)
          else if (one.kind === 'leave') editor.disconnect()
          else if (one.kind === 'come') await editor.connect()
          else await expect.poll(() => editor.isSettled, poll).toBe(true)
        }
        for (const editor of editors) await editor.connect()
        await expect.poll(() => editors.every(({ isSettled }) => isSettled), poll).toBe(true)
        const last = Math.max(...editors.flatMap(({ held }) => [...held.keys()]))
        await expect.poll(() => editors.every(({ held }) => held.has(last)), poll).toBe(true)

        const { read } = door.space.storage
        const { epoch } = must(editors[0], 'one of three')
        for (const { held } of editors) {
          for (const [n, draft] of held)
            expect(await readDraftAt(read, name, epoch, n)).toEqual(draft)
        }
        const seen = editors.flatMap(({ held }) => [...held])
        const [n, draft] = must(seen[pick % seen.length], 'each saw something')
        const body = { siteId, floorId, epoch, n, basedOn, resolutions: {} }
        const wish = intentOf(door.space.now, 'plan.publish', body)
        await door.space.send(mara, wish)
        expect((await door.space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
        basedOn += 1
        expect(await loadPlan(read, floorId, basedOn)).toEqual(planOfDraft(draft, floorId, basedOn))
        for (const editor of editors) editor.disconnect()
        await expect.poll(() => door.server.count(), poll).toBe(0)
      },
    ),
    { numRuns: 12 },
  )
})
