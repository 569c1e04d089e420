/** What one piece of news has to say, from the facts that it names as they are when it is sent. */
import type { Member } from '../../../domain/memberships/member.ts'
import type { Values } from '../../../domain/news/template.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { TicketId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Letter, Link } from '../../mail/letter.ts'
import type { Reader } from '../../storage/storage.ts'

export type LetterFact = Letter['facts'][number]

export interface Story {
  /** For the braces of its template, beside who is told and by which location. */
  readonly values: Values
  /** What must be said in any case. */
  readonly facts: readonly LetterFact[]
  /** Null for who has no way into the portal. */
  readonly action: Link | null
  /** A second way, where there is one. */
  readonly also?: Link | null
  /** For the reader's own calendar (D-59). */
  readonly calendar: string | null
  /** Answering it by mail finds this again. */
  readonly ticketId: TicketId | null
  /** Who is told in place of the member: a guest of theirs. */
  readonly to: Addressee | null
}

export interface Addressee {
  readonly name: string
  readonly email: string
}

export interface StoryContext {
  readonly reader: Reader
  /** Who is told. */
  readonly member: Member
  /** The location that it is about. */
  readonly catalogue: Catalogue
  /** Where members reach the portal. */
  readonly url: string
  readonly now: Instant
}

/** What most stories have nothing of. */
export const plain = { facts: [], calendar: null, ticketId: null, to: null } as const
