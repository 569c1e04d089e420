import { expect, test } from 'vitest'
import { harbourResources } from '../../../domain/seeds/harbour-loft/resources.ts'
import { harbourLoft } from '../../../domain/seeds/harbour-loft/sites.ts'
import { berlin } from '../../../domain/values/for-tests.ts'
import { toId } from '../../../domain/values/ids.ts'
import { planOfDraft } from '../../../floorplans/document/draft/plan-of-draft.ts'
import { numbering } from '../../../floorplans/editor/desk-rows.ts'
import { harbourLoftPlan } from '../../../floorplans/plans/harbour-loft.ts'
import { copyOfFloor } from './copy-floor.ts'

const catalogue = {
  site: harbourLoft,
  zone: berlin,
  resources: harbourResources,
  former: [],
  closures: [],
  tiers: [],
  rates: [],
}

test('[F-05] a copied floor looks the same, and each place on it is a new one with a name of its own', () => {
  let made = 0
  const newId = () => toId('resource', `res_new-${++made}`)
  const names = harbourResources.map(({ name }) => name)
  const copy = copyOfFloor(harbourLoftPlan, catalogue, newId, numbering(names))
  const plan = planOfDraft(copy, toId('floor', 'flr_attic'), 1)
  expect(plan.walls).toEqual(harbourLoftPlan.walls)
  expect(plan.fixtures).toEqual(harbourLoftPlan.fixtures)
  const copied = harbourLoftPlan.placements.filter(({ unit }) => unit === null)
  expect(plan.placements.map(({ x, y }) => [x, y])).toEqual(copied.map(({ x, y }) => [x, y]))
  const known = new Set<string>(harbourResources.map(({ id }) => id))
  expect(plan.placements.some(({ resourceId }) => known.has(resourceId))).toBe(false)
  const given = [...copy.resources.values()].map(({ name }) => name)
  expect(new Set([...given, ...names]).size).toBe(given.length + names.length)
  expect(given).toContain('Desk 41')
})
