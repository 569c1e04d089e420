/**
 * A person's hands on the draft of a floor, on its copy on this device. Beside the copy is remembered what they did and the space has not
 * confirmed; tabs in which one person draws tell each other of it, so that none of them takes the other's hand for a stranger's.
 */
import type { FloorId, MemberId, SiteId } from '../../../domain/values/ids.ts'
import {
  type Drafting,
  makeDrafting,
  type Touch,
  type UnconfirmedTouch,
} from '../../../floorplans/document/draft/drafting.ts'
import { openPlanDraft } from '../../sync/open-plan-draft.ts'
import type { Wire } from '../../sync/page-wire.ts'
import { fromTab, type OtherMemo } from '../../sync/shared-copy.ts'
import type { SharedDocument, SharedPorts } from '../../sync/shared-document.ts'

export interface DraftingPorts extends Pick<SharedPorts, 'onStanding' | 'onPresence'> {
  /** Again where the draft began anew, once it is there: what was done meanwhile goes on in it, and can be undone. */
  onDrafting(drafting: Drafting): void
  /** What could not be joined with what is there now. */
  onSetAside(touches: readonly Touch[]): void
}

/** What is remembered beside the copy: what the space has not confirmed, and what waits for a copy it can go on in. */
interface Memo {
  readonly touches: readonly UnconfirmedTouch[]
  readonly waiting: readonly UnconfirmedTouch[]
}

/** Null when nobody is signed in. */
export function openDrafting(
  siteId: SiteId,
  floorId: FloorId,
  by: MemberId,
  ports: DraftingPorts,
  wire?: Wire,
): Promise<SharedDocument | null> {
  let drafting: Drafting | null = null
  /** What is to go on once the new copy is there; null while there is none to wait for. */
  let waiting: (() => readonly UnconfirmedTouch[]) | null = null

  function remember(other: OtherMemo | null): unknown {
    if (other?.stands === 'newer') return other.memo
    if (other?.stands === 'joined') drafting?.adopt(memoOf(other.memo).touches)
    const memo: Memo =
      waiting === null
        ? { touches: drafting?.unconfirmed() ?? [], waiting: [] }
        : { touches: [], waiting: waiting() }
    return memo
  }

  function open(doc: Parameters<typeof makeDrafting>[0], memo: Memo, isRefused: boolean): void {
    const former = drafting
    const next = makeDrafting(doc, by, memo.touches, fromTab, former?.steps)
    const left = () => [...memo.waiting, ...(former?.unconfirmed() ?? [])]
    // Nobody can draw on nothing: until the new copy is there, one draws on the former.
    if (former === null || isRefused) take(next)
    waiting = isRefused ? null : left
    if (isRefused) return ports.onSetAside(left())
    onceThere(next, () => {
      const touches = left()
      waiting = null
      if (drafting !== next) take(next)
      const aside = next.goOn(touches)
      if (aside.length > 0) ports.onSetAside(aside)
    })
  }

  function take(next: Drafting): void {
    drafting = next
    ports.onDrafting(next)
  }

  const shared: Parameters<typeof openPlanDraft>[2] = {
    memo: remember,
    onDocument: (doc, memo, why) => open(doc, memoOf(memo), why === 'refused'),
    onStanding: (standing) => {
      if (standing.isConfirmed && standing.at !== null && waiting === null) drafting?.confirm()
      ports.onStanding(standing)
    },
    onPresence: ports.onPresence,
  }
  return openPlanDraft(siteId, floorId, shared, wire)
}

function onceThere(drafting: Drafting, work: () => void): void {
  const look = () => {
    if (drafting.read() === null) return
    stop()
    work()
  }
  const stop = drafting.onChange(look)
  look()
}

/** Written by us alone, by an earlier version as a list. */
function memoOf(memo: unknown): Memo {
  if (Array.isArray(memo)) return { touches: memo.map(withBefore), waiting: [] }
  return (memo as Memo | null) ?? { touches: [], waiting: [] }
}

function withBefore(touch: Touch): UnconfirmedTouch {
  return { before: null, ...touch }
}
