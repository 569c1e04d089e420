// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { harbour } from '../../domain/bookings/for-tests.ts'
import { toId } from '../../domain/values/ids.ts'
import type { PortalDatabase } from '../store/database.ts'
import { makeDevice } from './for-tests.ts'
import { prefetchPlans } from './plan-prefetch.ts'
import { Space } from './space/for-tests.ts'

async function publish(db: PortalDatabase, planVersion: number): Promise<void> {
  const floors = [{ id: toId('floor', 'flr_loft'), name: 'Loft', planVersion }]
  const catalogue = { ...harbour, site: { ...harbour.site, floors } }
  await db.catalogues.put({ siteId: harbour.site.id, catalogue })
}

const keys = async (db: PortalDatabase) => db.plans.toCollection().primaryKeys()

test('[DEVICE-60] published plans are fetched once and kept', async () => {
  const { db } = makeDevice(new Space())
  const asked: string[] = []
  const fetchPlan = async (floor: string, version: number) => {
    asked.push(`${floor}/${version}`)
    return { desks: [] }
  }
  await publish(db, 3)
  await prefetchPlans(db, fetchPlan)
  await prefetchPlans(db, fetchPlan)
  expect(asked).toEqual(['flr_loft/3'])
  expect(await keys(db)).toEqual(['flr_loft/3'])
})

test('[DEVICE-61] an older plan stays until its successor is here, then goes', async () => {
  const { db } = makeDevice(new Space())
  await publish(db, 3)
  await prefetchPlans(db, async () => ({ desks: [] }))
  await publish(db, 4)
  await prefetchPlans(db, async () => null)
  expect(await keys(db)).toEqual(['flr_loft/3'])
  await prefetchPlans(db, async () => ({ desks: [] }))
  expect(await keys(db)).toEqual(['flr_loft/4'])
})

test('[DEVICE-61] the plans of a site that is not the member’s any more go', async () => {
  const { db } = makeDevice(new Space())
  await publish(db, 3)
  await prefetchPlans(db, async () => ({ desks: [] }))
  await db.catalogues.clear()
  await prefetchPlans(db, async () => null)
  expect(await keys(db)).toEqual([])
})
