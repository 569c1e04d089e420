/** The machine a server runs on: starts it, loses it, takes it down in good order. */

import type { Clock } from '../sync/clock.ts'
import type { StagedRow } from '../sync/server-documents.ts'
import type { CrashPoint } from './crash-points.ts'
import type { Mistake } from './mistakes/mistake.ts'
import type { Random } from './random.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import type { ServerStorage } from './server-storage.ts'

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
  readonly isStopping: boolean
  /** The machine's clock is off by this, ms. */
  skewMs: number
  armed: ArmedFault | null
  start(): Promise<void>
  kill(): Promise<void>
  /** It goes down, and comes up again when it is down. */
  stopGracefully(): void
}

export interface HostPorts {
  readonly storage: ServerStorage
  readonly clock: Clock
  readonly mistake: Mistake | null
  random(): Random
  makeUlid(): string
  /** Counts the lives of all servers, from 1. */
  nextLife(): number
  /** A life of a server has committed rows. */
  onCommitted(life: number, rows: readonly StagedRow[]): void
  /** Its process is gone, and every connection with it. */
  onGone(): void
  log(line: string): void
}

interface State {
  server: ServerProcess | null
  isStopping: boolean
  starting: Promise<void> | null
}

/** Writes and reads take up to this, so that other things happen meanwhile. */
const DISK_MS_MAX = 12
/** A process that does not go down by itself is ended. */
const STOP_WITHIN_MS = 5_000

export function makeServerHost(ports: HostPorts): ServerHost {
  const state: State = { server: null, isStopping: false, starting: null }
  const host: ServerHost = {
    get server() {
      return state.server
    },
    get isAnswering() {
      return state.server !== null && !state.isStopping
    },
    get isStopping() {
      return state.isStopping
    },
    skewMs: 0,
    armed: null,
    start: () => {
      state.starting ??= start(host, state, ports).finally(() => {
        state.starting = null
      })
      return state.starting
    },
    kill: async () => state.server?.kill(),
    stopGracefully: () => {
      const stopping = state.server
      if (stopping === null || state.isStopping) return
      state.isStopping = true
      void stopping.stop().then(host.start)
      ports.clock.after(STOP_WITHIN_MS, () => void stopping.kill())
    },
  }
  return host
}

async function start(host: ServerHost, state: State, ports: HostPorts): Promise<void> {
  const { clock, storage, mistake, makeUlid, log } = ports
  if (state.server !== null || state.isStopping) return
  const life = ports.nextLife()
  state.server = await startServer({
    openStorage: storage.open,
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
