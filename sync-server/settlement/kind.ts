/** What a room hands the settlement: how to load the facts for one kind of wish, and a pure decision over them. */
import type { DocumentKind, DocumentName } from '../../domain/access/document-name.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import type { Series } from '../../domain/bookings/series/series.ts'
import type { SettingFact } from '../../domain/bookings/settings/apply-setting.ts'
import type { TeamFact } from '../../domain/bookings/teams/change-team.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { AnyIntent, Intent, IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { Outcome } from '../../domain/bookings/wishes/outcome.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { NewsChoice } from '../../domain/memberships/news-choice.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { MemberId, ResourceId, SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Sections } from '../../domain/values/sections.ts'
import type { Tx } from '../storage/storage.ts'
import type { PublishedPlan } from '../storage/write-plan.ts'
import type { Ledger } from './ledger.ts'
import type { Shown, ShownEntry, View } from './shown.ts'
import type { HappeningFact } from './write-happenings.ts'
import type { MessageFact } from './write-messages.ts'
import type { MoneyFact } from './write-money.ts'
import type { SupportFact } from './write-support.ts'

/** A fact to write. Facts are data: what they change in tables, claims, jobs and documents follows from them alone. */
export type Fact =
  | { readonly kind: 'booking'; readonly booking: Booking; readonly before: Booking | null }
  | { readonly kind: 'series'; readonly series: Series; readonly endsAt: Instant }
  /** Somebody waits, or what became of a wait. */
  | { readonly kind: 'wait'; readonly wait: Wait }
  /** A new pass, or one of which something was taken back. */
  | { readonly kind: 'lot'; readonly lot: Lot }
  | SettingFact
  | MoneyFact
  | SupportFact
  | HappeningFact
  | MessageFact
  | TeamFact
  /** The next version of a floor's plan, which never changes; its number stands in the site. */
  | ({ readonly kind: 'plan'; readonly siteId: SiteId } & PublishedPlan)
  | { readonly kind: 'closure'; readonly siteId: SiteId; readonly closure: Closure }
  /** A place with the days on which its holder lets others have it. */
  | { readonly kind: 'absences'; readonly resource: Resource }
  | {
      readonly kind: 'favourite'
      readonly memberId: MemberId
      readonly resourceId: ResourceId
      readonly isFavourite: boolean
    }
  /** A member lets others see where they sit, or not any more. */
  | { readonly kind: 'presence'; readonly memberId: MemberId; readonly isFindable: boolean }
  /** A member has changed what they say about themselves, or is named otherwise: the directory follows. */
  | { readonly kind: 'profile'; readonly memberId: MemberId }
  /** How a member wants to be told of what. */
  | { readonly kind: 'news-choice'; readonly memberId: MemberId; readonly news: NewsChoice }
  /** Documents that are begun anew: what they told must not be handed out as history any more. */
  | { readonly kind: 'told-anew'; readonly names: readonly DocumentName[] }
  /** Who somebody is has changed, or where they belong: `left` are the locations that they do not belong to any more, `joined` is a new one. */
  | {
      readonly kind: 'member'
      readonly memberId: MemberId
      readonly left: readonly SiteId[]
      readonly joined?: SiteId
    }
  | { readonly kind: 'consent'; readonly memberId: MemberId; readonly consent: Consent }
  | { readonly kind: 'closure-removed'; readonly siteId: SiteId; readonly closureId: string }
  | {
      readonly kind: 'audit'
      readonly command: string
      readonly subject: string
      readonly detail: string
    }

/** A booking that changes counts the change, wherever it was decided. */
export function counted(fact: Fact): Fact {
  if (fact.kind !== 'booking' || fact.before === null) return fact
  return { ...fact, booking: { ...fact.booking, revision: fact.before.revision + 1 } }
}

export interface Decision {
  readonly outcome: Outcome
  readonly facts: readonly Fact[]
}

/** Decides one parsed intent of its kind on what its batch knows. */
export interface SettlementKind {
  readonly kind: IntentKind
  settle(ledger: Ledger, intent: AnyIntent, actor: Member, now: Instant): Promise<Decision>
}

/** Joins a room's `load` and its pure `decide` into a settlement kind. */
export function settlementKind<Kind extends IntentKind, Facts>(room: {
  readonly kind: Kind
  load(ledger: Ledger, intent: Intent<Kind>, actor: Member, now: Instant): Promise<Facts>
  decide(intent: Intent<Kind>, facts: Facts, actor: Member, now: Instant): Decision
}): SettlementKind {
  return {
    kind: room.kind,
    settle: async (ledger, intent, actor, now) => {
      if (intent.kind !== room.kind)
        throw new Error(`Broken invariant: ${intent.kind} came to ${room.kind}`)
      const own = intent as unknown as Intent<Kind> // the kinds were compared just above
      return room.decide(own, await room.load(ledger, own, actor, now), actor, now)
    },
  }
}

/**
 * What follows from facts by themselves, in the same transaction: a place that one of them frees is given to who waits for it. It is asked
 * again about what it gave, until nothing follows any more.
 */
export type Consequence = (
  ledger: Ledger,
  decided: Decided,
  now: Instant,
) => Promise<readonly Fact[]>

export interface Decided {
  /** What nobody has looked at yet. */
  readonly fresh: readonly Fact[]
  /** Everything of the same decision, the fresh ones included. */
  readonly all: readonly Fact[]
}

/** A part of a kind of document that one room projects from SQL. */
export type Projection = { [Kind in DocumentKind]: ProjectionOf<Kind> }[DocumentKind]

export interface ProjectionOf<Kind extends DocumentKind> {
  readonly document: Kind
  /** The sections of each document in that order, null where there is no such document. */
  project(
    reader: Tx,
    names: readonly Named<Kind>[],
    now: Instant,
  ): Promise<readonly (Sections | null)[]>
  /**
   * What one fact puts into documents of this kind, under keys of its own: then a change of it costs its difference. Null where that
   * cannot be said, and the documents are projected whole, as they always are for a room that says nothing here.
   */
  readonly entriesOf?: (shown: Shown, view: View) => readonly ShownEntry[] | null
}

export type Named<Kind extends DocumentKind> = Extract<DocumentName, { kind: Kind }>

/** For documents of which a commit touches few: each is read by itself. */
export async function eachOf<Name>(
  names: readonly Name[],
  project: (name: Name) => Promise<Sections | null>,
): Promise<readonly (Sections | null)[]> {
  const sections: (Sections | null)[] = []
  for (const name of names) sections.push(await project(name))
  return sections
}
