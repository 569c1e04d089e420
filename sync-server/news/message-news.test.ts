import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { messageIdOf } from '../../domain/values/ids.ts'
import { HOUR_MS, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { inTellingSpace, type TellingSpace } from './for-tests.ts'

/** A Tuesday, 09:00 in Berlin. */
const morning = toInstant(Date.UTC(2026, 10, 24, 8))
const [hana, dev] = ['mem_hana', 'mem_dev']

async function wish(
  { space }: TellingSpace,
  who: string,
  kind: Parameters<typeof intentOf>[1],
  body: object,
) {
  const intent = intentOf(space.now, kind, body)
  await space.send(who, intent)
  expect((await space.outcomeOf(intent)).outcome.kind).toBe('confirmed')
  return messageIdOf(intent.id)
}

const say = (telling: TellingSpace, text: string) =>
  wish(telling, hana, 'message.send', { to: dev, text })

const later = ({ space }: TellingSpace, ms: number) => {
  space.now = toInstant(space.now + ms)
}

const within = (title: string, work: (telling: TellingSpace) => Promise<void>, now = morning) =>
  test(title, () => inTellingSpace(makeSqlite, now, work))

within(
  '[MESSAGE-13] [N-10] several messages are told once, in a moment and without their words',
  async (telling) => {
    await say(telling, 'MARKER-WORDS')
    await say(telling, 'And more')
    expect(await telling.runAll()).toBe(0)
    later(telling, 3 * MINUTE_MS)
    expect(await telling.runAll()).toBe(1)
    const mail = must(telling.mail.mails[0], 'it arrived')
    expect(mail.subject).toBe('Hana Sato wrote to you')
    expect(mail.text).toContain('2 unread messages')
    expect(`${mail.text}${mail.html}`).not.toContain('MARKER')
    await say(telling, 'Still not read')
    later(telling, 3 * MINUTE_MS)
    expect(await telling.runAll()).toBe(1)
    await wish(telling, dev, 'thread.read', { with: hana, n: 3 })
    await say(telling, 'After that')
    later(telling, 3 * MINUTE_MS)
    expect(await telling.runAll()).toBe(2)
  },
)

within(
  '[MESSAGE-13] who reads it meanwhile, has muted the thread, or to whom it never came, is told nothing',
  async (telling) => {
    await say(telling, 'Read at once')
    await wish(telling, dev, 'thread.read', { with: hana, n: 1 })
    await say(telling, 'Then muted')
    await wish(telling, dev, 'thread.mute', { with: hana, isMuted: true })
    await say(telling, 'In silence')
    await wish(telling, dev, 'thread.mute', { with: hana, isMuted: false })
    await wish(telling, dev, 'thread.block', { with: hana, isBlocked: true })
    await say(telling, 'To nobody')
    later(telling, HOUR_MS)
    expect(await telling.runAll()).toBe(0)
  },
)

within(
  '[MESSAGE-13] [N-10] a message of the night is told in the morning',
  async (telling) => {
    await say(telling, 'Good night')
    later(telling, HOUR_MS)
    expect(await telling.runAll()).toBe(0)
    telling.space.now = toInstant(morning + HOUR_MS)
    expect(await telling.runAll()).toBe(1)
  },
  toInstant(morning - 10 * HOUR_MS),
)

within(
  '[MESSAGE-08] who wrote what was reported reads what the team says about it',
  async (telling) => {
    const messageId = await say(telling, 'MARKER-WORDS')
    const report = { with: hana, messageIds: [messageId], why: 'Rude' }
    await wish(telling, dev, 'message.report', report)
    const reportId = (
      await telling.storage.read
        .selectFrom('message_report')
        .select('id')
        .where('by_id', '=', dev)
        .executeTakeFirstOrThrow()
    ).id
    const decision = { siteId: 'sit_harbour-loft', reportId, act: 'remove', note: 'Be kind.' }
    await wish(telling, 'mem_mara', 'report.decide', decision)
    later(telling, HOUR_MS)
    expect(await telling.runAll()).toBe(1)
    const mail = must(telling.mail.mails[0], 'it arrived')
    expect(mail.text).toContain('Be kind.')
    expect(mail.text).not.toContain('MARKER')
  },
)
