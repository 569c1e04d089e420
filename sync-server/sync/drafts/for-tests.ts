/** Two people of the sample who draw one floor. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { addObject } from '../../../floorplans/document/draft/draft-document.ts'
import { deskOf } from '../../../floorplans/document/draft/for-tests.ts'
import type { MakeDatabase } from '../../storage/for-tests.ts'
import {
  openTestDoor,
  openTestEditing,
  type TestDoor,
  type TestEditing,
  type TestPeer,
  testSample,
} from '../for-tests.ts'

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

export interface Drawing {
  readonly door: TestDoor
  readonly peers: readonly TestPeer[]
  readonly mara: TestEditing
  readonly jonas: TestEditing
  /** A new desk in somebody's copy; gives the id of its object. */
  addDesk(editing: TestEditing, more?: object): string
  /** How many desks were added so far: the last is called `new-<number>`. */
  readonly desks: number
}

/** One door for a suite, at which Mara and Jonas open the draft anew for each test. */
export function drawTogether(makeDatabase: MakeDatabase): Drawing {
  const opened = new AsyncDisposableStack()
  let door: TestDoor | undefined
  let both: Awaited<ReturnType<typeof openBoth>> | undefined
  let desks = 0
  beforeAll(async () => {
    const database = opened.adopt(await makeDatabase(testSample), (one) => one.remove())
    door = opened.adopt(await openTestDoor(await database.open()), (one) => one.close())
    await letJonasDraw(door)
  })
  afterAll(() => opened.disposeAsync())
  beforeEach(async () => {
    both = await openBoth(must(door, 'it is opened first'))
  })
  afterEach(() => {
    for (const peer of both?.peers ?? []) peer.socket.terminate()
  })
  const now = () => must(both, 'a test runs')
  return {
    get door() {
      return must(door, 'a test runs')
    },
    get peers() {
      return now().peers
    },
    get mara() {
      return now().mara
    },
    get jonas() {
      return now().jonas
    },
    get desks() {
      return desks
    },
    addDesk: (editing, more = {}) => {
      desks += 1
      const id = `obj_new-${desks}`
      addObject(editing.doc, id, { ...deskOf(`new-${desks}`, 500, 500), ...more }, 'test')
      return id
    },
  }
}
