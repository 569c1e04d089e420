/**
 * The draft of a floor's plan as it is opened in a browser. Beside the copy is remembered what this person did and the space has not
 * confirmed; their tabs tell each other of it, so that none of them takes the other's hand for a stranger's.
 */
import type { FloorId, MemberId, SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import {
  type Drafting,
  makeDrafting,
  type Touch,
} from '../../floorplans/document/draft/drafting.ts'
import { readIdentity } from '../store/identity.ts'
import { pageWire, type Wire } from './page-wire.ts'
import { fromTab, type OtherMemo } from './shared-copy.ts'
import { openSharedDocument, type SharedDocument, type SharedPorts } from './shared-document.ts'

export interface DraftPorts extends Pick<SharedPorts, 'onStanding' | 'onPresence'> {
  /** The hands of this person on it; again where it had to be started over, with what could not be joined. */
  onDrafting(drafting: Drafting, setAside: readonly Touch[]): void
}

/** Null when nobody is signed in. */
export async function openPlanDraft(
  { siteId, floorId, by }: { siteId: SiteId; floorId: FloorId; by: MemberId },
  ports: DraftPorts,
  wire: Wire = pageWire,
): Promise<SharedDocument | null> {
  const identity = readIdentity()
  if (identity === null) return null
  let drafting: Drafting | null = null

  function remember(other: OtherMemo | null): unknown {
    if (other?.stands === 'newer') return other.memo
    if (other?.stands === 'joined') drafting?.adopt(touchesOf(other.memo))
    return drafting?.unconfirmed() ?? []
  }

  return openSharedDocument({
    ...wire,
    name: `plan/${siteId}/${floorId}/draft`,
    bytesMax: limits.planDraftBytesMax,
    identity,
    app: __APP_VERSION__,
    random: Math.random,
    memo: remember,
    onDocument: (doc, memo) => {
      const setAside = drafting?.unconfirmed() ?? []
      drafting = makeDrafting(doc, by, touchesOf(memo), fromTab)
      ports.onDrafting(drafting, setAside)
    },
    onStanding: (standing) => {
      if (standing.isConfirmed && standing.at !== null) drafting?.confirm()
      ports.onStanding(standing)
    },
    onPresence: ports.onPresence,
  })
}

function touchesOf(memo: unknown): readonly Touch[] {
  return Array.isArray(memo) ? memo : [] // written by us alone
}
