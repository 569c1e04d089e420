import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { sampleNow } from '../for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadMemberships } from '../storage/load-memberships.ts'
import type { Storage } from '../storage/storage.ts'
import { feesOfNextYear } from './for-tests.ts'

const site = 'sit_harbour-loft'
const HOUR_MS = 3_600_000

/** As an older version left it: these steps had not been taken. */
async function asBefore({ write }: Storage, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) await sql`delete from migration where name = ${step}`.execute(write)
}

async function note({ write }: Storage, entry: Readonly<Record<string, string | number>>) {
  const rest = { at: 0, actor: 'mem_mara', command: '', subject: '', detail: '' }
  await write
    .insertInto('audit')
    .values({ ...rest, ...entry })
    .execute()
}

/** A membership that was changed once, of somebody who has no place at the location any more. */
async function leftBehind({ write }: Storage, memberId: string): Promise<void> {
  const tierId = toId('tier', 'tie_hot-desk')
  const change = { id: `bki_${memberId}`, kind: 'tier', tierId: 'tie_dedicated-desk' }
  const made = { madeOn: '2025-03-01', madeBy: 'member', reason: '', cost: null, on: '2025-04-01' }
  const changes = [{ ...change, ...made }]
  const id = `msh_${memberId.slice(4)}`
  const body = JSON.stringify({ id, siteId: site, tierId, startsOn: null, changes })
  const row = { id, member_id: memberId, site_id: site, position: 0, body }
  await write.deleteFrom('membership').where('member_id', '=', memberId).execute()
  await write.insertInto('membership').values(row).execute()
  await write.deleteFrom('member_site').where('member_id', '=', memberId).execute()
}

onEachEngine('former members of an older version', (makeDatabase) => {
  test('[TERMS-16] [D-47] who had left before is billed for no membership from the day on which they left, and nobody else’s ends', async () => {
    const database = await makeDatabase(sampleNow())
    try {
      const before = await database.open()
      await leftBehind(before, 'mem_hana')
      await leftBehind(before, 'mem_dev')
      const stays = JSON.stringify([
        ...(await loadMemberships(before.read, ['mem_ola', 'mem_kai'])),
      ])
      // Half past eleven at night in Hamburg is the day before by UTC's clock.
      const leftAt = Date.UTC(2025, 5, 30, 22, 30)
      await note(before, { at: leftAt - HOUR_MS, command: 'members.read', subject: 'mem_hana' })
      await note(before, {
        at: leftAt,
        command: 'members.remove',
        subject: 'mem_hana',
        detail: site,
      })
      await note(before, { at: leftAt + HOUR_MS * 48, command: 'member.erase', subject: 'mem_dev' })
      expect(await feesOfNextYear(before, 'mem_hana')).not.toEqual([])
      await asBefore(before, '067-former-members')
      await before.close()

      const after = await database.open()
      const found = await loadMemberships(after.read, ['mem_hana', 'mem_dev'])
      const ends = ['mem_hana', 'mem_dev'].map((id) =>
        must(found.get(id)?.[0], 'it is kept').changes.at(-1),
      )
      expect(ends).toMatchObject([
        { kind: 'end', on: '2025-07-01', madeOn: '2025-07-01', cost: null },
        { kind: 'end', on: '2025-07-03', madeOn: '2025-07-03', cost: null },
      ])
      for (const id of ['mem_hana', 'mem_dev']) expect(await feesOfNextYear(after, id)).toEqual([])
      const left = JSON.stringify([...(await loadMemberships(after.read, ['mem_ola', 'mem_kai']))])
      expect(left).toBe(stays)
      // Once more, as a start does that was killed before it was noted.
      await asBefore(after, '067-former-members')
      await after.close()
      const again = await database.open()
      expect(await loadMemberships(again.read, ['mem_hana', 'mem_dev'])).toEqual(found)
    } finally {
      await database.remove()
    }
  })

  test('[A-09] the trail of an older version forgets what was typed to find people, and names payers by their ids', async () => {
    const database = await makeDatabase(sampleNow())
    try {
      const before = await database.open()
      const payer = { kind: 'member', memberId: 'mem_hana' }
      const entries = [
        { command: 'members.read', subject: site, detail: 'Hana Sa' },
        { command: 'members.read', subject: 'mem_hana', detail: 'page' },
        { command: 'credit.grant', subject: 'Hana Sato', detail: JSON.stringify({ payer }) },
        { command: 'credit.withdraw', subject: 'Hana Sato', detail: '' },
      ]
      for (const entry of entries) await note(before, entry)
      await asBefore(before, '066-trail')
      await before.close()
      const after = await database.open()
      const rows = after.read.selectFrom('audit').select(['subject', 'detail']).orderBy('id')
      expect((await rows.execute()).slice(-4)).toEqual([
        { subject: site, detail: '' },
        { subject: 'mem_hana', detail: 'page' },
        { subject: 'mem_hana', detail: JSON.stringify({ payer }) },
        { subject: '', detail: '' },
      ])
      // And nobody changes it from here on.
      const change = after.write.updateTable('audit').set({ subject: 'x' }).execute()
      await expect(change).rejects.toThrow('append-only')
    } finally {
      await database.remove()
    }
  })
})
