import { expect, test } from 'vitest'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { enqueue, type Job } from './job.ts'
import type { JobHandler } from './job-runner.ts'
import { makeLanes } from './lanes.ts'

const now = toInstant(Date.UTC(2026, 11, 1, 8))
const job = (kind: string, runAt: Instant = now): Job => ({ key: kind, kind, runAt, body: {} })

test('[PAYING-18] what somebody waits for is done while what is outside, and older, is waited for', async () => {
  const database = await makeSqlite()
  const storage = await database.open()
  const older = toInstant(now - 60_000)
  await storage.transaction((tx) =>
    enqueue(tx, [job('mail', older), job('bill', older), job('booking'), job('house')]),
  )
  const ends: (() => void)[] = []
  const never: JobHandler = () => new Promise((resolve) => ends.push(resolve))
  const begun: string[] = []
  const handled = (kind: string, work: JobHandler): ReadonlyMap<string, JobHandler> =>
    new Map([[kind, work]])
  await new Promise<void>((isDone) => {
    const done = (kind: string): JobHandler => {
      return async () => {
        begun.push(kind)
        if (begun.length === 2) isDone()
      }
    }
    const lanes = makeLanes({
      ...{ storage, now: () => now, log: () => undefined },
      within: [handled('house', done('house'))],
      outside: [
        { handlers: handled('mail', never), attemptsMax: 2 },
        { handlers: handled('bill', never), attemptsMax: 2 },
        { handlers: handled('booking', done('booking')), attemptsMax: 2 },
      ],
    })
    ends.push(() => void lanes.stop())
    lanes.start()
  })
  expect(begun.toSorted()).toEqual(['booking', 'house'])
  for (const end of ends.toReversed()) end()
  await database.remove()
})
