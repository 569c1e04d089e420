/**
 * A person's hands on the draft of a floor, on its copy on this device. Beside the copy is remembered what they did and the space has not
 * confirmed; tabs in which one person draws tell each other of it, so that none of them takes the other's hand for a stranger's.
 */
import type { FloorId, MemberId, SiteId } from '../../../domain/values/ids.ts'
import {
  type Drafting,
  makeDrafting,
  type Touch,
} from '../../../floorplans/document/draft/drafting.ts'
import { openPlanDraft } from '../../sync/open-plan-draft.ts'
import type { Wire } from '../../sync/page-wire.ts'
import { fromTab, type OtherMemo } from '../../sync/shared-copy.ts'
import type { SharedDocument, SharedPorts } from '../../sync/shared-document.ts'

export interface DraftingPorts extends Pick<SharedPorts, 'onStanding' | 'onPresence'> {
  /** Again where the draft had to be started over, with what could not be joined. */
  onDrafting(drafting: Drafting, setAside: readonly Touch[]): void
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

  function remember(other: OtherMemo | null): unknown {
    if (other?.stands === 'newer') return other.memo
    if (other?.stands === 'joined') drafting?.adopt(touchesOf(other.memo))
    return drafting?.unconfirmed() ?? []
  }

  const shared: Parameters<typeof openPlanDraft>[2] = {
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
  }
  return openPlanDraft(siteId, floorId, shared, wire)
}

function touchesOf(memo: unknown): readonly Touch[] {
  return Array.isArray(memo) ? memo : [] // written by us alone
}
