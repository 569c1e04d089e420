import { sampleMessages } from '../../domain/seeds/harbour-loft/messages.ts'
import { harbourLoftId } from '../../domain/seeds/harbour-loft/sites.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { writeMessages } from '../settlement/write-messages.ts'
import type { Tx } from '../storage/storage.ts'

/** What members of the sample wrote to each other, what they have read of it, and what was reported. */
export async function writeSampleMessages(tx: Tx, now: Instant): Promise<void> {
  const { messages, sides, reports } = sampleMessages(now)
  for (const message of messages) {
    await writeMessages(tx, { kind: 'message', siteId: harbourLoftId, message })
  }
  for (const side of sides) await writeMessages(tx, { kind: 'thread-side', side })
  for (const report of reports) await writeMessages(tx, { kind: 'message-report', report })
}
