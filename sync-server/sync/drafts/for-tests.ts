/** Two people of the sample who draw one floor. */
import { must } from '../../../domain/values/assert.ts'
import { openTestEditing, type TestDoor, type TestEditing, type TestPeer } from '../for-tests.ts'

/** The draft that they draw in. */
export const drawn = 'plan/sit_harbour-loft/flr_loft/draft'

/** The front desk of the sample may not draw: Jonas is a manager from now on. */
export async function letJonasDraw({ space }: TestDoor): Promise<void> {
  await space.storage.transaction((tx) =>
    tx.updateTable('member').set({ role: 'manager' }).where('id', '=', 'mem_jonas').execute(),
  )
}

export interface AtWork {
  readonly peer: TestPeer
  readonly editing: TestEditing
}

export async function openDraft(door: TestDoor, member: string, of = drawn): Promise<AtWork> {
  const peer = await door.open(await door.signIn(member))
  return { peer, editing: await openTestEditing(peer, of) }
}

/** Mara and Jonas, in that order, each told how far the draft is kept. */
export async function openBoth(door: TestDoor) {
  const both = await Promise.all(['mem_mara', 'mem_jonas'].map((member) => openDraft(door, member)))
  await Promise.all(both.map(({ editing }) => editing.received()))
  const [mara, jonas] = both.map(({ editing }) => editing)
  return {
    peers: both.map(({ peer }) => peer),
    mara: must(mara, 'both were opened'),
    jonas: must(jonas, 'both were opened'),
  }
}
