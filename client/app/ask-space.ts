import { words } from '../ui/words.ts'

export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly message: string }

type Method = 'GET' | 'POST' | 'DELETE'

/** What the space tells at an address, in the shape it has there; null without a connection, and where there is nothing for this person. */
export async function readJson<Told>(path: string): Promise<Told | null> {
  const response = await fetch(path).catch(() => null)
  return response?.ok === true ? ((await response.json()) as Told) : null // from our own server
}

/** Asks the space over HTTP. Rejects without a connection; what the space refuses is an answer with its sentence. */
export async function askSpace(method: Method, path: string, body: object = {}): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', 'x-app': '1' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
  const found = (await response.json()) as { error?: { message: string } }
  if (response.ok) return { ok: true, body: found }
  return { ok: false, message: found.error?.message ?? words.account.failed }
}
