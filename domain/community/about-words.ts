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
  const after = wordsOf(text)
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const remove = before.length - start - end
  const insert = after.slice(start, after.length - end)
  return remove === 0 && insert.length === 0 ? null : { at: start, remove, insert }
}
