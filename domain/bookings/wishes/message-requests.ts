/** Wishes about messages between two members, and what the team decides about one that was reported. */
import type { MemberId, MessageId, ReportId, SiteId } from '../../values/ids.ts'

/** What the team does about a report; each includes the ones before it. */
export const reportActs = {
  nothing: 'nothing',
  warn: 'warn',
  remove: 'remove',
  close: 'close',
} as const
export type ReportAct = (typeof reportActs)[keyof typeof reportActs]

export interface MessageBodies {
  readonly 'message.send': { readonly to: MemberId; readonly text: string }
  /** One's own: its place stays, its words go. */
  readonly 'message.remove': { readonly messageId: MessageId }
  /** What the other one wrote, and why it is reported. */
  readonly 'message.report': {
    readonly with: MemberId
    readonly messageIds: readonly MessageId[]
    readonly why: string
  }
  /** Everything up to there was seen. */
  readonly 'thread.read': { readonly with: MemberId; readonly n: number }
  readonly 'thread.mute': { readonly with: MemberId; readonly isMuted: boolean }
  readonly 'thread.block': { readonly with: MemberId; readonly isBlocked: boolean }
  /** Whether one takes messages at all. */
  readonly 'messages.take': { readonly isOpen: boolean }
  /** The author reads the note, but where nothing is done. */
  readonly 'report.decide': {
    readonly siteId: SiteId
    readonly reportId: ReportId
    readonly act: ReportAct
    readonly note: string
  }
  /** Somebody to whom messages were closed may write again. */
  readonly 'messages.reopen': { readonly siteId: SiteId; readonly memberId: MemberId }
}
