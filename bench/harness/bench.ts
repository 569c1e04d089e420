/** What a benchmark is asked and what it answers. A figure alone says little here: every one stands beside a peer or a limit. */

export interface Options {
  /** How often each side is measured; a bench has its own default. */
  readonly rounds: number | null
  /** Also the sizes that take minutes to prepare. */
  readonly isLong: boolean
  /** Only the cases whose title has this text. */
  readonly only: string
}

export interface Measured {
  /** Which setting of the bench, `SQLite, batched`. */
  readonly title: string
  readonly ours: number
  readonly other: number
  readonly otherIs: string
  readonly ratio: number
  /** Smallest and largest ratio of a round. */
  readonly spread: readonly [number, number]
  readonly unit: string
  readonly rounds: number
  readonly target: Target
}

/** `exact` decides the exit code; nothing that depends on time does. */
export type Target =
  | { readonly kind: 'at-least' | 'at-most'; readonly ratio: number }
  | { readonly kind: 'exact'; readonly ours: number }
  | { readonly kind: 'none' }

export interface Curve {
  readonly title: string
  readonly unit: string
  /** Each line's points, x rising. */
  readonly lines: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>
}

export interface Report {
  readonly measured: readonly Measured[]
  /** Sentences under the table. */
  readonly notes: readonly string[]
  readonly curves: readonly Curve[]
}

export type Bench = (options: Options) => Promise<Report>

export function isMet({ target, ratio, ours }: Measured): boolean {
  switch (target.kind) {
    case 'at-least':
      return ratio >= target.ratio
    case 'at-most':
      return ratio <= target.ratio
    case 'exact':
      return ours === target.ours
    case 'none':
      return true
  }
}
