/** What servers over one database tell each other about a commit: which rows of which documents. The rows themselves are read. */
import { NOTICE_BYTES_MAX } from '../storage/notices.ts'

export interface RowPlace {
  readonly name: string
  readonly epoch: string
  readonly n: number
}

export interface CommitNotice {
  /** The server that committed. */
  readonly from: string
  readonly at: number
  readonly rows: readonly RowPlace[]
  /** The rest of this commit follows. */
  readonly more: boolean
}

/** A name of at most 200 characters, an epoch and a number, with room for the rest of the notice. */
const ROWS_MAX = Math.floor((NOTICE_BYTES_MAX - 200) / 300)

/** As many notices as the rows of one commit need. */
export function writeNotices({ from, at, rows }: Omit<CommitNotice, 'more'>): readonly string[] {
  const notices: string[] = []
  for (let start = 0; start < rows.length; start += ROWS_MAX) {
    const some = rows
      .slice(start, start + ROWS_MAX)
      .map(({ name, epoch, n }) => ({ name, epoch, n }))
    const more = start + ROWS_MAX < rows.length
    notices.push(JSON.stringify({ from, at, rows: some, more } satisfies CommitNotice))
  }
  return notices
}

/** Null when it is none of ours: the channel is the database's, anybody there can speak on it. */
export function readNotice(text: string): CommitNotice | null {
  const found = parse(text)
  if (typeof found !== 'object' || found === null) return null
  const { from, at, rows, more } = found as Partial<Record<keyof CommitNotice, unknown>> // each is checked
  const isNotice =
    typeof from === 'string' &&
    typeof at === 'number' &&
    typeof more === 'boolean' &&
    Array.isArray(rows) &&
    rows.every(isPlace)
  return isNotice ? { from, at, rows, more } : null
}

function isPlace(value: unknown): value is RowPlace {
  if (typeof value !== 'object' || value === null) return false
  const { name, epoch, n } = value as Partial<Record<keyof RowPlace, unknown>> // each is checked
  return typeof name === 'string' && typeof epoch === 'string' && Number.isSafeInteger(n)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
