/** Reports: what members show the team of a thread, and what the team does about it. */
import {
  type Message,
  type MessageChoice,
  usualChoice,
} from '../../domain/community/messages/message.ts'
import { type DecideFacts, decideReport, report } from '../../domain/community/messages/report.ts'
import { reportIdOf, type SiteId } from '../../domain/values/ids.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import { audit, done, refused } from '../settlement/verdict.ts'
import { findMessages, findReport, messageChoice } from '../storage/load-messages.ts'

interface ReportFacts {
  readonly siteId: SiteId | null
  readonly messages: readonly Message[]
}

const make = settlementKind<'message.report', ReportFacts>({
  kind: 'message.report',
  load: async (ledger, { body }, actor) => {
    const about = await ledger.member(body.with)
    const shared = actor.siteIds.find((siteId) => about?.siteIds.includes(siteId))
    // Who has left meanwhile is reported where the reader is at home.
    const siteId = shared ?? actor.siteIds[0] ?? null
    return { siteId, messages: await findMessages(ledger.tx, body.messageIds) }
  },
  decide: ({ id, kind, body }, { siteId, messages }, actor, now) => {
    const isAll = messages.length === body.messageIds.length
    if (siteId === null || !isAll) return refused({ reason: 'unknown-message' })
    const made = {
      ...{ id: reportIdOf(id), siteId, by: actor.id, about: body.with, why: body.why },
    }
    const verdict = report(made, messages, now)
    if (verdict.kind === 'refused') return refused(verdict.refusal)
    return done([
      { kind: 'message-report', report: verdict.report },
      // What was said stands in the report itself.
      audit(kind, verdict.report.id, body.with),
    ])
  },
})

const decide = settlementKind<'report.decide', DecideFacts | null>({
  kind: 'report.decide',
  load: async ({ tx }, { body }, actor) => {
    if (!actor.siteIds.includes(body.siteId)) return null
    const found = await findReport(tx, body.reportId)
    const here = found?.siteId === body.siteId ? found : null
    if (here === null) return { report: null, messages: [], choice: usualChoice }
    const ids = here.messages.map(({ id }) => id)
    const messages = await findMessages(tx, ids)
    return { report: here, messages, choice: await messageChoice(tx, here.about) }
  },
  decide: ({ kind, body: { act, note } }, facts, actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const decision = decideReport(facts, { by: actor.id, act, note }, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    const { report: decided, removed, choice } = decision
    const about = { memberId: decided.about }
    return done([
      { kind: 'message-report', report: decided },
      ...removed.map((message): Fact => ({ kind: 'message-removed', message })),
      ...(choice === null ? [] : [{ kind: 'message-choice', ...about, choice } as const]),
      audit(kind, decided.id, `${act} ${decided.about}`),
    ])
  },
})

const reopen = settlementKind<'messages.reopen', MessageChoice | null>({
  kind: 'messages.reopen',
  load: async (ledger, { body }, actor) => {
    const { siteId, memberId } = body
    const member = await ledger.member(memberId)
    const isHere = actor.siteIds.includes(siteId) && member?.siteIds.includes(siteId) === true
    // Whom it was closed to asks somebody else.
    return isHere && memberId !== actor.id ? messageChoice(ledger.tx, memberId) : null
  },
  decide: ({ kind, body: { memberId } }, choice) => {
    if (choice === null) return refused({ reason: 'not-allowed' })
    if (!choice.isClosed) return refused({ reason: 'unchanged' })
    return done([
      { kind: 'message-choice', memberId, choice: { ...choice, isClosed: false, word: null } },
      audit(kind, memberId, ''),
    ])
  },
})

export const reportKinds = [make, decide, reopen]
