/** What a member has and had by the month, in their own document. */
import { addonSections } from '../../domain/billing/addons/addon-sections.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { addonsOfMembers } from '../storage/load-addons.ts'
import type { Tx } from '../storage/storage.ts'

async function projectAddons(tx: Tx, names: readonly Named<'member'>[]) {
  const memberIds = names.map(({ memberId }) => memberId)
  const addons = await addonsOfMembers(tx, memberIds)
  return memberIds.map((id) => addonSections(addons.filter(({ memberId }) => memberId === id)))
}

/** No booking and no outcome is one. */
export const addonProjection: Projection = {
  document: 'member',
  project: projectAddons,
  entriesOf: () => [],
}
