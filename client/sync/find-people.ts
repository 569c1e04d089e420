import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { readJson } from '../app/ask-space.ts'

/** Somebody one may book for: enough to say what it costs them. Never kept on this device. */
export type PersonFound = Pick<Member, 'id' | 'name' | 'role' | 'tierId' | 'teamId' | 'assigned'>

/** Whom one may book for by name; null without a connection. */
export async function findPeople(
  siteId: SiteId,
  text: string,
): Promise<readonly PersonFound[] | null> {
  const path = `/api/people/${siteId}?find=${encodeURIComponent(text)}`
  return (await readJson<{ readonly people: readonly PersonFound[] }>(path))?.people ?? null
}
