/**
 * What somebody must show besides the mailed code. Who has an authenticator app is asked for it; staff who have passkeys alone sign in with one
 * of those. A location says from which date its team has either: whoever has none by then sets up an app before they are let in.
 */
import { isStaff } from '../../../domain/access/role.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { isLocalDate, type LocalDate } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import type { Reader, Storage, Tx } from '../../storage/storage.ts'
import { dropApp, makeAppCodes } from './app-codes.ts'
import { isSecret } from './totp.ts'

export type ProofWay = 'app' | 'passkey'

/** What came along with a code that is right. */
export interface Shown {
  /** A code of the app, or one for a lost app. */
  readonly proof: string | null
  /** An app that is set up at the door. */
  readonly app: { readonly secret: string; readonly code: string } | null
}

export type Asked =
  /** In; with the codes of an app that was set up just now. */
  | { readonly kind: 'nothing'; readonly recovery: readonly string[] }
  | { readonly kind: 'proof'; readonly ways: readonly ProofWay[] }
  | { readonly kind: 'wrong-proof' }
  /** The date is past, and they have neither. */
  | { readonly kind: 'app' }

export type Proofs = ReturnType<typeof makeProofs>

export function makeProofs(storage: Storage, now: () => Instant) {
  const apps = makeAppCodes(storage, now)

  async function waysOf(memberId: MemberId): Promise<readonly ProofWay[]> {
    const hasApp = (await apps.since(memberId)) !== null
    const passkeys = await countPasskeys(storage.read, memberId)
    return [...(hasApp ? ['app' as const] : []), ...(passkeys > 0 ? ['passkey' as const] : [])]
  }

  /** The earliest date by which a location of theirs asks it of its team; null of everybody else. */
  async function requiredOn(member: Member): Promise<LocalDate | null> {
    const rules = isStaff(member.role) ? await rulesOf(storage.read, member.siteIds) : []
    return rules.map(({ date }) => date).sort()[0] ?? null
  }

  async function isRequired(member: Member): Promise<boolean> {
    const rules = isStaff(member.role) ? await rulesOf(storage.read, member.siteIds) : []
    for (const { siteId, date } of rules) {
      const catalogue = await loadCatalogue(storage.read, siteId)
      if (catalogue !== null && toWallTime(catalogue.zone, now()).date >= date) return true
    }
    return false
  }

  async function ask(member: Member, { proof, app }: Shown): Promise<Asked> {
    const ways = await waysOf(member.id)
    if (ways.includes('app') || (isStaff(member.role) && ways.length > 0)) {
      if (proof === null) return { kind: 'proof', ways }
      const isRight = ways.includes('app') && (await apps.use(member.id, proof))
      return isRight ? { kind: 'nothing', recovery: [] } : { kind: 'wrong-proof' }
    }
    if (!(await isRequired(member))) return { kind: 'nothing', recovery: [] }
    if (app === null || !isSecret(app.secret)) return { kind: 'app' }
    const recovery = await apps.add(member.id, app.secret, app.code)
    return recovery === null ? { kind: 'wrong-proof' } : { kind: 'nothing', recovery }
  }

  return { apps, waysOf, requiredOn, isRequired, ask }
}

async function countPasskeys(reader: Reader, memberId: string): Promise<number> {
  const rows = await reader
    .selectFrom('auth_passkey')
    .innerJoin('member', 'member.account_id', 'auth_passkey.userId')
    .select('auth_passkey.id')
    .where('member.id', '=', memberId)
    .execute()
  return rows.length
}

async function rulesOf(reader: Reader, siteIds: readonly string[]) {
  if (siteIds.length === 0) return []
  const rows = await reader
    .selectFrom('team_proof_rule')
    .select(['site_id', 'required_on'])
    .where('site_id', 'in', siteIds)
    .execute()
  return rows.flatMap(({ site_id: siteId, required_on: date }) =>
    isLocalDate(date) ? [{ siteId, date }] : [],
  )
}

/** They begin again with the mailed code alone: the way back for who has lost everything. */
export async function dropProofs(tx: Tx, memberId: string): Promise<void> {
  await dropApp(tx, memberId)
  const member = await tx
    .selectFrom('member')
    .select('account_id')
    .where('id', '=', memberId)
    .executeTakeFirst()
  const account = member?.account_id ?? null
  if (account !== null) await tx.deleteFrom('auth_passkey').where('userId', '=', account).execute()
}
