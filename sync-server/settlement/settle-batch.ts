/**
 * Decides several wishes in order of arrival and writes what follows in as few statements as for one.
 *
 *   parse · who is it? · may they? · load · decide     each on the ledger, which knows what the earlier ones were given
 *   facts · outcomes                                   all together, at the end
 *
 * It has no savepoint of its own: where one wish throws, or the engine refuses a claim, the caller rolls back and takes them singly.
 */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { mayCommand } from '../../domain/access/permissions.ts'
import type { BasketRequest } from '../../domain/bookings/wishes/basket-wish.ts'
import type { AnyIntent, ChangeRequest, Choice } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { parseIntent } from '../../domain/bookings/wishes/parse-intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { SeriesRequest } from '../../domain/bookings/wishes/series-wish.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type IntentRow, settleIntents } from '../storage/intents.ts'
import { textOf } from '../storage/parse-kept.ts'
import type { Facts } from './kept-facts.ts'
import type { Consequence, Decision, Fact, SettlementKind } from './kind.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { joinTouched, type Touched } from './shown.ts'
import type { Tell } from './tell.ts'
import { asWritten } from './with-come-back.ts'
import { consequencesOf } from './with-consequences.ts'
import { type Act, writeFacts } from './write-facts.ts'

/** Facts that no later decision of a batch reads, or that its ledger knows. */
const alongside: readonly Fact['kind'][] = ['booking', 'series', 'audit']

export type SettlementKinds = ReadonlyMap<string, SettlementKind>

export interface SettledBatch {
  /** From the first on, as many as were settled. */
  readonly settled: readonly SettledIntent[]
  /** What it changed in documents. */
  readonly touched: Touched
  /** The last decision changed more than bookings, which a ledger does not know: what follows needs a transaction of its own. */
  readonly isOver: boolean
}

/** What rooms have handed over: who decides which kind of wish, and what follows from facts. */
export interface SettlementRules {
  readonly kinds: SettlementKinds
  readonly consequences: readonly Consequence[]
  /** Who is told outside of the app what happened. */
  readonly tell: Tell
}

export async function settleBatch(
  facts: Facts,
  { kinds, consequences, tell }: SettlementRules,
  rows: readonly IntentRow[],
  at: Instant,
): Promise<SettledBatch> {
  const { tx } = facts
  const actors = await facts.members([...new Set(rows.map((row) => row.member_id))])
  const wishes = rows.map((row) => ({ row, parsed: parseIntent(JSON.parse(row.record)) }))
  const named = wishes.flatMap(({ parsed }) => (parsed.ok ? bookingsNamedBy(parsed.value) : []))
  const ledger = openLedger(facts, [...actors.keys()], named)
  const settled: SettledIntent[] = []
  const acts: Act[] = []
  let isOver = false
  for (const { row, parsed } of wishes) {
    const intent = parsed.ok ? parsed.value : null
    const { outcome, facts: decided } = parsed.ok
      ? await decide(ledger, kinds, parsed.value, row, actors.get(row.member_id) ?? null, at)
      : refuse({ reason: parsed.problem.kind })
    settled.push(toSettled(row, intent, outcome, at))
    const own = await asWritten(ledger, decided, at)
    const followed = await consequencesOf(ledger, consequences, own, at)
    acts.push(...own.map((fact) => ({ actor: row.member_id, fact })))
    acts.push(...followed.map((fact) => ({ actor: 'space', fact })))
    isOver = [...own, ...followed].some(({ kind }) => !alongside.includes(kind))
    if (isOver) break
  }
  const written = await writeFacts(facts, acts, at)
  const told = settled.map((one, index) => toldTo(must(rows[index], 'each has its row'), one))
  await settleIntents(
    tx,
    settled.map((one) => ({ id: one.intentId, settled: textOf(one) })),
    at,
  )
  const outcomes = settled.map((one, index) => ({
    memberId: must(rows[index], 'each has its row').member_id,
    settled: one,
  }))
  await tell(facts, { acts, settled: outcomes }, at)
  return { settled, touched: joinTouched([written, ...told]), isOver }
}

function bookingsNamedBy({ body }: AnyIntent): readonly string[] {
  return 'bookingId' in body ? [body.bookingId] : []
}

async function decide(
  ledger: Ledger,
  kinds: SettlementKinds,
  intent: AnyIntent,
  row: IntentRow,
  actor: Member | null,
  at: Instant,
): Promise<Decision> {
  const kind = must(kinds.get(intent.kind), `somebody settles ${intent.kind}`)
  if (actor === null || intent.id !== row.id) return refuse({ reason: 'not-allowed' })
  const principal = { memberId: actor.id, role: actor.role, siteIds: actor.siteIds }
  if (!mayCommand(principal, intent.kind)) return refuse({ reason: 'not-allowed' })
  return kind.settle(ledger, intent, actor, at)
}

function refuse(refusal: Refusal): Decision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
}

function toSettled(
  row: IntentRow,
  intent: AnyIntent | null,
  outcome: Decision['outcome'],
  at: Instant,
): SettledIntent {
  const request = intent?.kind === 'booking.request' ? intent.body : null
  // What was wished for somebody else is not a story of whoever asked.
  const isOwn = request !== null && request.forMemberId === null
  const series = intent?.kind === 'series.request' ? intent.body : null
  const wait = intent?.kind === 'wait.join' ? intent.body : null
  const basket = intent?.kind === 'basket.request' ? intent.body : null
  return {
    intentId: toId('intent', row.id),
    kind: row.kind as AnyIntent['kind'], // as it was sent; shown, never decided upon
    device: toId('device', row.device_id),
    seq: row.seq,
    settledAt: at,
    wish: isOwn
      ? request.choice
      : (placeOf(intent) ?? wait?.choice ?? firstChoiceOf(series, basket)),
    siteId: (request ?? series ?? wait ?? basket)?.siteId ?? null,
    people: (request ?? series ?? wait ?? basket?.items[0])?.people ?? 1,
    quote: (request ?? changeOf(intent) ?? basket)?.quote ?? null,
    outcome,
    ...aboutOf(intent),
    ...(basket === null ? {} : { basket: basket.items }),
  }
}

function changeOf(intent: AnyIntent | null): ChangeRequest | null {
  return intent?.kind === 'booking.change' ? intent.body : null
}

function placeOf(intent: AnyIntent | null): Choice | null {
  return intent?.kind === 'booking.sit' ? intent.body.choice : (changeOf(intent)?.choice ?? null)
}

/** A no to these is told beside the booking, or beside the series. */
function aboutOf(intent: AnyIntent | null): Pick<SettledIntent, 'about' | 'aboutSeries'> {
  switch (intent?.kind) {
    case 'booking.cancel':
    case 'booking.change':
    case 'booking.end':
    case 'booking.sit':
    case 'booking.confirm':
      return { about: intent.body.bookingId }
    case 'basket.cancel': {
      const [first] = intent.body.bookingIds
      return first === undefined ? {} : { about: first }
    }
    case 'series.cancel':
    case 'series.change':
    case 'series.restore':
      return { aboutSeries: intent.body.seriesId }
    default:
      return {}
  }
}

/** A series is told by its first date where it is told as one, a basket by its first place. */
function firstChoiceOf(series: SeriesRequest | null, basket: BasketRequest | null): Choice | null {
  if (basket !== null) return basket.items[0]?.choice ?? null
  const [first] = series?.occurrences.filter((one) => one.kind === 'book') ?? []
  return first?.choice ?? null
}

/** The outcome in the document of who wished. */
function toldTo({ member_id, carrier }: IntentRow, settled: SettledIntent): Touched {
  const memberId = toId('member', member_id)
  return {
    names: new Set([formatDocumentName({ kind: 'member', memberId })]),
    steps: [[{ before: null, after: { kind: 'outcome', memberId, settled, carrier } }]],
    whole: new Set(),
  }
}
