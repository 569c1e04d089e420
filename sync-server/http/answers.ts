/** The few answers that every route shares. Errors have one shape: a code for the app, a sentence for the person. */
import type { Context } from 'hono'

export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 421 | 429 | 500 | 503

export function fail(
  context: Context,
  status: ErrorStatus,
  code: string,
  message: string,
): Response {
  return context.json({ error: { code, message } }, status)
}

export function unauthorised(context: Context): Response {
  return fail(context, 401, 'sign-in', 'Sign in first.')
}

/** Also for what is there and not theirs: the two must look the same. */
export function notFound(context: Context): Response {
  return fail(context, 404, 'not-found', 'There is nothing at this address.')
}
