import { expect, test } from 'vitest'
import { messageIdOf } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { makeSqlite, onEachEngine } from '../storage/for-tests.ts'
import { bytesOf, held, now, siteId } from '../support/for-tests.ts'

const [hana, dev, anton, mara] = ['mem_hana', 'mem_dev', 'mem_anton', 'mem_mara']

type Kind = Parameters<typeof intentOf>[1]

async function send(space: TestSpace, who: string, kind: Kind, body: object) {
  const intent = intentOf(space.now, kind, body)
  await space.send(who, intent)
  const { outcome } = await space.outcomeOf(intent)
  return { outcome, messageId: messageIdOf(intent.id) }
}

const say = (space: TestSpace, who: string, to: string, text: string) =>
  send(space, who, 'message.send', { to, text })

const granted = { outcome: { kind: 'confirmed' } }
const no = (reason: string) => ({ outcome: { refusal: { reason } } })

/** The texts of a thread, in the order of the copy of one of the two. */
async function readBy(space: TestSpace, who: string, other: string): Promise<readonly string[]> {
  const { messages = {} } = await held(space, `messages/${who}`)
  return (Object.values(messages) as unknown as readonly Told[])
    .filter((one) => one.with === other)
    .sort((a, b) => a.n - b.n)
    .map(({ state, text }) => (state === 'there' ? text : state))
}

interface Told {
  readonly with: string
  readonly n: number
  readonly state: string
  readonly text: string
}

onEachEngine('messages', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[MESSAGE-01] [C-08] both read the same messages in the same order, each once',
    async (space) => {
      const first = intentOf(now, 'message.send', { to: dev, text: 'Lunch?' })
      await space.send(hana, first)
      await space.send(hana, first) // a repeat
      await space.outcomeOf(first)
      await say(space, dev, hana, 'At one')
      await say(space, hana, dev, 'Good')
      const all = ['Lunch?', 'At one', 'Good']
      expect(await readBy(space, hana, dev)).toEqual(all)
      expect(await readBy(space, dev, hana)).toEqual(all)
      await send(space, dev, 'thread.read', { with: hana, n: 99 })
      const { threads = {} } = await held(space, `messages/${dev}`)
      expect(threads[hana]).toMatchObject({ name: 'Hana Sato', readN: 3, isBlocked: false })
    },
  )

  within(
    '[MESSAGE-02] [MESSAGE-03] [MESSAGE-10] who is in no directory, takes none or belongs nowhere in common is not written to',
    async (space) => {
      expect(await say(space, dev, hana, 'Hello')).toMatchObject(no('not-reachable'))
      expect(await say(space, dev, 'mem_nobody', 'Hello')).toMatchObject(no('not-reachable'))
      expect(await say(space, hana, dev, 'Hello')).toMatchObject(granted)
      expect(await say(space, dev, hana, 'Hello')).toMatchObject(granted)
      await send(space, dev, 'messages.take', { isOpen: false })
      expect(await say(space, hana, dev, 'Still there?')).toMatchObject(no('takes-no-messages'))
      expect(await say(space, dev, hana, 'No')).toMatchObject(no('messages-not-taken'))
      const { quiet = {} } = await held(space, `directory/${siteId}`)
      expect(quiet).toEqual({ [dev]: true })
      await send(space, dev, 'messages.take', { isOpen: true })
      expect((await held(space, `directory/${siteId}`))['quiet'] ?? {}).toEqual({})
    },
  )

  within(
    '[MESSAGE-04] [MESSAGE-06] [X-04] no byte of a thread comes to anybody else, and none of what was blocked to who blocked it',
    async (space) => {
      const [kept, blocked] = ['MARKER-KEPT-2b6e', 'MARKER-BLOCKED-91ac']
      const others = [`messages/${anton}`, `messages/${mara}`, `support/${siteId}`]
      others.push(`directory/${siteId}`, ...[hana, dev, mara].map((who) => `member/${who}`))
      const all = [...others, `messages/${hana}`, `messages/${dev}`]
      for (const document of all) await bytesOf(space, document) // followed from the first word on
      await say(space, hana, dev, kept)
      await send(space, dev, 'thread.block', { with: hana, isBlocked: true })
      expect(await say(space, hana, dev, blocked)).toMatchObject(granted)
      expect(await say(space, dev, hana, 'No')).toMatchObject(no('blocked-by-you'))
      await send(space, dev, 'thread.block', { with: hana, isBlocked: false })
      await say(space, dev, hana, 'Hello again')
      expect(await readBy(space, hana, dev)).toEqual([kept, blocked, 'Hello again'])
      expect(await readBy(space, dev, hana)).toEqual([kept, 'Hello again'])
      expect(await bytesOf(space, `messages/${dev}`)).not.toContain(blocked)
      for (const document of others) {
        const bytes = await bytesOf(space, document)
        for (const marker of [kept, blocked]) expect(bytes, document).not.toContain(marker)
      }
    },
  )

  within(
    '[MESSAGE-05] what was taken back is in no copy, no log and no wish any more',
    async (space) => {
      const marker = 'MARKER-GONE-77d0'
      const { messageId } = await say(space, hana, dev, marker)
      expect(await bytesOf(space, `messages/${dev}`)).toContain(marker)
      expect(await send(space, dev, 'message.remove', { messageId })).toMatchObject(
        no('unknown-message'),
      )
      expect(await send(space, hana, 'message.remove', { messageId })).toMatchObject(granted)
      expect(await readBy(space, dev, hana)).toEqual(['removed'])
      for (const who of [hana, dev]) {
        expect(await bytesOf(space, `messages/${who}`)).not.toContain(marker)
      }
      const wishes = await space.storage.read.selectFrom('intent').select('record').execute()
      expect(JSON.stringify(wishes)).not.toContain(marker)
    },
  )

  within(
    '[MESSAGE-07] [MESSAGE-08] the team reads what was reported and nothing else of the thread, and what it decides counts',
    async (space) => {
      const [private_, rude] = ['MARKER-PRIVATE-5a', 'MARKER-RUDE-c3']
      await say(space, dev, anton, 'Hello')
      await say(space, anton, dev, private_)
      const { messageId } = await say(space, anton, dev, rude)
      const body = { with: anton, messageIds: [messageId], why: 'Rude' }
      expect(await send(space, hana, 'message.report', body)).toMatchObject(no('unknown-message'))
      expect(await send(space, dev, 'message.report', body)).toMatchObject(granted)
      const bytes = await bytesOf(space, `support/${siteId}`)
      expect(bytes).toContain(rude)
      expect(bytes).not.toContain(private_)
      const reports = (await held(space, `support/${siteId}`))['reports'] ?? {}
      const [reportId, told] =
        Object.entries(reports).find(([id]) => id.startsWith('rep_test')) ?? []
      expect(told).toMatchObject({ about: anton, why: 'Rude', isClosed: false, decided: null })
      const decision = { siteId, reportId, act: 'close', note: 'Please be kind.' }
      expect(await send(space, hana, 'report.decide', decision)).toMatchObject(no('not-allowed'))
      expect(await send(space, mara, 'report.decide', decision)).toMatchObject(granted)
      expect(await send(space, mara, 'report.decide', decision)).toMatchObject(no('report-decided'))
      expect(await readBy(space, dev, anton)).toEqual(['Hello', private_, 'removed-by-team'])
      expect(await say(space, anton, dev, 'Sorry')).toMatchObject(no('messages-closed'))
      expect((await held(space, `messages/${anton}`))['own']).toMatchObject({
        choice: { isClosed: true, word: { text: 'Please be kind.' } },
      })
      const reopen = { siteId, memberId: anton }
      expect(await send(space, anton, 'messages.reopen', reopen)).toMatchObject(no('not-allowed'))
      expect(await send(space, mara, 'messages.reopen', reopen)).toMatchObject(granted)
      expect(await say(space, anton, dev, 'Sorry')).toMatchObject(granted)
    },
  )

  within('[MESSAGE-09] there is an end to what one writes in an hour', async (space) => {
    await say(space, hana, dev, 'Hello')
    const row = await space.storage.read
      .selectFrom('message')
      .selectAll()
      .where('to_id', '=', dev)
      .executeTakeFirstOrThrow()
    const many = Array.from({ length: limits.messagesPerHourMax }, (_, index) => ({
      ...row,
      ...{ id: `msg_many-${index}`, n: index + 2, sent_at: now },
    }))
    await space.storage.transaction((tx) => tx.insertInto('message').values(many).execute())
    expect(await say(space, hana, dev, 'More')).toMatchObject(no('too-many-messages'))
    space.now = toInstant(now + DAY_MS)
    expect(await say(space, hana, dev, 'More')).toMatchObject(granted)
  })

  within('[MESSAGE-12] a message that came after its deadline is not delivered', async (space) => {
    const intent = intentOf(space.now, 'message.send', { to: dev, text: 'Old' })
    await space.send(hana, { ...intent, deadlineAt: toInstant(space.now - 1) })
    expect(await space.outcomeOf(intent)).toMatchObject(no('expired'))
    expect(await readBy(space, dev, hana)).toEqual([])
  })
})

test('[MESSAGE-15] beyond what devices keep the oldest leaves their copy, nothing is refused, and the space has it all', () =>
  inTestSpace(makeSqlite, now, async (space) => {
    const { messageId } = await say(space, hana, dev, 'First')
    const messages = space.storage.read.selectFrom('message')
    const row = await messages.selectAll().where('id', '=', messageId).executeTakeFirstOrThrow()
    const many = Array.from({ length: limits.messagesKept }, (_, index) => ({
      ...{ ...row, id: `msg_many-${index}`, n: row.n + 1 + index },
      ...{ text: 'Word', sent_at: now + 1 },
    }))
    await space.storage.transaction((tx) => tx.insertInto('message').values(many).execute())
    space.now = toInstant(now + DAY_MS)
    expect(await say(space, hana, dev, 'Last')).toMatchObject(granted)
    for (const [who, other] of [
      [hana, dev],
      [dev, hana],
    ] as const) {
      const read = await readBy(space, who, other)
      expect([read.length, read.at(0), read.at(-1)]).toEqual([
        ...[limits.messagesKept, 'Word', 'Last'],
      ])
    }
    const kept = await messages.select('text').where('thread', '=', row.thread).execute()
    expect(kept).toHaveLength(limits.messagesKept + 2)
  }))
