/**
 * One life of the server: the real settlement, storage, documents, outboxes and sessions, over a virtual clock and simulated links. It
 * ends at a crash point, by being killed, or in good order; the next life finds the same disk.
 */

import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { MemberId, TierId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { readGeneration } from '../auth/identity.ts'
import { registerBookings } from '../bookings/register.ts'
import { registerCommunity } from '../community/register.ts'
import { makeJobRunner } from '../jobs/job-runner.ts'
import { makeProjections, type Projections } from '../settlement/projections.ts'
import { makeSettlement, type Settlement } from '../settlement/settlement.ts'
import { tellNobody } from '../settlement/tell.ts'
import { registerSites } from '../sites/register.ts'
import { receiveIntent } from '../storage/intents.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { registerSupport } from '../support/register.ts'
import { type Clock, every } from '../sync/clock.ts'
import { type Connections, makeConnections } from '../sync/connections.ts'
import { makeServerDocuments, type StagedRow } from '../sync/server-documents.ts'
import type { SignIn } from '../sync/session.ts'
import type { Socket } from '../sync/socket.ts'
import { type CrashPoint, type Reach, withCrashPoints } from './crash-points.ts'
import type { Mistake } from './mistakes/mistake.ts'
import { type LifeLine, mortalSocket } from './mortal-socket.ts'
import type { Life } from './server-storage.ts'

export interface ServerProcess {
  readonly isAlive: boolean
  readonly storage: Storage
  readonly projections: Projections
  readonly generation: string
  accept(socket: Socket, signIn: SignIn): void
  /** The other carrier: `POST /api/intents`. */
  post(member: Member, intent: AnyIntent): Promise<void>
  /** A member is suspended (null), or has another membership. */
  changeMembership(memberId: MemberId, tierId: TierId | null): Promise<void>
  /** Again, where that failed half-way. */
  showMember(memberId: MemberId): Promise<void>
  kill(): Promise<void>
  stop(): Promise<void>
}

/** What the audit keeps of it; the bookings that its member had by then tell which came later. */
export interface MembershipChange {
  readonly tierId: TierId | null
  readonly bookings: readonly string[]
}

export interface ServerPorts {
  readonly clock: Clock
  readonly mistake: Mistake | null
  openStorage(life: Life): Promise<Storage>
  /** What goes wrong at this point, if anything. */
  fault(point: CrashPoint): 'crash' | 'error' | null
  /** How long a disk takes, ms. */
  latency(): number
  makeId(): string
  /** Rows are on disk and go out. */
  onCommitted(rows: readonly StagedRow[]): void
  onKilled(): void
  log(line: string): void
}

/** How often timed work is looked at. */
const JOBS_EVERY_MS = 10_000

export async function startServer(ports: ServerPorts): Promise<ServerProcess> {
  let isAlive = true
  const clock = mortalClock(ports.clock, () => isAlive)
  const now = () => clock.now() as Instant // the virtual clock starts at an instant and moves by whole ms
  const log = (line: string) => {
    if (isAlive) ports.log(line)
  }
  const disk = await ports.openStorage({ isAlive: () => isAlive })

  /** Disks take time; a process that ended meanwhile never goes on. */
  async function pause(): Promise<void> {
    const ms = ports.latency()
    if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve))
    if (!isAlive) await never()
  }

  const reach: Reach = async (point) => {
    await pause()
    const fault = ports.fault(point)
    if (fault === 'error') throw new Error(`the disk fails at ${point}`)
    if (fault === 'crash') {
      await kill()
      await never()
    }
  }

  const line: LifeLine = {
    isAlive: () => isAlive,
    mayPass: (point) => {
      if (ports.fault(point) === 'crash') void kill()
      return isAlive
    },
  }

  async function kill(): Promise<void> {
    if (!isAlive) return
    isAlive = false
    ports.onKilled()
    await disk.close() // what is not committed is rolled back, as by the end of a process
  }

  const appending = withCrashPoints(disk, ['guard', 'append', 'appended'], reach)
  const settling = withCrashPoints(disk, ['settle', 'decided', 'settled'], reach)
  const working = withCrashPoints(disk, ['job', 'job', 'job-done'], reach)
  const generation = await readGeneration(disk, ports.makeId)
  const bookings = registerBookings(async () => () => null)
  const sites = registerSites()
  const community = registerCommunity()
  const support = registerSupport()
  const projections = makeProjections([
    ...[bookings, sites, support].flatMap((room) => room.projections),
    // What shows the code of a door shows chance that is the platform's own.
    ...community.projections.filter(
      ({ document }) => document === 'happenings' || document === 'messages',
    ),
  ])
  const real = makeServerDocuments(disk, ports.makeId)
  const documents = ports.mistake?.documents?.(real, disk, ports.makeId) ?? real
  real.onGroup(ports.onCommitted)
  const kinds = [bookings, sites, community, support].flatMap((room) => room.kinds)
  await ports.mistake?.breakDisk?.(disk)
  const settlement: Settlement = makeSettlement({
    storage: settling,
    documents,
    projections,
    kinds: ports.mistake?.kinds?.(kinds, disk) ?? kinds,
    consequences: ports.mistake?.consequences?.(bookings.consequences) ?? bookings.consequences,
    tell: tellNobody,
    now,
    after: clock.after,
    log,
  })
  const connections: Connections = makeConnections({
    storage: appending,
    documents: { ...documents, catchUp: slowly(documents.catchUp, pause) },
    clock,
    ensureDocument: (name) => settlement.ensureDocument(name),
    redeemToken: async () => null,
    onReceived: () => settlement.wake(),
    generation: () => generation,
    makeEpoch: ports.makeId,
    log,
  })
  const jobs = makeJobRunner({ storage: working, now, handlers: bookings.jobs(settlement), log })
  const stopJobs = every(clock, JOBS_EVERY_MS, async () => {
    await jobs.runDue().catch((error: unknown) => log(`Jobs wait: ${String(error)}`))
  })
  settlement.wake()

  async function showMember(memberId: MemberId): Promise<void> {
    await settlement.ensureDocument(`member/${memberId}`)
  }

  return {
    get isAlive() {
      return isAlive
    },
    storage: disk,
    projections,
    generation,
    accept: (socket, signIn) => connections.open(mortalSocket(socket, line), signIn),
    post: async (member, intent) => {
      const { id, kind, seq, device } = intent
      const received = {
        ...{ id, kind, seq, memberId: member.id, deviceId: device },
        ...{ record: JSON.stringify(intent), carrier: 'http' as const },
      }
      await appending.transaction((tx) => receiveIntent(tx, received, now()))
      settlement.wake()
    },
    changeMembership: async (memberId, tierId) => {
      await appending.transaction((tx) => writeMembership(tx, memberId, tierId, now()))
      await showMember(memberId)
    },
    showMember,
    kill,
    stop: async () => {
      stopJobs()
      await connections.close()
      await settlement.stop()
      isAlive = false
      ports.onKilled()
      await disk.close()
    },
  }
}

async function writeMembership(
  tx: Tx,
  memberId: MemberId,
  tierId: TierId | null,
  at: Instant,
): Promise<void> {
  const rows = await tx
    .selectFrom('booking')
    .select('id')
    .where('member_id', '=', memberId)
    .execute()
  const change: MembershipChange = { tierId, bookings: rows.map(({ id }) => id) }
  const detail = JSON.stringify(change)
  await tx.updateTable('member').set({ tier_id: tierId }).where('id', '=', memberId).execute()
  await tx
    .insertInto('audit')
    .values({ at, actor: 'space', command: 'membership', subject: memberId, detail })
    .execute()
}

/** Timers of a process end with it. */
function mortalClock(clock: Clock, isAlive: () => boolean): Clock {
  return {
    now: clock.now,
    after: (ms, work) =>
      clock.after(ms, () => {
        if (isAlive()) work()
      }),
  }
}

/** Reads take time too, so that rows can come while a document is being read. */
function slowly<Args extends readonly unknown[], T>(
  work: (...args: Args) => Promise<T>,
  pause: () => Promise<void>,
): (...args: Args) => Promise<T> {
  return async (...args) => {
    await pause()
    return work(...args)
  }
}

/** What a process that has ended was waiting for. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}
