/**
 * What somebody wrote stands once on both sides of its thread, in the order in which the space took it, which for what one device wrote is the order
 * in which it did; and what came for somebody who had blocked its author never is on their socket. Told by the wishes alone, played again.
 */
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import { readMessage } from '../../../domain/community/messages/read-messages.ts'
import { must } from '../../../domain/values/assert.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import type { Device } from '../device.ts'
import { SAID } from '../message-wishes.ts'
import type { World } from '../world.ts'
import type { MakeOracle } from './oracle.ts'

/** As the space answered: settled, in the order of arrival. */
interface Asked {
  readonly memberId: string
  readonly device: string
  readonly seq: number
  readonly intent: AnyIntent
}

interface Said {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly device: string
  readonly seq: number
  readonly isWithheld: boolean
}

const word = new RegExp(`${SAID}[0-9A-Z]{26}`, 'gu')

export const messagesComeOnce: MakeOracle = (world) => {
  /** What sockets carried in this generation of the server, by whose they were. */
  const carried = new Map<MemberId, Set<string>>()
  return {
    title: 'a message comes once, in order, and not to who has blocked its author',
    onSent: ({ member }, message) => {
      const text = typeof message === 'string' ? message : Buffer.from(message).toString('latin1')
      if (!text.includes(SAID)) return null
      const known = carried.get(member.id) ?? new Set()
      for (const [found] of text.matchAll(word)) known.add(found)
      carried.set(member.id, known)
      return null
    },
    // What was carried since the backup never was.
    onRestored: () => {
      carried.clear()
      return null
    },
    atEnd: async () => {
      const said = replayed(await askedIn(world))
      const heard = said.filter(
        ({ to, text, isWithheld }) => isWithheld && carried.get(to as MemberId)?.has(text),
      )
      return [
        ...heard.map(({ to, from }) => `${to} has blocked ${from} and was sent what they wrote`),
        ...outOfOrder(said),
        ...world.devices.flatMap((device) => differences(device, said)),
      ]
    },
  }
}

async function askedIn({ host }: World): Promise<readonly Asked[]> {
  const { storage } = must(host.server, 'the world has healed')
  const rows = await storage.read
    .selectFrom('intent')
    .select(['member_id', 'device_id', 'seq', 'record'])
    .where('kind', 'in', ['message.send', 'thread.block'])
    .where('settled', 'like', '%"kind":"confirmed"%')
    .orderBy('arrival')
    .execute()
  return rows.map(({ member_id, device_id, seq, record }) => ({
    ...{ memberId: member_id, device: device_id, seq },
    intent: parseKept<AnyIntent>(record),
  }))
}

function replayed(asked: readonly Asked[]): readonly Said[] {
  const blocked = new Set<string>()
  const said: Said[] = []
  for (const { memberId: from, device, seq, intent } of asked) {
    if (intent.kind === 'thread.block') {
      const pair = `${from} ${intent.body.with}`
      if (intent.body.isBlocked) blocked.add(pair)
      else blocked.delete(pair)
    } else if (intent.kind === 'message.send') {
      const { to, text } = intent.body
      said.push({ from, to, text, device, seq, isWithheld: blocked.has(`${to} ${from}`) })
    }
  }
  return said
}

function outOfOrder(said: readonly Said[]): readonly string[] {
  const last = new Map<string, number>()
  return said.flatMap(({ device, seq, text }) => {
    const before = last.get(device) ?? 0
    last.set(device, seq)
    return before < seq ? [] : [`${text} of ${device} came after what was written later`]
  })
}

function differences({ id, member, documents }: Device, said: readonly Said[]): readonly string[] {
  const { messages = {} } = documents.read(`messages/${member.id}`)
  const has = Object.values(messages)
    .flatMap((one) => readMessage(one) ?? [])
    .sort((a, b) => a.n - b.n)
    .map(({ text }) => text)
  const wanted = said
    .filter(({ from, to, isWithheld }) => from === member.id || (to === member.id && !isWithheld))
    .map(({ text }) => text)
  return has.join() === wanted.join() ? [] : [`${id} reads ${has.join()}, not ${wanted.join()}`]
}
