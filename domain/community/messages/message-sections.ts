/**
 * Messages as sections. `messages/<member>`, for that member alone: `threads` by who the other is, `messages` by `<other>/<n>`, and `own`, what
 * they chose and what the team told them. `support/<site>`, for staff: `reports`, with what was shown to them and nothing else of any thread.
 */
import { toJson } from '../../bookings/member-sections.ts'
import type { MemberId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Sections } from '../../values/sections.ts'
import type { Message, MessageChoice, ThreadSide } from './message.ts'
import type { Report } from './report.ts'

export interface OwnThread {
  readonly with: MemberId
  readonly name: string
  readonly lastAt: Instant | null
  readonly readN: number
  readonly isMuted: boolean
  readonly isBlocked: boolean
}

/** A message as one of the two reads it. */
export interface ToldMessage extends Pick<Message, 'id' | 'n' | 'sentAt' | 'state' | 'text'> {
  readonly with: MemberId
  readonly isOwn: boolean
}

export interface OwnMessages {
  readonly memberId: MemberId
  readonly messages: readonly Message[]
  readonly sides: readonly ThreadSide[]
  readonly choice: MessageChoice
}

export type NameOfMember = (memberId: MemberId) => string

export function messageSections(own: OwnMessages, nameOf: NameOfMember): Sections {
  const { memberId, choice } = own
  const told = own.messages
    .filter(({ isWithheld, from }) => !isWithheld || from === memberId)
    .map((one) => toldTo(memberId, one))
  return {
    threads: Object.fromEntries(threadsOf(own, told, nameOf).map((one) => [one.with, toJson(one)])),
    messages: Object.fromEntries(told.map((one) => [`${one.with}/${one.n}`, toJson(one)])),
    own: { choice: toJson(choice) },
  }
}

function toldTo(
  memberId: MemberId,
  { id, n, from, to, sentAt, state, text }: Message,
): ToldMessage {
  const isOwn = from === memberId
  return { id, n, with: isOwn ? to : from, isOwn, sentAt, state, text }
}

function threadsOf(
  { sides }: OwnMessages,
  told: readonly ToldMessage[],
  nameOf: NameOfMember,
): readonly OwnThread[] {
  const lastAt = new Map<MemberId, Instant>()
  for (const one of told) {
    const before = lastAt.get(one.with)
    if (before === undefined || before < one.sentAt) lastAt.set(one.with, one.sentAt)
  }
  const sideOf = new Map(sides.map((side) => [side.otherId, side]))
  const others = [...new Set([...lastAt.keys(), ...sideOf.keys()])]
  return others.map((other) => {
    const { readN = 0, isMuted = false, isBlocked = false } = sideOf.get(other) ?? {}
    const name = nameOf(other)
    return { with: other, name, lastAt: lastAt.get(other) ?? null, readN, isMuted, isBlocked }
  })
}

/** A report as the team reads it. */
export interface TeamReport extends Report {
  readonly byName: string
  readonly aboutName: string
  /** Messages are closed to who wrote it. */
  readonly isClosed: boolean
}

export function reportSections(
  reports: readonly Report[],
  nameOf: NameOfMember,
  closed: ReadonlySet<MemberId>,
): Sections {
  const toTeam = (one: Report): TeamReport => ({
    ...one,
    ...{ byName: nameOf(one.by), aboutName: nameOf(one.about), isClosed: closed.has(one.about) },
  })
  return { reports: Object.fromEntries(reports.map((one) => [one.id, toJson(toTeam(one))])) }
}
