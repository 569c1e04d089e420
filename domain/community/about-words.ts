/**
 * A text as the list of its words and of the blanks between them, and what has to change in the list for it to say another text. A word
 * stays the same item when something follows it: so what two devices write before and behind it ends on either side of it.
 */

export interface WordChange {
  readonly at: number
  readonly remove: number
  readonly insert: readonly string[]
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/\S+|\s+/gu) ?? []
}

/**
 * Only what is between the words that stay at both ends; null where nothing changes. Items may be longer than a word, as earlier versions
 * wrote them: one that is changed in its middle is cut there.
 */
export function wordChange(items: readonly string[], text: string): WordChange | null {
  const now = items.join('')
  const words = wordsOf(now)
  const change = changeOf(words, wordsOf(text))
  if (change === null) return null
  const from = lengthOf(words.slice(0, change.at))
  const until = from + lengthOf(words.slice(change.at, change.at + change.remove))
  let [at, begin] = [0, 0]
  for (const item of items) {
    if (begin + item.length > from) break
    begin += item.length
    at += 1
  }
  let [past, end] = [at, begin]
  for (const item of items.slice(at)) {
    if (end >= until && (end > from || begin === from)) break
    end += item.length
    past += 1
  }
  const insert = [
    ...wordsOf(now.slice(begin, from)),
    ...change.insert,
    ...wordsOf(now.slice(until, end)),
  ]
  return { at, remove: past - at, insert }
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/**
 * What somebody made of `from` while it became `now` elsewhere: both changes stand. Words that both took away are gone, and where both wrote in
 * one place what was written here comes first.
 */
export function mergedText(from: string, to: string, now: string): string {
  const [before, current] = [wordsOf(from), wordsOf(now)]
  const ours = changeOf(before, wordsOf(to))
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

function spliced(words: readonly string[], { at, remove, insert }: WordChange): string {
  return words.toSpliced(at, remove, ...insert).join('')
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
