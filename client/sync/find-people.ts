import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId } from '../../domain/values/ids.ts'

/** Somebody one may book for: enough to say what it costs them. Never kept on this device. */
export type PersonFound = Pick<Member, 'id' | 'name' | 'role' | 'tierId' | 'teamId' | 'assigned'>

/** Whom one may book for by name; null without a connection. */
export async function findPeople(
  siteId: SiteId,
  text: string,
): Promise<readonly PersonFound[] | null> {
  const path = `/api/people/${siteId}?find=${encodeURIComponent(text)}`
  const response = await fetch(path).catch(() => null)
  if (response?.ok !== true) return null
  return ((await response.json()) as { people: readonly PersonFound[] }).people // from our own server
}
