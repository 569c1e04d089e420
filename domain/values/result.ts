/** The answer of a parser. Domain verdicts have their own named unions instead. */
export type Result<T, Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function problem<P>(found: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem: found }
}
