/** What a screen asks over HTTP: with its key, and never with the cookie of somebody who signed in on the same browser. */
import { parseShown, type Shown } from './screen-key.ts'

export type ShownAnswer =
  | { readonly kind: 'shown'; readonly shown: Shown; readonly at: number; readonly version: string }
  /** The key does not stand any more. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'unreachable' }

export async function askWhatToShow(key: string): Promise<ShownAnswer> {
  const response = await ask('/api/screen', key)
  if (response?.status === 401) return { kind: 'ended' }
  if (response?.ok !== true) return { kind: 'unreachable' }
  const body = (await response.json()) as Record<string, unknown> & { at: number; version: string } // our own server
  const shown = parseShown(body)
  if (shown === null) return { kind: 'unreachable' } // a newer space: this version waits for its successor
  return { kind: 'shown', shown, at: body.at, version: body.version }
}

/** A published floor plan as JSON; null where it cannot be had now. */
export async function fetchScreenPlan(key: string, floorId: string, version: number) {
  const response = await ask(`/api/plans/${floorId}/${version}`, key)
  return response?.ok === true ? ((await response.json()) as unknown) : null
}

/** The key for a code, or the sentence that says why there is none; null without a connection. */
export async function pairScreen(
  code: string,
): Promise<{ key: string } | { message: string } | null> {
  const response = await fetch('/api/screen/pair', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', 'x-app': '1' },
    body: JSON.stringify({ code }),
  }).catch(() => null)
  if (response === null) return null
  const body = (await response.json()) as { key?: string; error?: { message: string } } // our own server
  return body.key === undefined ? { message: body.error?.message ?? '' } : { key: body.key }
}

function ask(path: string, key: string): Promise<Response | null> {
  const headers = { authorization: `Bearer ${key}` }
  return fetch(path, { credentials: 'omit', headers }).catch(() => null)
}
