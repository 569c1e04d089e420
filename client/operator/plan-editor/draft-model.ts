/**
 * The draft of one floor, as the screen reads it: what is drawn, who is here, whether it is saved, and what somebody else's hand undid. All
 * writing goes through `change`, one step of undo each.
 */
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { FloorId, MemberId, SiteId } from '../../../domain/values/ids.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import type { Drafting, Hands, Touch } from '../../../floorplans/document/draft/drafting.ts'
import { type Fullness, fullnessOf, hasRoomFor } from '../../../floorplans/editor/fullness.ts'
import type { SharedDocument, Standing } from '../../sync/shared-document.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { openDrafting } from './open-drafting.ts'
import { type PersonHere, readPeople } from './people-here.ts'

export interface DraftModel {
  /** Null while there is no copy on this device. */
  readonly draft: Accessor<Draft | null>
  readonly standing: Accessor<Standing>
  readonly people: Accessor<readonly PersonHere[]>
  /** What this person had set and somebody else set otherwise, newest first. */
  readonly lost: Accessor<readonly Touch[]>
  /** What could not be joined with the space's copy. */
  readonly setAside: Accessor<readonly Touch[]>
  readonly canUndo: Accessor<boolean>
  readonly canRedo: Accessor<boolean>
  /** How full the draft is. */
  readonly fullness: Accessor<Fullness>
  /** False where there is no room for it: nothing is done then, and it is said. */
  change(work: (hands: Hands) => void): boolean
  undo(): void
  redo(): void
  /** Puts back what was lost or set aside. */
  doAgain(touches: readonly Touch[]): void
  forget(touches: readonly Touch[]): void
  sayPresence(state: object): void
}

/** Things in a draft below which its bytes are not counted: they would have to be three kilobytes each. */
const LARGE_FROM = 300

function isLarge(draft: Draft | null): boolean {
  return draft !== null && draft.objects.size + draft.resources.size >= LARGE_FROM
}

/** Things told as lost at once; more than a person reads. */
const LOST_MAX = 50

export function createDraftModel(siteId: SiteId, floorId: FloorId, by: MemberId): DraftModel {
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const [standing, setStanding] = createSignal<Standing>({
    isOnline: false,
    isConfirmed: true,
    at: null,
    isForbidden: false,
  })
  const [people, setPeople] = createSignal<readonly PersonHere[]>([])
  const [lost, setLost] = createSignal<readonly Touch[]>([])
  const [setAside, setSetAside] = createSignal<readonly Touch[]>([])
  const [steps, setSteps] = createSignal({ canUndo: false, canRedo: false })
  let drafting: Drafting | null = null
  let shared: SharedDocument | null = null
  let presence: object | null = null
  let isClosed = false

  function take(next: Drafting): void {
    drafting = next
    next.onLost((touches) => setLost((all) => [...touches, ...all].slice(0, LOST_MAX)))
    next.onChange(show)
    show()
  }

  // Writing it down costs a few milliseconds where it is large; a small one is far from its cap.
  const bytesNow = () => (isLarge(draft()) ? (drafting?.bytes() ?? 0) : 0)
  const fullness = createMemo(() => {
    const now = draft()
    return now === null ? { drawn: 0, kept: 0, bytes: 0 } : fullnessOf(now, bytesNow())
  })

  function change(work: (hands: Hands) => void): boolean {
    const now = draft()
    if (now === null || drafting === null) return false
    const hasRoom = hasRoomFor(now, fullness().bytes, work)
    if (hasRoom) drafting.change(work)
    else showToast(words.drawing.fullness.full)
    return hasRoom
  }

  function show(): void {
    const shown = drafting
    setDraft(shown?.read() ?? null)
    setSteps({ canUndo: shown?.canUndo() ?? false, canRedo: shown?.canRedo() ?? false })
  }

  void openDrafting(siteId, floorId, by, {
    onDrafting: take,
    onSetAside: setSetAside,
    onStanding: setStanding,
    onPresence: (states) => setPeople(readPeople(states)),
  }).then((opened) => {
    shared = opened
    if (isClosed) return void opened?.close()
    opened?.sayPresence(presence)
  })
  onCleanup(() => {
    isClosed = true
    void shared?.close()
  })

  return {
    draft,
    standing,
    people,
    lost,
    setAside,
    canUndo: () => steps().canUndo,
    canRedo: () => steps().canRedo,
    fullness,
    change,
    undo: () => drafting?.undo(),
    redo: () => drafting?.redo(),
    doAgain: (touches) => {
      drafting?.doAgain(touches)
      forget(touches)
    },
    forget,
    sayPresence: (state) => {
      presence = state
      shared?.sayPresence(state)
    },
  }

  function forget(touches: readonly Touch[]): void {
    const left = (all: readonly Touch[]) => all.filter((touch) => !touches.includes(touch))
    setLost(left)
    setSetAside(left)
  }
}
