import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { enqueue } from '../jobs/job.ts'
import type { Mailer } from '../mail/mailer.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { now, send, siteId } from '../support/for-tests.ts'
import { inTellingSpace, smtp, type TellingSpace } from './for-tests.ts'
import { looksDue } from './look-ahead.ts'

/** Seven in the morning of the next day in Berlin, before quiet hours end at eight. */
const look = toInstant(now + DAY_MS - 80 * MINUTE_MS)
const eight = toInstant(now + DAY_MS - HOUR_MS)

async function announce(
  { space }: TellingSpace,
  id: string,
  more: object = {},
  { revision = 0, ...again }: { readonly revision?: number; readonly tellAgain?: true } = {},
) {
  const announcement = {
    ...{ id: `ann_test-${id}`, title: `The ${id}`, text: 'As you <b>wished</b>.', tierIds: [] },
    ...{ from: '2026-11-24', until: null, isPinned: false, ...more },
  }
  const outcome = await send(space, 'mem_mara', 'announcement.save', {
    ...{ siteId, announcement, revision, ...again },
  })
  expect(outcome.kind).toBe('confirmed')
}

/** What is ahead is looked at; of what is told, that to Hana alone goes on. */
async function lookAhead(telling: TellingSpace): Promise<void> {
  const { space, storage } = telling
  await storage.transaction(async (tx) => enqueue(tx, await looksDue(tx, space.now)))
  await telling.runAll()
  const others = storage.write.deleteFrom('job').where('kind', 'like', 'news.send%')
  await others.where('key', 'not like', '%mem_hana%').execute()
}

test('[NEWS-23] [NEWS-12] [N-10] [C-09] what nobody waits for comes as one mail at eight, once, with one address to end all of it', async () => {
  await inTellingSpace(makeSqlite, now, async (telling) => {
    const { space, mail } = telling
    await announce(telling, 'door')
    await announce(telling, 'lift')
    await announce(telling, 'party', { from: '2026-12-24' })
    await announce(telling, 'desks', { tierIds: ['tie_nobodys'] })
    await telling.runAll()
    const before = mail.mails.length
    space.now = look
    await lookAhead(telling)
    await lookAhead(telling)
    expect(mail.mails).toHaveLength(before)
    space.now = eight
    const real = smtp(mail)
    const dies: Mailer = {
      send: async (one) => {
        await real.send(one)
        throw new Error('The process ended here')
      },
    }
    await telling.runAll(dies)
    space.now = toInstant(eight + 5 * MINUTE_MS)
    await telling.runAll()
    await telling.runAll()
    const told = mail.mails.slice(before).filter(({ subject }) => subject?.includes('messages'))
    expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(1)
    const found = must(told[0], 'it came')
    expect(found.subject).toMatch(/^\d+ messages from Harbour Loft$/)
    expect(found.text).toContain('The door')
    expect(found.text).toContain('The lift')
    expect(found.text).not.toContain('The party')
    expect(found.text).not.toContain('The desks')
    expect(String(found.html)).toContain('&lt;b&gt;wished&lt;/b&gt;')
    const list = found.headers.get('list') as { unsubscribe?: { url: string } } | undefined // as it parses them
    expect(list?.unsubscribe?.url).toContain('/stop-mails/mem_hana:events:')
    const states = await telling.storage.read
      .selectFrom('news')
      .select('state')
      .where('kind', '=', 'announced')
      .where('member_id', '=', 'mem_hana')
      .execute()
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['sent']))
    space.log.length = 0
  })
})

test('[NEWS-27] [EVENT-16] what is told again is one more mail for each edition, with its latest words; a change that is not is none', async () => {
  await inTellingSpace(makeSqlite, now, async (telling) => {
    const { space, mail } = telling
    const day = async (count: number) => {
      const before = mail.mails.length
      space.now = toInstant(look + count * DAY_MS)
      await lookAhead(telling)
      await lookAhead(telling)
      space.now = toInstant(eight + count * DAY_MS)
      await telling.runAll()
      const all = mail.mails.slice(before).map(({ text, subject }) => `${subject}\n${text}`)
      return all.filter((one) => one.includes('The door'))
    }
    await announce(telling, 'door')
    // Told again before the first was sent: one of them is enough.
    const again = { tellAgain: true } as const
    await announce(telling, 'door', { text: 'At noon.' }, { revision: 1, ...again })
    const first = await day(0)
    expect(first).toHaveLength(1)
    expect(first[0]).toContain('At noon.')
    await announce(telling, 'door', { text: 'At one.' }, { revision: 2 })
    expect(await day(1)).toEqual([])
    await announce(telling, 'door', { text: 'At two.' }, { revision: 3, ...again })
    await announce(telling, 'door', { text: 'At three.' }, { revision: 4, ...again })
    const last = await day(2)
    expect(last).toHaveLength(1)
    expect(last[0]).toContain('Changed: The door')
    expect(last[0]).toContain('At three.')
    await announce(telling, 'door', { text: 'At four.' }, { revision: 5 })
    expect(await day(20)).toEqual([])
    space.log.length = 0
  })
})
