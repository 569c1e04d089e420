/** The draft of a floor's plan as it is opened in a browser: its ports are the page's. Null when nobody is signed in. */
import type { FloorId, SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { readIdentity } from '../store/identity.ts'
import { pageWire, type Wire } from './page-wire.ts'
import { openSharedDocument, type SharedDocument, type SharedPorts } from './shared-document.ts'

export async function openPlanDraft(
  siteId: SiteId,
  floorId: FloorId,
  ports: Pick<SharedPorts, 'onDocument' | 'memo' | 'onStanding' | 'onPresence'>,
  wire: Wire = pageWire,
): Promise<SharedDocument | null> {
  const identity = readIdentity()
  if (identity === null) return null
  return openSharedDocument({
    ...ports,
    ...wire,
    name: `plan/${siteId}/${floorId}/draft`,
    bytesMax: limits.planDraftBytesMax,
    identity,
    app: __APP_VERSION__,
    random: Math.random,
  })
}
