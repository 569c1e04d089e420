import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulesOf } from '../../domain/bookings/settings/apply-setting.ts'
import type { IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { readCatalogue } from '../../domain/sites/catalogue-sections.ts'
import { locationSettings } from '../../domain/sites/site.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { startTestPortal, type TestPortal } from '../for-tests.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { registerSites } from './register.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const siteId = 'sit_harbour-loft'

async function catalogueOf(space: TestSpace, site = siteId): Promise<Catalogue> {
  return must(await loadCatalogue(space.storage.read, site), 'the sample is there')
}

async function placeOf(space: TestSpace, id: string) {
  const { resources } = await catalogueOf(space)
  const found = resources.find((one) => one.id === id)
  return must(found, `${id} is there`)
}

async function ask(space: TestSpace, kind: IntentKind, body: object, by = 'mem_mara') {
  const intent = intentOf(space.now, kind, { siteId, ...body })
  await space.send(by, intent)
  return (await space.outcomeOf(intent)).outcome
}

async function save(space: TestSpace, id: string, change: object, more: object = {}, by?: string) {
  const before = await placeOf(space, id)
  const resource = { ...before, ...change }
  const body = { resource, holder: null, basedOn: fingerprint(before), resolutions: {}, ...more }
  return ask(space, 'resource.save', body, by)
}

onEachEngine('settings', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function book(space: TestSpace, place: string, from: number, until: number) {
    const wish = await space.request('mem_hana', place, quietDay, from, until)
    await space.send('mem_hana', wish)
    return { wish, outcome: (await space.outcomeOf(wish)).outcome }
  }

  test('[SETTINGS-07] [O-01] what is saved is in the catalogue members follow, and the trail has it', async () => {
    await inSpace(async (space) => {
      const change = { name: 'Lighthouse', capacity: 5, amenities: ['Screen', 'Whiteboard'] }
      expect((await save(space, 'res_room-ebb', change)).kind).toBe('confirmed')
      expect(await placeOf(space, 'res_room-ebb')).toMatchObject(change)
      const projection = must(registerSites().projections[0], 'the catalogue is projected')
      const [sections] = await space.storage.transaction((tx) =>
        projection.project(tx, [{ kind: 'catalogue', siteId } as never], now),
      )
      const shown = readCatalogue(must(sections, 'it exists'))
      expect(shown?.resources.find(({ id }) => id === 'res_room-ebb')).toMatchObject(change)
      const trail = await space.storage.read.selectFrom('audit').selectAll().execute()
      expect(trail).toMatchObject([
        { actor: 'mem_mara', command: 'resource.save', subject: 'res_room-ebb' },
      ])
    })
  })

  test('[SETTINGS-12] [SETTINGS-06] a manager renames the location and says where it stands', async () => {
    await inSpace(async (space) => {
      const { site } = await catalogueOf(space)
      const named = { name: 'Quay Nine', address: 'Am Kai 9, Hamburg' }
      const body = { ...named, basedOn: fingerprint(locationSettings(site)) }
      expect(await ask(space, 'site.save', body, 'mem_jonas')).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect((await ask(space, 'site.save', body)).kind).toBe('confirmed')
      expect((await catalogueOf(space)).site).toEqual({ ...site, ...named })
    })
  })

  test('[SETTINGS-01] [SETTINGS-02] what was changed meanwhile or contradicts itself is not written', async () => {
    await inSpace(async (space) => {
      const stale = { basedOn: fingerprint(await placeOf(space, 'res_room-ebb')) }
      await save(space, 'res_room-ebb', { capacity: 5 })
      expect(await save(space, 'res_room-ebb', { capacity: 9 }, stale)).toMatchObject({
        refusal: { reason: 'setting-changed' },
      })
      expect(await save(space, 'res_room-ebb', { capacity: 0 })).toMatchObject({
        refusal: {
          reason: 'invalid-setting',
          problems: [{ field: 'capacity', code: 'below-one' }],
        },
      })
      expect((await placeOf(space, 'res_room-ebb')).capacity).toBe(5)
    })
  })

  test('[SETTINGS-06] members, front desk and other locations’ places are refused', async () => {
    await inSpace(async (space) => {
      const refused = { refusal: { reason: 'not-allowed' } }
      for (const by of ['mem_hana', 'mem_ola', 'mem_jonas']) {
        expect(await save(space, 'res_room-ebb', { capacity: 5 }, {}, by)).toMatchObject(refused)
      }
      const [pier] = (await catalogueOf(space, 'sit_pier-studio')).resources
      const body = { resource: { ...pier, siteId }, holder: null, basedOn: null, resolutions: {} }
      expect(await ask(space, 'resource.save', body)).toMatchObject(refused)
    })
  })

  test('[SETTINGS-04] [D-10] a place is retired once its bookings ahead are dealt with, and its name stays known', async () => {
    await inSpace(async (space) => {
      const { wish } = await book(space, 'res_desk-14', 540, 600)
      const before = await placeOf(space, 'res_desk-14')
      const retire = { resourceId: before.id, basedOn: fingerprint(before), resolutions: {} }
      const refused = await ask(space, 'resource.retire', retire)
      const refusal = must(refused.kind === 'refused' ? refused.refusal : null, 'it is refused')
      const ids = refusal.reason === 'unresolved-bookings' ? refusal.bookingIds : []
      expect(ids.length).toBeGreaterThan(0)
      const resolutions = Object.fromEntries(ids.map((id) => [id, { kind: 'cancel' }]))
      const retired = await ask(space, 'resource.retire', { ...retire, resolutions })
      expect(retired.kind).toBe('confirmed')
      const { resources, former } = await catalogueOf(space)
      expect(resources.some(({ id }) => id === before.id)).toBe(false)
      expect(former).toEqual([{ id: before.id, kind: before.kind, name: before.name }])
      const booking = await space.storage.read
        .selectFrom('booking')
        .select('state')
        .where('intent_id', '=', wish.id)
        .executeTakeFirst()
      expect(booking?.state).toBe('cancelled')
      // Its id is not given to another place.
      const again = { resource: before, holder: null, basedOn: null, resolutions: {} }
      expect(await ask(space, 'resource.save', again)).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
    })
  })

  test('[SETTINGS-05] [O-02] rules and prices count from the next wish on', async () => {
    await inSpace(async (space) => {
      const first = await book(space, 'res_room-ebb', 540, 660)
      expect(first.outcome).toMatchObject({ kind: 'confirmed', price: { amountMinor: 7200 } })
      const catalogue = await catalogueOf(space)
      const ebb = await placeOf(space, 'res_room-ebb')
      const rates = catalogue.rates.map((rate) =>
        rate.resourceId === ebb.id ? { ...rate, hourMinor: 5000 } : rate,
      )
      const basedOn = fingerprint(catalogue.rates)
      expect((await ask(space, 'rates.save', { rates, basedOn })).kind).toBe('confirmed')
      expect((await catalogueOf(space)).rates).toEqual(rates)
      const resourceIds = [ebb.id]
      const rules = { ...ebb.rules, maxMinutes: 60 }
      const based = fingerprint(rulesOf(catalogue, resourceIds))
      const saved = await ask(space, 'rules.save', { resourceIds, rules, basedOn: based })
      expect(saved.kind).toBe('confirmed')
      expect((await book(space, ebb.id, 720, 840)).outcome).toMatchObject({
        refusal: { reason: 'too-long', maxMinutes: 60 },
      })
      expect((await book(space, ebb.id, 720, 780)).outcome).toMatchObject({
        price: { amountMinor: 5000 },
      })
    })
  })

  test('[SETTINGS-07] [O-04] memberships, hours, floors and holders are saved with the rest', async () => {
    await inSpace(async (space) => {
      const { tiers, site } = await catalogueOf(space)
      const tier = { ...must(tiers[0], 'a tier'), id: 'tie_night', name: 'Night' }
      expect((await ask(space, 'tier.save', { tier, basedOn: null })).kind).toBe('confirmed')
      const floor = { floorId: 'flr_attic', name: 'Attic', basedOn: null }
      expect((await ask(space, 'floor.save', floor)).kind).toBe('confirmed')
      const open = site.hours.map((spans) => spans.map((one) => ({ ...one, opens: 0 })))
      const hours = { hours: open, basedOn: fingerprint(site.hours), resolutions: {} }
      expect((await ask(space, 'hours.save', hours)).kind).toBe('confirmed')
      const after = await catalogueOf(space)
      expect(after.tiers.at(-1)).toEqual(tier)
      expect(after.site.floors.at(-1)).toMatchObject({ name: 'Attic', planVersion: 0 })
      expect(after.site.hours).toEqual(open)
    })
  })

  test('[SETTINGS-07] [D-29] who is given a desk by contract holds it from then on', async () => {
    await inSpace(async (space) => {
      const holder = { kind: 'member', memberId: 'mem_hana' }
      const [mode, keep] = [{ kind: 'assigned' }, { kind: 'keep' }]
      const before = await placeOf(space, 'res_desk-32')
      const rows = await space.storage.read
        .selectFrom('booking')
        .select('id')
        .where('resource_id', '=', before.id)
        .where('ends_at', '>', now)
        .execute()
      const resolutions = Object.fromEntries(rows.map(({ id }) => [id, keep]))
      const saved = await save(space, before.id, { mode }, { holder, resolutions })
      expect(saved.kind).toBe('confirmed')
      expect((await book(space, before.id, 540, 600)).outcome.kind).toBe('confirmed')
      const wish = await space.request('mem_anton', before.id, quietDay, 660, 720)
      await space.send('mem_anton', wish)
      expect((await space.outcomeOf(wish)).outcome).toMatchObject({
        refusal: { reason: 'assigned' },
      })
    })
  })
})

let server: TestPortal
beforeAll(async () => {
  server = await startTestPortal()
})
afterAll(() => server.remove())

test('[SETTINGS-03] [L-09] before a place is retired its bookings are listed with who and when', async () => {
  const owner = await server.signIn('mara@harbourloft.example')
  const intent = intentOf(toInstant(Date.now()), 'resource.retire', {
    ...{ siteId, resourceId: 'res_desk-14', basedOn: null, resolutions: {} },
  })
  const { status, body } = await owner.post('/api/settings/preview', intent)
  expect(status).toBe(200)
  const affected = body['affected'] as readonly Record<string, unknown>[]
  expect(affected.length).toBeGreaterThan(0)
  for (const one of affected) {
    expect(one).toMatchObject({
      memberName: expect.stringMatching(/^\p{Letter}+ /u),
      booking: { resourceId: 'res_desk-14' },
      refusal: { reason: 'unknown-resource' },
    })
  }
  const member = await server.signIn('hana@harbourloft.example')
  expect((await member.post('/api/settings/preview', intent)).status).toBe(403)
  expect((await member.get(`/api/holders/${siteId}`)).status).toBe(404)
  const held = (await owner.get(`/api/holders/${siteId}`)).body
  expect(held['teams']).toEqual([{ id: 'tea_north', name: 'Nordlicht' }])
  expect(held['holders']).toContainEqual({
    ...{ resourceId: 'res_desk-33', name: 'Dev Anand' },
    holder: { kind: 'member', memberId: 'mem_dev' },
  })
})
