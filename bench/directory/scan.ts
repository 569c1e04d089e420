/** The same question without an index: each word of each person is read, and is meant where it begins so or has a letter wrong. */
import type { DirectoryCard } from '../../domain/community/directory.ts'

const LETTERS_FOR_WRONG = 4
const WRONG_SHARE = 0.25

export function scan(cards: readonly DirectoryCard[], typed: string): readonly DirectoryCard[] {
  const terms = wordsIn(typed)
  return cards.filter((card) => {
    const { name, work = '', company = '', skills = [], about = '' } = card
    const words = wordsIn([name, work, company, ...skills, about].join(' '))
    return terms.some((term) => words.some((word) => isMeant(term, word)))
  })
}

function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
  return plain.toLowerCase().split(/[^\p{L}\p{N}]+/u)
}

function isMeant(term: string, word: string): boolean {
  if (word.startsWith(term)) return true
  const most = term.length < LETTERS_FOR_WRONG ? 0 : Math.round(term.length * WRONG_SHARE)
  return Math.abs(term.length - word.length) <= most && distance(term, word) <= most
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
