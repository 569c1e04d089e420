/** Whom staff may book for, by name, asked of the space: nothing of it is kept on this device. */
import type { PersonFound } from './book-for.ts'

/** Null where the space cannot be reached or does not answer. */
export async function findPeople(
  siteId: string,
  text: string,
): Promise<readonly PersonFound[] | null> {
  try {
    const address = `/api/people/${siteId}?${new URLSearchParams({ find: text })}`
    const response = await fetch(address, { headers: { 'x-app': '1' } })
    if (!response.ok) return null
    return ((await response.json()) as { people: readonly PersonFound[] }).people // our own server
  } catch {
    return null
  }
}
