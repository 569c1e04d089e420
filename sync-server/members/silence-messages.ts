/** What somebody wrote to others, and told the team of others, is without its words from now on (D-55). */
import { messageStates } from '../../domain/community/messages/message.ts'
import type { Report } from '../../domain/community/messages/report.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'

export async function silenceMessages(tx: Tx, memberId: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ state: messageStates.removed, text: '' })
    .where('from_id', '=', memberId)
    .execute()
  await silenceReports(tx, memberId)
}

/** That there was one, and what the team did, stays. */
async function silenceReports(tx: Tx, memberId: string): Promise<void> {
  const reports = await tx
    .selectFrom('message_report')
    .select(['id', 'body'])
    .where((where) => where.or([where('by_id', '=', memberId), where('about_id', '=', memberId)]))
    .execute()
  for (const { id, body } of reports) {
    const report = parseKept<Report>(body)
    const silent: Report = {
      ...report,
      why: report.by === memberId ? '' : report.why,
      messages:
        report.about === memberId
          ? report.messages.map((one) => ({ ...one, text: '' }))
          : report.messages,
      decided: report.decided === null ? null : { ...report.decided, note: '' },
    }
    await tx
      .updateTable('message_report')
      .set({ body: JSON.stringify(silent) })
      .where('id', '=', id)
      .execute()
  }
}
