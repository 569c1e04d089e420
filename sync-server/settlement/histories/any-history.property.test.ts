import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSqlite } from '../../storage/for-tests.ts'
import { invariants } from '../../storage/invariants.ts'
import { openTestSpace, sampleAt, type TestSpace } from '../for-tests.ts'
import { provenDocuments } from '../proven-documents.ts'
import { type History, happen, happening, startOfHistory } from './for-tests.ts'

async function withSpace(
  work: (space: TestSpace) => Promise<void>,
  prove: typeof provenDocuments,
): Promise<void> {
  const database = await makeSqlite(sampleAt(startOfHistory))
  try {
    const space = await openTestSpace(await database.open(), startOfHistory, prove)
    await work(space)
    expect(space.log).toEqual([])
  } finally {
    await database.remove()
  }
}

/** After these something may have been decided. */
const looked: readonly string[] = ['settle', 'wait', 'to-arrival']

/** Outcomes and what has ended, as they stand now. */
async function lookAt({ storage }: TestSpace) {
  const intents = await storage.read
    .selectFrom('intent')
    .select(['id', 'settled'])
    .where('id', 'like', 'bki_test-%')
    .where('settled', 'is not', null)
    .execute()
  const ended = await storage.read
    .selectFrom('booking')
    .select(['id', 'state'])
    .where('id', 'like', 'bkg_test-%')
    .where('state', 'in', ['cancelled', 'declined', 'lapsed'])
    .execute()
  return new Map([
    ...intents.map(({ id, settled }) => [id, settled] as const),
    ...ended.map(({ id, state }) => [id, state] as const),
  ])
}

/** Whatever happened, nothing that was final before is otherwise now. */
function expectFinal(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) {
  for (const [id, was] of before) {
    if (!isDeepStrictEqual(after.get(id), was))
      expect({ [id]: after.get(id) }).toEqual({ [id]: was })
  }
}

test('[SETTLEMENT-01] after any history nothing overlaps, is orphaned or answered twice, and documents changed by their differences are their projections', async () => {
  let amended = 0
  const counting: typeof provenDocuments = (real, projections) => {
    const proven = provenDocuments(real, projections)
    return {
      ...proven,
      amend: async (...asked) => {
        const answer = await proven.amend(...asked)
        amended += answer.rows.length
        return answer
      },
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 50, maxLength: 70 }), (happenings) =>
      withSpace(async (space) => {
        const history: History = { space, sent: [] }
        let final: ReadonlyMap<string, unknown> = new Map()
        for (const what of happenings) {
          await happen(history, what)
          if (!looked.includes(what.kind)) continue
          const next = await lookAt(space)
          expectFinal(final, next)
          final = next
        }
        await space.settlement.settleWaiting()
        const outcomes = await lookAt(space)
        expectFinal(final, outcomes)
        for (const [, { id, kind }] of history.sent) {
          expect(outcomes.get(id), `${kind} was answered`).toBeDefined()
        }
        for (const { title, violations } of invariants) {
          expect(await violations(space.storage.read), title).toEqual([])
        }
      }, counting),
    ),
    // A run takes seconds, and making a failing one shorter would take many of them.
    { numRuns: 5, endOnFailure: true },
  )
  expect(amended).toBeGreaterThan(10)
})
