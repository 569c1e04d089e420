/**
 * Holds the books against what the processor has: every payment and refund it made since the last time, and every dispute that is not decided,
 * is handed to the books once more, which take it once; what is still on one side alone, or sums that differ, is said. It moves no money;
 * what the processor kept for its work, took for a dispute and paid out is posted as its balance says.
 */
import { DAY_MS, type Instant, toInstant } from '../../../domain/values/instant.ts'
import { type Money, money } from '../../../domain/values/money.ts'
import { openDisputes } from '../../storage/load-disputes.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Storage } from '../../storage/storage.ts'
import type {
  GatewayAnswer,
  GatewayFact,
  GatewayMovement,
  Page,
  PaymentGateway,
  TakeFact,
} from '../gateway.ts'
import { DISPUTED, paidHereSince, sumsHere, sumsThere, writeMovements } from './sums.ts'

/** What is on one side alone, by its name on that side. */
export interface Drift {
  /** not-here: the processor has it, the books do not · not-there: the other way round */
  readonly kind: 'not-here' | 'not-there'
  readonly about: string
  readonly amount: Money
}

export interface Reconciled {
  readonly at: Instant
  /** Payments and refunds that were looked at. */
  readonly looked: number
  readonly drifts: readonly Drift[]
  /** By currency, where they differ: what the ledger says the processor holds, and what it says itself. */
  readonly sums: readonly { readonly here: Money; readonly there: Money }[]
  /** What disputes have taken and nobody has decided about yet, by currency. */
  readonly disputed: readonly Money[]
}

/** What is looked at once more each time: some things are told days late. */
const OVERLAP_MS = 2 * DAY_MS
/** The first time looks this far back; the processor's lists go further, a space that begins does not. */
const FIRST_MS = 30 * DAY_MS
/** Pages of a hundred of each list: a hundred thousand payments between two looks. */
const PAGES_MAX = 1_000
/** Disputes of one look, a call each; more of them at a time would close the account at the processor. */
const DISPUTES_MAX = 200
/** Drifts of one report; beyond it the sums say more than a list. */
const DRIFTS_MAX = 200

interface Ports {
  readonly storage: Storage
  readonly gateway: PaymentGateway
  readonly takeFact: TakeFact
  now(): Instant
}

/** Null when the processor could not be asked to the end: then the last report stands. */
export async function reconcile(ports: Ports): Promise<Reconciled | null> {
  const { storage, gateway } = ports
  const { feed, mode } = gateway
  const now = ports.now()
  const last = await lastReconciled(storage, mode)
  const since = toInstant(last === null ? now - FIRST_MS : last.at - OVERLAP_MS)

  const movements = await all((after) => feed.balanceSince(since, after))
  const payments = await all((after) => feed.paymentsSince(since, after))
  const refunds = await all((after) => feed.refundsSince(since, after))
  if (movements === null || payments === null || refunds === null) return null

  const disputes = await disputesNow(ports, movements)
  if (disputes === null) return null

  const received = payments.filter(({ state }) => state === 'succeeded')
  const facts: readonly GatewayFact[] = [
    ...received.map((payment) => ({ kind: 'payment', payment }) as const),
    ...refunds.map((refund) => ({ kind: 'refund', refund }) as const),
    ...disputes,
  ]
  const drifts = await untaken(ports, facts)
  const there = new Set(payments.map(({ id }) => id))
  const alone = (await paidHereSince(storage.read, mode, since)).filter(
    ({ ref }) => !there.has(ref),
  )
  drifts.push(
    ...alone.map(({ ref, amount }) => ({ kind: 'not-there', about: ref, amount }) as const),
  )
  const report = await storage.transaction(async (tx) => {
    await writeMovements(tx, mode, movements, now)
    const sums = await differing(tx, mode)
    const looked = facts.length - disputes.length
    const found: Reconciled = { at: now, looked, drifts, ...sums }
    await writeSetting(tx, keyOf(mode), JSON.stringify(found))
    return found
  })
  return report
}

export async function lastReconciled(
  { read }: Pick<Storage, 'read'>,
  mode: string,
): Promise<Reconciled | null> {
  const text = await readSetting(read, keyOf(mode))
  return text === null ? null : (JSON.parse(text) as Reconciled) // written above alone
}

function keyOf(mode: string): string {
  return `payments.${mode}.reconciled`
}

async function all<Item>(
  read: (after: string | null) => Promise<GatewayAnswer<Page<Item>>>,
): Promise<readonly Item[] | null> {
  const items: Item[] = []
  let after: string | null = null
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const answer = await read(after)
    if (!answer.ok) return null
    items.push(...answer.value.items)
    after = answer.value.next
    if (after === null) return items
  }
  return null
}

/** Those that took or gave back money since, and those that are open in the books: a bank that decides against the space moves nothing. */
async function disputesNow(
  { storage, gateway }: Ports,
  movements: readonly GatewayMovement[],
): Promise<readonly GatewayFact[] | null> {
  const moved = movements.filter(({ kind, source }) => kind === DISPUTED && source !== null)
  const open = await openDisputes(storage.read, gateway.mode, DISPUTES_MAX)
  const ids = new Set([...moved.map(({ source }) => source ?? ''), ...open])
  const facts: GatewayFact[] = []
  for (const id of [...ids].slice(0, DISPUTES_MAX)) {
    const answer = await gateway.disputes.get(id)
    // An adjustment may be of something else.
    if (answer.ok) facts.push({ kind: 'dispute', dispute: answer.value })
    else if (answer.kind !== 'invalid') return null
  }
  return facts
}

async function untaken({ takeFact }: Ports, facts: readonly GatewayFact[]): Promise<Drift[]> {
  const drifts: Drift[] = []
  for (const fact of facts) {
    if ((await takeFact(fact)) === 'taken' || drifts.length >= DRIFTS_MAX) continue
    const about =
      fact.kind === 'payment' ? fact.payment : fact.kind === 'refund' ? fact.refund : null
    if (about === null) continue
    drifts.push({ kind: 'not-here', about: about.id, amount: about.amount })
  }
  return drifts
}

async function differing(
  tx: Parameters<typeof sumsHere>[0],
  mode: string,
): Promise<Pick<Reconciled, 'sums' | 'disputed'>> {
  const here = await sumsHere(tx, mode)
  const there = await sumsThere(tx, mode)
  const currencies = [...new Set([...here.keys(), ...there.moved.keys()])].sort()
  const sums = currencies.map((currency) => ({
    here: money(here.get(currency) ?? 0, currency),
    there: money(there.moved.get(currency) ?? 0, currency),
  }))
  const disputed = [...there.disputed].map(([currency, minor]) => money(-minor, currency))
  return {
    sums: sums.filter((one) => one.here.amountMinor !== one.there.amountMinor),
    disputed: disputed.filter(({ amountMinor }) => amountMinor !== 0),
  }
}
