/**
 * What a member shows the team of a thread: the messages that they chose, as they were said, and why. The team sees nothing else of it. It is
 * decided once, and by nobody who is a part of it.
 */
import type { ReportAct } from '../../bookings/wishes/message-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { MemberId, ReportId, SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { type Message, type MessageChoice, withoutWords } from './message.ts'

export interface Report {
  readonly id: ReportId
  readonly siteId: SiteId
  readonly by: MemberId
  /** Who wrote what is reported. */
  readonly about: MemberId
  readonly messages: readonly ReportedMessage[]
  readonly why: string
  readonly madeAt: Instant
  readonly decided: ReportDecided | null
}

export type ReportedMessage = Pick<Message, 'id' | 'sentAt' | 'text'>

export interface ReportDecided {
  readonly act: ReportAct
  readonly note: string
  readonly by: MemberId
  readonly at: Instant
}

export type ReportVerdict =
  | { readonly kind: 'reported'; readonly report: Report }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Of `messages` only what the other wrote to them, came and still stands. */
export function report(
  made: Pick<Report, 'id' | 'siteId' | 'by' | 'about' | 'why'>,
  messages: readonly Message[],
  now: Instant,
): ReportVerdict {
  const shown = messages.filter(
    ({ from, to, state, isWithheld }) =>
      from === made.about && to === made.by && state === 'there' && !isWithheld,
  )
  if (shown.length === 0 || shown.length < messages.length) {
    return { kind: 'refused', refusal: { reason: 'unknown-message' } }
  }
  const copies = shown.map(({ id, sentAt, text }) => ({ id, sentAt, text }))
  return { kind: 'reported', report: { ...made, messages: copies, madeAt: now, decided: null } }
}

export type Decided =
  | {
      readonly kind: 'decided'
      readonly report: Report
      /** As they are from now on. */
      readonly removed: readonly Message[]
      /** Null where nothing is done to the author. */
      readonly choice: MessageChoice | null
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface DecideFacts {
  readonly report: Report | null
  /** Those that it copied, as they stand. */
  readonly messages: readonly Message[]
  /** Of who wrote them. */
  readonly choice: MessageChoice
}

export function decideReport(
  { report, messages, choice }: DecideFacts,
  { by, act, note }: Omit<ReportDecided, 'at'>,
  now: Instant,
): Decided {
  if (report === null) return refuse({ reason: 'unknown-report' })
  if (report.about === by || report.by === by) return refuse({ reason: 'not-allowed' })
  if (report.decided !== null) return refuse({ reason: 'report-decided' })
  const isRemoved = act === 'remove' || act === 'close'
  const standing = messages.filter(({ state }) => state === 'there')
  return {
    kind: 'decided',
    report: { ...report, decided: { act, note, by, at: now } },
    removed: isRemoved ? standing.map((one) => withoutWords(one, 'removed-by-team')) : [],
    choice:
      act === 'nothing'
        ? null
        : {
            ...choice,
            isClosed: choice.isClosed || act === 'close',
            word: { text: note, at: now },
          },
  }
}

function refuse(refusal: Refusal): Decided {
  return { kind: 'refused', refusal }
}
