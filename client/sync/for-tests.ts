/** Ada's device and what a space says to it, for tests. */
import 'fake-indexeddb/auto'
import type { AnyIntent, Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Json } from '../../domain/values/sections.ts'
import { database, durableDatabase, type PortalDatabase } from '../store/database.ts'
import { type DeviceIdentity, writeIdentity } from '../store/identity.ts'
import type { FetchPlan } from './plan-prefetch.ts'
import type { Space, Writing } from './space/for-tests.ts'
import { type SyncEngine, startSyncEngine } from './sync-engine.ts'

/** What the member's document says once a wish is booked. */
export function booked(wish: AnyIntent): Writing {
  const { choice, people, note, quote, siteId } = (wish as Intent<'booking.request'>).body
  const id = `bkg_${wish.id.slice(4)}`
  const settledAt = Date.now()
  const zone = { zone: 'Europe/Berlin', startOffsetMinutes: 60, endOffsetMinutes: 60, tzdata: '' }
  const booking = {
    ...{ id, intentId: wish.id, siteId, memberId: 'mem_ada', resourceId: choice.resourceId },
    ...{ unit: 1, interval: { ...choice.interval }, people, note, price: { ...quote }, settledAt },
    ...{
      checkIn: null,
      series: null,
      moves: null,
      dayPrice: null,
      state: 'confirmed',
      wall: { ...choice.wall, ...zone },
    },
  }
  return {
    bookings: { [id]: toJson(booking) },
    outcomes: {
      [wish.id]: toJson({
        ...{ intentId: wish.id, kind: wish.kind, device: wish.device, seq: wish.seq, settledAt },
        ...{ wish: choice, siteId, people },
        outcome: { kind: 'confirmed', bookingId: id, choice: 0, price: quote },
      }),
    },
  }
}

export function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json // parsing what was just printed gives JSON
}

export interface Device {
  readonly identity: DeviceIdentity
  readonly member: string
  readonly db: PortalDatabase
  readonly durable: PortalDatabase
  /** What the engine said to the tab around it. */
  readonly said: string[]
  /** Times that pictures were looked at, and whether there was news of them. */
  readonly looks: boolean[]
  start(): SyncEngine
}

let devices = 0

/** Ada on a device with a database of its own, signed in. `start` opens the app on it, once more each time. */
export function makeDevice(space: Space, fetchPlan: FetchPlan = async () => null): Device {
  devices += 1
  const identity = { memberId: `mem_ada-${devices}`, deviceId: `dev_phone-${devices}` }
  writeIdentity(identity)
  const [db, durable] = [database(), durableDatabase()]
  const [said, looks]: [string[], boolean[]] = [[], []]
  const start = () =>
    startSyncEngine({
      ...{ identity, db, durable, fetchPlan, app: 'test', openLink: space.openLink },
      fetchTicket: async () => space.ticket,
      keepSigned: async () => undefined, // what it keeps has tests of its own
      dropPictures: async (isNews) => void looks.push(isNews),
      random: () => 0,
      onSignedOut: () => said.push('signed-out'),
      onOver: () => said.push('over'),
    })
  return { identity, db, durable, said, looks, start, member: `member/${identity.memberId}` }
}
