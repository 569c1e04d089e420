/** A text as the list of its words, each with the blanks behind it, and what has to change in the list for it to say another text. */

export interface WordChange {
  readonly at: number
  readonly remove: number
  readonly insert: readonly string[]
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/gu) ?? []
}

/** Only what is between the words that stay at both ends; null where nothing changes. */
export function wordChange(before: readonly string[], text: string): WordChange | null {
  return changeOf(before, wordsOf(text))
}

/**
 * What somebody made of `from` while it became `now` elsewhere: both changes stand. Words that both took away are gone, and where both wrote in
 * one place what was written here comes first.
 */
export function mergedText(from: string, to: string, now: string): string {
  const [before, current] = [piecesOf(from), piecesOf(now)]
  const ours = changeOf(before, piecesOf(to))
  const theirs = changeOf(before, current)
  if (ours === null) return now
  if (theirs === null) return to
  const [ourEnd, theirEnd] = [ours.at + ours.remove, theirs.at + theirs.remove]
  const grown = theirs.insert.length - theirs.remove
  if (ourEnd <= theirs.at) return spliced(current, ours)
  if (theirEnd <= ours.at) return spliced(current, { ...ours, at: ours.at + grown })
  const at = Math.min(ours.at, theirs.at)
  const insert = ours.at <= theirs.at ? [ours, theirs] : [theirs, ours]
  return spliced(current, {
    at,
    remove: Math.max(ourEnd, theirEnd) - at + grown,
    insert: insert.flatMap((change, index) => [...(index > 0 ? [' '] : []), ...change.insert]),
  })
}

/** Words and the blanks between them each by itself: a word stays the same when something follows it. */
function piecesOf(text: string): readonly string[] {
  return text.match(/\S+|\s+/gu) ?? []
}

function spliced(pieces: readonly string[], { at, remove, insert }: WordChange): string {
  return pieces.toSpliced(at, remove, ...insert).join('')
}

function changeOf(before: readonly string[], after: readonly string[]): WordChange | null {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const remove = before.length - start - end
  const insert = after.slice(start, after.length - end)
  return remove === 0 && insert.length === 0 ? null : { at: start, remove, insert }
}
