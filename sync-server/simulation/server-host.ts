/** The machine the server runs on: starts it, loses it, takes it down in good order, keeps backups of its disk and puts them back. */

import { beginGeneration } from '../storage/begin-generation.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import type { StagedRow } from '../sync/server-documents.ts'
import type { CrashPoint } from './crash-points.ts'
import type { Disk } from './disk.ts'
import type { Mistake } from './mistakes/mistake.ts'
import type { Random } from './random.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** What goes wrong when a point has been passed so often. */
export interface ArmedFault {
  readonly point: CrashPoint
  readonly kind: 'crash' | 'error'
  left: number
}

export interface ServerHost {
  readonly server: ServerProcess | null
  /** False: whoever tries finds nobody. */
  readonly isAnswering: boolean
  /** The machine's clock is off by this, ms. */
  skewMs: number
  armed: ArmedFault | null
  start(): Promise<void>
  kill(): Promise<void>
  /** It goes down, and comes up again when it is down. */
  stopGracefully(): void
  backUp(): void
  restoreBackup(): Promise<void>
}

export interface HostPorts {
  readonly disk: Disk
  readonly clock: Clock
  readonly mistake: Mistake | null
  random(): Random
  makeUlid(): string
  /** A life of the server, counted from 1, has committed rows. */
  onCommitted(life: number, rows: readonly StagedRow[]): void
  /** Its process is gone, and every connection with it. */
  onGone(): void
  onRestored(): void
  log(line: string): void
}

interface State {
  server: ServerProcess | null
  isStopping: boolean
  lives: number
}

/** Writes and reads take up to this, so that other things happen meanwhile. */
const DISK_MS_MAX = 12
/** A process that does not go down by itself is ended. */
const STOP_WITHIN_MS = 5_000

export function makeServerHost(ports: HostPorts): ServerHost {
  const state: State = { server: null, isStopping: false, lives: 0 }
  const host: ServerHost = {
    get server() {
      return state.server
    },
    get isAnswering() {
      return state.server !== null && !state.isStopping
    },
    skewMs: 0,
    armed: null,
    start: () => start(host, state, ports),
    kill: async () => state.server?.kill(),
    stopGracefully: () => {
      const stopping = state.server
      if (stopping === null || state.isStopping) return
      state.isStopping = true
      void stopping.stop().then(host.start)
      ports.clock.after(STOP_WITHIN_MS, () => void stopping.kill())
    },
    // Between two transactions, whenever its turn comes, as a backup under load is taken.
    backUp: () => {
      if (state.server === null) ports.disk.backUp()
      else void state.server.storage.transaction(async () => ports.disk.backUp()).catch(ignore)
    },
    restoreBackup: async () => {
      if (state.isStopping) return
      await host.kill()
      if (ports.disk.restore()) {
        const storage = await openStorage(openSqlite(ports.disk.folder))
        await beginGeneration(storage, ports.makeUlid())
        await storage.close()
        ports.onRestored()
      }
      await host.start()
    },
  }
  return host
}

async function start(host: ServerHost, state: State, ports: HostPorts): Promise<void> {
  const { clock, disk, mistake, makeUlid, log } = ports
  if (state.server !== null || state.isStopping) return
  state.lives += 1
  const life = state.lives
  state.server = await startServer({
    folder: disk.folder,
    clock: { now: () => clock.now() + host.skewMs, after: clock.after },
    mistake,
    fault: (point) => takeFault(host, point),
    latency: () => ports.random().below(DISK_MS_MAX),
    makeId: makeUlid,
    onCommitted: (rows) => ports.onCommitted(life, rows),
    onKilled: () => {
      state.server = null
      state.isStopping = false
      ports.onGone()
    },
    log,
  })
}

function takeFault(host: ServerHost, point: CrashPoint): 'crash' | 'error' | null {
  const { armed } = host
  if (armed?.point !== point) return null
  armed.left -= 1
  if (armed.left > 0) return null
  host.armed = null
  return armed.kind
}

/** A process that went away meanwhile takes its backup with it. */
function ignore(): void {}
