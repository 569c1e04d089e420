/**
 * Runs due jobs one by one under a lease, so that two servers do each once and a crash hands it to the next. A job that fails is
 * tried again with growing pauses, and given up loudly after its last attempt.
 */
import { type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import type { Storage } from '../storage/storage.ts'

/** Does the work of one kind. Must be idempotent: the lease can run out under a slow run. */
export type JobHandler = (body: unknown, now: Instant) => Promise<void>

export interface JobRunner {
  /** Runs everything that is due now; gives how many ran. */
  runDue(): Promise<number>
  /** Looks again at once, and from then on when the next job is due. */
  start(): void
  stop(): Promise<void>
}

const LEASE_MS = 2 * MINUTE_MS
const ATTEMPTS_MAX = 12
/** How often to look for jobs that another server, or a clock, made due. */
const LOOK_EVERY_MS = 1_000

export function makeJobRunner(ports: {
  readonly storage: Storage
  readonly now: () => Instant
  readonly handlers: ReadonlyMap<string, JobHandler>
  readonly log: (line: string) => void
  /** Kinds of jobs that wait for something outside of the house, which a runner of their own does: these alone, or all but these. */
  readonly lane?: { readonly kinds: readonly string[]; readonly isOwn: boolean }
  readonly attemptsMax?: number
}): JobRunner {
  const { storage, now, handlers, log, lane, attemptsMax = ATTEMPTS_MAX } = ports
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<number> = Promise.resolve(0)
  let isStopped = false

  async function lease(at: Instant) {
    return storage.transaction(async (tx) => {
      const due = tx
        .selectFrom('job')
        .selectAll()
        .where('done_at', 'is', null)
        .where('run_at', '<=', at)
        .where('leased_until', '<=', at)
        .where('attempts', '<', attemptsMax)
        .$if(lane !== undefined, (jobs) =>
          jobs.where('kind', lane?.isOwn === true ? 'in' : 'not in', lane?.kinds ?? []),
        )
        .orderBy('run_at')
        .limit(1)
      const job = await (storage.engine === 'postgres'
        ? due.forUpdate().skipLocked()
        : due
      ).executeTakeFirst()
      if (job === undefined) return null
      await tx
        .updateTable('job')
        .set({ leased_until: at + LEASE_MS, attempts: job.attempts + 1 })
        .where('key', '=', job.key)
        .execute()
      return job
    })
  }

  async function runDue(): Promise<number> {
    let ran = 0
    for (;;) {
      const at = now()
      const job = isStopped ? null : await lease(at)
      if (job === null) return ran
      const done = await attempt(job.kind, job.key, job.body, at)
      const pause = Math.min(2 ** job.attempts, 60) * MINUTE_MS
      await storage.transaction((tx) =>
        tx
          .updateTable('job')
          .set(done ? { done_at: now() } : { run_at: toInstant(at + pause), leased_until: 0 })
          .where('key', '=', job.key)
          .execute(),
      )
      ran += 1
    }
  }

  async function attempt(kind: string, key: string, body: string, at: Instant): Promise<boolean> {
    const handler = handlers.get(kind)
    try {
      if (handler === undefined) throw new Error(`nobody does jobs of the kind ${kind}`)
      await handler(JSON.parse(body), at)
      return true
    } catch (error) {
      log(`The job ${key} failed and will be tried again: ${String(error)}`)
      return false
    }
  }

  function tick(): void {
    running = runDue().catch((error: unknown) => {
      log(`Jobs wait: ${String(error)}`)
      return 0
    })
    void running.then(() => {
      if (!isStopped) timer = setTimeout(tick, LOOK_EVERY_MS)
    })
  }

  return {
    runDue,
    start: tick,
    stop: async () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await running
    },
  }
}
