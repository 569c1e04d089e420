/** Several runners over one table of jobs: one for the house, and one for each that waits for somebody outside of it, so that nothing else waits for that. */
import type { Instant } from '../../domain/values/instant.ts'
import type { Storage } from '../storage/storage.ts'
import { type JobHandler, type JobRunner, makeJobRunner } from './job-runner.ts'

type Handlers = ReadonlyMap<string, JobHandler>

export interface Outside {
  readonly handlers: Handlers
  readonly attemptsMax: number
}

export function makeLanes(ports: {
  readonly storage: Storage
  readonly now: () => Instant
  readonly log: (line: string) => void
  readonly within: readonly Handlers[]
  readonly outside: readonly Outside[]
}): Pick<JobRunner, 'start' | 'stop'> {
  const { storage, now, log, within, outside } = ports
  const kinds = outside.flatMap(({ handlers }) => [...handlers.keys()])
  const runners = [
    makeJobRunner({
      ...{ storage, now, log, lane: { kinds, isOwn: false } },
      handlers: new Map(within.flatMap((handlers) => [...handlers])),
    }),
    ...outside.map((one) =>
      makeJobRunner({
        ...{ storage, now, log, lane: { kinds: [...one.handlers.keys()], isOwn: true } },
        ...one,
      }),
    ),
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
