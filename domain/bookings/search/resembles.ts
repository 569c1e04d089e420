/** Shorter beginnings and shorter words than these mean too much. */
const PREFIX_MIN = 3
const TYPO_MIN = 5

/** Letters as they are compared: lower case, accents aside. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** True when somebody who typed `typed` may have meant `word`: the same, its beginning, or one slip away from it. Both are plain. */
export function resembles(typed: string, word: string): boolean {
  if (typed === word) return true
  if (typed.length >= PREFIX_MIN && word.startsWith(typed)) return true
  return typed.length >= TYPO_MIN && isOneSlipAway(typed, word)
}

/** One letter too many, too few, another, or two swapped (Damerau 1964). */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const rest = (text: string, from: number) => text.slice(start + from)
  const isSwapped =
    a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2)
  return (
    isSwapped || rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
  )
}
