/** Two runners over one table of jobs: one for the house, and one for what waits for somebody outside of it, so that nothing else waits for that. */
import type { Instant } from '../../domain/values/instant.ts'
import type { Storage } from '../storage/storage.ts'
import { type JobHandler, type JobRunner, makeJobRunner } from './job-runner.ts'

type Handlers = ReadonlyMap<string, JobHandler>

export function makeLanes(ports: {
  readonly storage: Storage
  readonly now: () => Instant
  readonly log: (line: string) => void
  readonly within: readonly Handlers[]
  readonly outside: { readonly handlers: Handlers; readonly attemptsMax: number }
}): Pick<JobRunner, 'start' | 'stop'> {
  const { storage, now, log, within, outside } = ports
  const kinds = [...outside.handlers.keys()]
  const runners = [
    makeJobRunner({
      ...{ storage, now, log, lane: { kinds, isOwn: false } },
      handlers: new Map(within.flatMap((handlers) => [...handlers])),
    }),
    makeJobRunner({ ...{ storage, now, log, lane: { kinds, isOwn: true } }, ...outside }),
  ]
  return {
    start: () => {
      for (const runner of runners) runner.start()
    },
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()))
    },
  }
}
