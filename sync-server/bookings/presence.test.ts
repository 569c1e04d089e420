import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { readHead, readRows } from '../storage/document-log.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { sectionsOfRows } from '../sync/sections-of-rows.ts'
import { about, ask, book, clock, now, quietDay, room, siteId } from './for-tests.ts'

const record = `presence/${siteId}/${quietDay}`

/** Who the record names, as it stands on disk. */
async function namedIn({ storage, settlement }: TestSpace): Promise<readonly string[]> {
  await settlement.ensureDocument(record)
  return namedOnDisk(storage)
}

async function namedOnDisk(storage: TestSpace['storage']): Promise<readonly string[]> {
  const head = must(await readHead(storage.read, record), 'it was projected')
  const rows = await readRows(storage.read, head, 0)
  const { people = {} } = sectionsOfRows(rows.map(({ bytes }) => bytes))
  return Object.values(people).map((one) => (one as { name: string }).name)
}

async function isAnswered(space: TestSpace, member: string, intent: AnyIntent) {
  expect(await ask(space, member, intent)).toMatchObject({ kind: 'confirmed' })
}

const share = (space: TestSpace, member: string, isFindable: boolean) =>
  isAnswered(space, member, about(space, 'presence.share', { isFindable }))

const checkIn = (space: TestSpace, member: string, bookingId: string) =>
  isAnswered(space, member, about(space, 'booking.check-in', { bookingId }))

/** Hana has Drift from nine to eleven of the quiet day and is there. */
async function hanaIsIn(space: TestSpace): Promise<string> {
  const id = await book(space, 'mem_hana', room, 540, 660)
  space.now = clock(9, 5)
  await checkIn(space, 'mem_hana', id)
  return id
}

onEachEngine('people on the plan', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[PRESENCE-01] [PRESENCE-05] [F-12] who has checked in is told once they say so, and not any more once they take it back',
    async (space) => {
      await hanaIsIn(space)
      expect(await namedIn(space)).toEqual([])
      await share(space, 'mem_hana', true)
      expect(await namedOnDisk(space.storage)).toEqual(['Hana Sato'])
      await share(space, 'mem_hana', false)
      expect(await namedOnDisk(space.storage)).toEqual([])
      const trail = await space.storage.read
        .selectFrom('audit')
        .select(['command', 'subject', 'detail'])
        .where('command', '=', 'presence.share')
        .orderBy('id')
        .execute()
      expect(trail.map(({ detail }) => detail)).toEqual(['yes', 'no'])
    },
  )

  within(
    '[PRESENCE-04] ending early, and being cancelled by the team, end it in the same moment',
    async (space) => {
      await share(space, 'mem_hana', true)
      const first = await hanaIsIn(space)
      expect(await namedOnDisk(space.storage)).toEqual(['Hana Sato'])
      await isAnswered(space, 'mem_hana', about(space, 'booking.end', { bookingId: first }))
      expect(await namedOnDisk(space.storage)).toEqual([])

      const second = await book(space, 'mem_hana', room, 570, 600)
      space.now = clock(9, 30)
      await checkIn(space, 'mem_hana', second)
      expect(await namedOnDisk(space.storage)).toEqual(['Hana Sato'])
      const cancel = about(space, 'booking.cancel', { bookingId: second })
      await isAnswered(space, 'mem_jonas', cancel)
      expect(await namedOnDisk(space.storage)).toEqual([])
    },
  )

  within(
    '[PRESENCE-03] at closing time nobody is told, whatever their booking says, and new hours count at once',
    async (space) => {
      await share(space, 'mem_hana', true)
      await hanaIsIn(space)
      const catalogue = must(await loadCatalogue(space.storage.read, siteId), 'seeded')
      const drift = must(findResource(catalogue, toId('resource', room)), 'seeded')
      const short = [{ opens: 8 * 60, closes: 10 * 60 }]
      const hours = [short, short, short, short, short, short, short]
      const save = (resolutions: object) =>
        about(space, 'resource.save', {
          ...{ siteId, resource: { ...drift, hours }, holder: null, resolutions },
          basedOn: fingerprint(drift),
        })
      const asked = await ask(space, 'mem_mara', save({}))
      const inTheWay = asked.kind === 'refused' ? asked.refusal : null
      if (inTheWay?.reason !== 'unresolved-bookings') throw new Error(JSON.stringify(asked))
      const kept = inTheWay.bookingIds.map((id) => [id, { kind: 'keep' }])
      await isAnswered(space, 'mem_mara', save(Object.fromEntries(kept)))
      space.now = clock(9, 59)
      await space.runJobs()
      expect(await namedOnDisk(space.storage)).toEqual(['Hana Sato'])
      space.now = clock(10)
      await space.runJobs()
      expect(await namedOnDisk(space.storage)).toEqual([])
    },
  )

  within(
    '[PRESENCE-04] turned off for the location nobody is told, and who had said yes is again when it is turned on',
    async (space) => {
      await share(space, 'mem_hana', true)
      await hanaIsIn(space)
      const turn = (membersFindEachOther: boolean) => {
        const basedOn = fingerprint(!membersFindEachOther)
        const body = { siteId, basedOn, membersFindEachOther }
        return isAnswered(space, 'mem_mara', about(space, 'finding.save', body))
      }
      await turn(false)
      expect(await namedOnDisk(space.storage)).toEqual([])
      await turn(true)
      expect(await namedOnDisk(space.storage)).toEqual(['Hana Sato'])
    },
  )

  within(
    '[PRESENCE-05] a yes that arrives months later is asked for again; a no counts whenever it comes',
    async (space) => {
      const late = { deadlineAt: toInstant(space.now - 1) }
      const yes = { ...about(space, 'presence.share', { isFindable: true }), ...late }
      const no = { ...about(space, 'presence.share', { isFindable: false }), ...late }
      expect(await ask(space, 'mem_hana', yes)).toMatchObject({ refusal: { reason: 'expired' } })
      expect(await ask(space, 'mem_hana', no)).toMatchObject({ kind: 'confirmed' })
    },
  )
})
