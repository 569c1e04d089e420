/** Messages: written, taken back, read; threads muted and blocked; and whether one takes any. */
import {
  block,
  mute,
  read,
  type SideDecision,
} from '../../domain/community/messages/change-side.ts'
import {
  type Message,
  type MessageChoice,
  removeMessage,
  type ThreadSide,
  threadOf,
} from '../../domain/community/messages/message.ts'
import { type SendFacts, sendMessage } from '../../domain/community/messages/send-message.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { type MemberId, messageIdOf, type SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, HOUR_MS } from '../../domain/values/instant.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { done, refused } from '../settlement/verdict.ts'
import {
  findMessages,
  findSide,
  messageChoice,
  sidesOfMember,
  threadFacts,
  writtenBy,
} from '../storage/load-messages.ts'
import { isListed } from '../storage/load-profiles.ts'

interface Sending extends SendFacts {
  /** A location of both, with messages turned on where there is one. */
  readonly siteId: SiteId | null
}

const send = settlementKind<'message.send', Sending>({
  kind: 'message.send',
  load: async (ledger, { body }, actor, now) => {
    const { tx } = ledger
    const { lastN, lastCameN } = await threadFacts(tx, threadOf(actor.id, body.to), body.to)
    const since = { hour: now - HOUR_MS, day: now - DAY_MS }
    return {
      ...(await togetherWith(ledger, actor, body.to)),
      own: await messageChoice(tx, actor.id),
      other: await messageChoice(tx, body.to),
      hasBlocked: (await findSide(tx, actor.id, body.to)).isBlocked,
      isBlocked: (await findSide(tx, body.to, actor.id)).isBlocked,
      ...{ hasWritten: lastCameN > 0, isFirst: lastN === 0 },
      ...(await writtenBy(tx, actor.id, since)),
    }
  },
  decide: ({ id, body, deadlineAt }, facts, actor, now) => {
    if (deadlineAt < now) return refused({ reason: 'expired', deadlineAt })
    const said = { id: messageIdOf(id), from: actor.id, to: body.to, text: body.text }
    const decision = sendMessage(said, facts, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    const { siteId } = facts
    if (siteId === null) return refused({ reason: 'not-reachable' })
    return done([{ kind: 'message', siteId, message: decision.message }])
  },
})

/** Where both belong, and whether the other is found there. */
async function togetherWith(ledger: Ledger, actor: Member, to: MemberId) {
  const other = await ledger.member(to)
  const shared = actor.siteIds.filter((siteId) => other?.siteIds.includes(siteId))
  const sites = await Promise.all(shared.map((siteId) => ledger.catalogue(siteId)))
  const on = sites.flatMap((one) => (one?.site.hasMessages === true ? [one.site] : []))
  const [first] = on
  const together = shared.length === 0 ? 'nowhere' : first ? 'messages-on' : 'messages-off'
  const isFound = on.some(({ hasDirectory }) => hasDirectory) && (await isListed(ledger.tx, to))
  return { siteId: first?.id ?? null, isListed: isFound, together } as const
}

const remove = settlementKind<'message.remove', Message | null>({
  kind: 'message.remove',
  load: async (ledger, { body }) => (await findMessages(ledger.tx, [body.messageId]))[0] ?? null,
  decide: (_intent, found, actor) => {
    const decision = removeMessage(found, actor.id)
    if (decision.kind === 'refused') return refused(decision.refusal)
    return done([{ kind: 'message-removed', message: decision.message }])
  },
})

interface ReadFacts {
  readonly side: ThreadSide
  readonly lastN: number
}

const readThread = settlementKind<'thread.read', ReadFacts>({
  kind: 'thread.read',
  load: async (ledger, { body }, actor) => ({
    side: await findSide(ledger.tx, actor.id, body.with),
    lastN: (await threadFacts(ledger.tx, threadOf(actor.id, body.with), body.with)).lastCameN,
  }),
  decide: ({ body }, { side, lastN }) => sideDecided(read(side, body.n, lastN)),
})

const muteThread = settlementKind<'thread.mute', ThreadSide>({
  kind: 'thread.mute',
  load: (ledger, { body }, actor) => findSide(ledger.tx, actor.id, body.with),
  decide: ({ body }, side) => sideDecided(mute(side, body.isMuted)),
})

interface BlockFacts {
  readonly side: ThreadSide
  readonly isKnown: boolean
  readonly blocked: number
}

const blockThread = settlementKind<'thread.block', BlockFacts>({
  kind: 'thread.block',
  load: async (ledger, { body }, actor: Member) => {
    const sides = await sidesOfMember(ledger.tx, actor.id)
    return {
      side: await findSide(ledger.tx, actor.id, body.with),
      isKnown: (await ledger.member(body.with)) !== null,
      blocked: sides.filter(({ isBlocked }) => isBlocked).length,
    }
  },
  decide: ({ body }, { side, isKnown, blocked }) =>
    isKnown
      ? sideDecided(block(side, body.isBlocked, blocked))
      : refused({ reason: 'not-reachable' }),
})

function sideDecided(decision: SideDecision): Decision {
  if (decision.kind === 'refused') return refused(decision.refusal)
  return done([{ kind: 'thread-side', side: decision.side }])
}

const take = settlementKind<'messages.take', MessageChoice>({
  kind: 'messages.take',
  load: (ledger, _intent, actor) => messageChoice(ledger.tx, actor.id),
  decide: ({ body: { isOpen } }, choice, actor) => {
    if (choice.isOpen === isOpen) return refused({ reason: 'unchanged' })
    return done([{ kind: 'message-choice', memberId: actor.id, choice: { ...choice, isOpen } }])
  },
})

export const messageKinds = [send, remove, readThread, muteThread, blockThread, take]
