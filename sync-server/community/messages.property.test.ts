import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { messageIdOf } from '../../domain/values/ids.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { held, now } from '../support/for-tests.ts'

/** All of them are in the sample's directory. */
const people = ['mem_dev', 'mem_anton', 'mem_aisha'] as const
type Person = (typeof people)[number]

/** What somebody does; a wish is now and then sent again, because the line broke before its answer came. */
const act = fc.record({
  who: fc.constantFrom(...people),
  aside: fc.nat({ max: 1 }),
  what: fc.constantFrom('say', 'say', 'say', 'say', 'block', 'remove' as const),
  which: fc.nat(),
  isRepeated: fc.boolean(),
})
const ACTS = 80

interface Copy {
  readonly id: string
  readonly n: number
  readonly with: string
  readonly text: string
}

async function copyOf(space: TestSpace, who: Person, other: Person): Promise<readonly Copy[]> {
  const { messages = {} } = await held(space, `messages/${who}`)
  const all = Object.values(messages) as unknown as readonly Copy[] // as the sections say
  return all.filter((one) => one.with === other).sort((a, b) => a.n - b.n)
}

for (const seed of [1, 2]) {
  test(`[MESSAGE-01] [MESSAGE-04] whatever is written, repeated, blocked and taken back, both read one order, each message once, and who blocks reads none of it (seed ${seed})`, async () => {
    await inTestSpace(makeSqlite, now, async (space) => {
      const blocked = new Set<string>()
      const sent: { readonly id: string; readonly from: Person; readonly isWithheld: boolean }[] =
        []
      const wish = async (
        who: Person,
        kind: Parameters<typeof intentOf>[1],
        body: object,
        isRepeated: boolean,
      ) => {
        const intent = intentOf(space.now, kind, body)
        await space.send(who, intent)
        if (isRepeated) await space.send(who, intent)
        const { outcome } = await space.outcomeOf(intent)
        if (isRepeated) await space.send(who, intent)
        return { id: messageIdOf(intent.id), isGranted: outcome.kind === 'confirmed' }
      }
      for (const one of fc.sample(act, { seed, numRuns: ACTS })) {
        const { who, isRepeated } = one
        const other = must(people.filter((each) => each !== who)[one.aside], 'there are two others')
        if (one.what === 'say') {
          const body = { to: other, text: `${one.which}` }
          const { id, isGranted } = await wish(who, 'message.send', body, isRepeated)
          expect(isGranted).toBe(!blocked.has(`${who} ${other}`))
          if (isGranted) sent.push({ id, from: who, isWithheld: blocked.has(`${other} ${who}`) })
        } else if (one.what === 'block') {
          const isBlocked = !blocked.has(`${who} ${other}`)
          await wish(who, 'thread.block', { with: other, isBlocked }, isRepeated)
          if (isBlocked) blocked.add(`${who} ${other}`)
          else blocked.delete(`${who} ${other}`)
        } else {
          const found = sent[one.which % Math.max(1, sent.length)]
          if (found === undefined) continue
          await wish(found.from, 'message.remove', { messageId: found.id }, isRepeated)
        }
      }
      const withheld = new Set(sent.filter((one) => one.isWithheld).map(({ id }) => id))
      const read: string[] = []
      for (const who of people) {
        for (const other of people.filter((one) => one > who)) {
          const [mine, theirs] = [await copyOf(space, who, other), await copyOf(space, other, who)]
          const shared = (copy: readonly Copy[]) =>
            copy.filter(({ id }) => !withheld.has(id)).map(({ id, n, text }) => [id, n, text])
          expect(shared(mine)).toEqual(shared(theirs))
          const ids = [...new Set([...mine, ...theirs].map(({ id }) => id))]
          read.push(...ids)
          for (const id of ids.filter((one) => withheld.has(one))) {
            const copies = [mine, theirs].filter((copy) => copy.some((one) => one.id === id))
            expect(copies).toHaveLength(1)
          }
        }
      }
      expect(read.toSorted()).toEqual(sent.map(({ id }) => id).toSorted())
    })
  })
}
