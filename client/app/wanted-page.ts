/** Where somebody wanted to go who had to sign in first: the code on a desk was scanned by a phone that nobody had signed in on yet. */

const KEY = 'portal.wanted'

/** An address that says something is kept, as links in mails do; whoever opens the app as such, or one of its first pages, begins at Today. */
export function keepWantedPage(): void {
  const { pathname, search } = location
  const isBelow = pathname.lastIndexOf('/') > 0
  if (isBelow || search !== '') sessionStorage.setItem(KEY, pathname + search)
}

/** What comes after the door, whatever page it was asked from. */
export function wantPage(path: string): void {
  sessionStorage.setItem(KEY, path)
}

/** Once: whoever signs in next on this tab had nothing in mind. */
export function takeWantedPage(): string {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  // A path of ours and nothing else: two slashes would be somebody else's address.
  return kept !== null && /^\/(?!\/)/.test(kept) ? kept : '/'
}
