import { expect, test } from 'vitest'
import { rulesOf } from '../../domain/bookings/settings/apply-setting.ts'
import type { IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { addDays } from '../../domain/values/local-date.ts'
import type { TestSpace } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import {
  about,
  ask,
  book,
  join,
  offerOf,
  quietDay,
  room,
  siteId,
  stateOf,
  withSpace,
} from './for-tests.ts'

const catalogueOf = async (space: TestSpace): Promise<Catalogue> =>
  must(await loadCatalogue(space.storage.read, siteId), 'the sample is there')

async function save(space: TestSpace, kind: IntentKind, before: unknown, body: object) {
  const wish = about(space, kind, { siteId, basedOn: fingerprint(before), ...body })
  const outcome = await ask(space, 'mem_mara', wish)
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'confirmed' })
}

async function savePlace(space: TestSpace, id: string, change: object) {
  const { resources } = await catalogueOf(space)
  const before = must(
    resources.find((one) => one.id === id),
    'it is there',
  )
  const resource = { ...before, ...change }
  await save(space, 'resource.save', before, { resource, holder: null, resolutions: {} })
}

const cancel = (space: TestSpace, bookingId: string) =>
  ask(space, 'mem_anton', about(space, 'booking.cancel', { bookingId }))

test('[WAIT-01] one more of what is taken is offered in the settlement that makes it', () =>
  withSpace(makeSqlite, async (space) => {
    const ten = 'amina anton aisha bruno carla chidi clara daniel elena emil'.split(' ')
    for (const name of ten) await book(space, `mem_${name}`, 'res_flex', 540, 1020)
    const wait = await join(space, 'mem_hana', 'res_flex', 540, 1020)
    const other = await join(space, 'mem_dev', 'res_flex', 540, 1020)
    await savePlace(space, 'res_flex', { mode: { kind: 'pool', units: 11 } })
    expect(await offerOf(space, wait)).toMatchObject({ state: 'held', unit: 11 })
    expect(await stateOf(space, other)).toBe('waiting')
  }))

test('[WAIT-01] [D-10] hours that grow, a closure that ends and rules that loosen are offered; what is closed is not', () =>
  withSpace(makeSqlite, async (space) => {
    const taken = await book(space, 'mem_anton', room, 840, 900)
    const wait = await join(space, 'mem_hana', room, 840, 900)
    const wall = (minute: number) => ({ date: quietDay, minute })
    const closure = { siteId, closureId: 'clo_paint', name: 'Paint', resourceIds: [room] }
    const times = { from: wall(0), until: wall(1440), resolutions: { [taken]: { kind: 'cancel' } } }
    await ask(space, 'mem_mara', about(space, 'closure.add', { ...closure, ...times }))
    expect(await stateOf(space, wait)).toBe('waiting')

    const { rules } = must(
      (await catalogueOf(space)).resources.find(({ id }) => id === room),
      'it is there',
    )
    const setRules = async (next: object) => {
      const before = rulesOf(await catalogueOf(space), [room as never])
      const body = { resourceIds: [room], rules: { ...rules, ...next } }
      await save(space, 'rules.save', before, body)
    }
    await setRules({ minMinutes: 90 })
    const remove = { siteId, closureId: 'clo_paint' }
    await ask(space, 'mem_mara', about(space, 'closure.remove', remove))
    expect(await stateOf(space, wait)).toBe('waiting')
    await setRules({})
    expect(await offerOf(space, wait)).toMatchObject({ state: 'held', memberId: 'mem_hana' })

    const next = addDays(quietDay, 1)
    const late = await book(space, 'mem_anton', room, 840, 900, next)
    const second = await join(space, 'mem_hana', room, 840, 900, next)
    const { hours } = (await catalogueOf(space)).site
    const mornings = hours.map(() => [{ opens: 480, closes: 720 }])
    const ids = await bookingsAfternoons(space)
    const resolutions = Object.fromEntries(ids.map((id) => [id, { kind: 'keep' }]))
    await save(space, 'hours.save', hours, { hours: mornings, resolutions })
    await cancel(space, late)
    expect(await stateOf(space, second)).toBe('waiting')
    await save(space, 'hours.save', mornings, { hours, resolutions: {} })
    expect(await offerOf(space, second)).toMatchObject({ state: 'held' })
  }))

test('[WAIT-01] [WAIT-02] rights that come back are offered what became free without them', () =>
  withSpace(makeSqlite, async (space) => {
    const taken = await book(space, 'mem_anton', room, 840, 900)
    const wait = await join(space, 'mem_hana', room, 840, 900)
    const tier = must(
      (await catalogueOf(space)).tiers.find(({ id }) => id === 'tie_hot-desk'),
      'Hana has it',
    )
    const bare = { ...tier, kinds: ['hot-desk'] }
    await save(space, 'tier.save', tier, { tier: bare })
    await cancel(space, taken)
    expect(await stateOf(space, wait)).toBe('waiting')
    await save(space, 'tier.save', bare, { tier })
    expect(await offerOf(space, wait)).toMatchObject({ state: 'held', memberId: 'mem_hana' })
  }))

/** Of everything that stands, what shorter hours would not hold is kept all the same. */
async function bookingsAfternoons(space: TestSpace): Promise<readonly string[]> {
  const rows = await space.storage.read
    .selectFrom('booking')
    .select('id')
    .where('site_id', '=', siteId)
    .where('state', 'in', ['held', 'confirmed', 'checked-in'])
    .execute()
  return rows.map(({ id }) => id)
}
