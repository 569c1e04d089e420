/** The one door of the community room: what it settles, shows and does later. */
import { isId } from '../../domain/values/ids.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { messageProjections } from './message-projections.ts'
import { perkProjections } from './perk-projections.ts'
import { communityProjections } from './projections.ts'
import { announcementKinds } from './settle-announcements.ts'
import { noteAtDoor } from './settle-door.ts'
import { eventKinds } from './settle-events.ts'
import { messageKinds } from './settle-messages.ts'
import { perkKinds } from './settle-perks.ts'
import { reportKinds } from './settle-reports.ts'

export function registerCommunity() {
  return {
    kinds: [
      ...eventKinds,
      noteAtDoor,
      ...announcementKinds,
      ...perkKinds,
      ...messageKinds,
      ...reportKinds,
    ],
    projections: [...communityProjections, ...perkProjections, ...messageProjections],
    jobs: (settlement: Settlement): ReadonlyMap<string, JobHandler> =>
      new Map([['profile.publish', (body: unknown) => publish(settlement, body)]]),
  }
}

/** Somebody wrote in their profile: the directories follow. */
async function publish(settlement: Settlement, body: unknown): Promise<void> {
  const { memberId } = body as { readonly memberId: unknown } // written beside the profile
  if (isId('member', memberId)) await settlement.act(async () => [{ kind: 'profile', memberId }])
}
