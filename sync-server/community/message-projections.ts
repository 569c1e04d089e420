/** Messages as they are shown: to a member their own threads, and to the team what was reported to it. */
import {
  messageSections,
  reportSections,
} from '../../domain/community/messages/message-sections.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import {
  messageChoice,
  messageChoices,
  messagesOfMember,
  reportsOfSite,
  shownNames,
  sidesOfMember,
} from '../storage/load-messages.ts'
import type { Tx } from '../storage/storage.ts'

async function projectMessages(tx: Tx, { memberId }: Named<'messages'>) {
  const found = tx.selectFrom('member').select('id').where('id', '=', memberId)
  if ((await found.executeTakeFirst()) === undefined) return null
  const messages = await messagesOfMember(tx, memberId)
  const sides = await sidesOfMember(tx, memberId)
  const choice = await messageChoice(tx, memberId)
  const others = [
    ...messages.flatMap(({ from, to }) => [from, to]),
    ...sides.map(({ otherId }) => otherId),
  ]
  return messageSections({ memberId, messages, sides, choice }, await namesIn(tx, others))
}

async function projectReports(tx: Tx, { siteId }: Named<'support'>) {
  if ((await loadSite(tx, siteId)) === null) return null
  const reports = await reportsOfSite(tx, siteId)
  const about = reports.map((one) => one.about)
  const choices = await messageChoices(tx, about)
  const closed = about.filter((memberId) => choices.get(memberId)?.isClosed === true)
  const nameOf = await namesIn(tx, [...about, ...reports.map(({ by }) => by)])
  return reportSections(reports, nameOf, new Set(closed))
}

async function namesIn(tx: Tx, memberIds: readonly MemberId[]) {
  const names = await shownNames(tx, memberIds)
  return (memberId: MemberId) => names.get(memberId) ?? ''
}

export const messageProjections: readonly Projection[] = [
  {
    document: 'messages',
    project: (tx, names) => eachOf(names, (name) => projectMessages(tx, name)),
  },
  {
    document: 'support',
    project: (tx, names) => eachOf(names, (name) => projectReports(tx, name)),
  },
]
