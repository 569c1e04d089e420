import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { editsOf } from './edits-of.ts'
import type { Projection } from './kind.ts'
import type { Shown, Touched } from './shown.ts'

const memberId = toId('member', 'mem_ada')
const view = { now: toInstant(Date.UTC(2026, 10, 24)), zones: new Map(), memberNames: new Map() }
const shown = { kind: 'outcome', memberId, carrier: 'http', settled: {} } as unknown as Shown // nobody looks into it
const touched: Touched = {
  names: new Set(['member/mem_ada', 'catalogue/sit_a']),
  steps: [[{ before: null, after: shown }]],
  whole: new Set(),
}

const project = async () => []
const entry = {
  document: 'member/mem_ada',
  section: 'marks',
  key: 'a',
  value: 1,
  keeps: 'last',
} as const
const teller: Projection = { document: 'member', project, entriesOf: () => [entry] }
const silent: Projection = { document: 'catalogue', project }

test('[SETTLEMENT-04] of the touched documents those are told entry by entry of which every room says its entries', () => {
  const { document, ...put } = entry
  const edits = editsOf([teller, silent], touched, view)
  expect([...edits]).toEqual([[document, [{ kind: 'put', ...put }]]])
})

test('[SETTLEMENT-04] one room that cannot say it is enough for the whole projection', () => {
  const unable: Projection = { document: 'member', project, entriesOf: () => null }
  expect(editsOf([teller, unable, silent], touched, view).size).toBe(0)
  expect(editsOf([teller, { document: 'member', project }, silent], touched, view).size).toBe(0)
})

test('[SETTLEMENT-04] a document in which more changed than entries say keeps no other from being told by them', () => {
  const names = new Set(['member/mem_ada', 'member/mem_ben'])
  const more = { ...touched, names, whole: new Set(['member/mem_ada']) }
  expect([...editsOf([teller], more, view).keys()]).toEqual(['member/mem_ben'])
})
