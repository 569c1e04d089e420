/**
 * One line of text as pieces that are drawn from left to right: each in one font, and what is read from right to left in the order in which it is
 * seen. Paper of ours runs from left to right; a name in Arabic or Hebrew within it is turned as a whole, with the numbers in it left as they are.
 * That is less than the Unicode rules for both directions, and enough for names and addresses.
 */
import { type FontFile, fontFileOf, type Weight } from './font-files.ts'

export interface Run {
  readonly text: string
  readonly font: FontFile
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRight = /[\p{L}\p{N}]/u

export function runsOf(text: string, weight: Weight): readonly Run[] {
  return joined(inOrderSeen(text).flatMap((piece) => inFonts(piece, text, weight)))
}

/** What one font draws from left to right is one piece. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    const isOne =
      last?.font.path === run.font.path &&
      !rightToLeft.test(last.text) &&
      !rightToLeft.test(run.text)
    if (isOne) whole[whole.length - 1] = { text: last.text + run.text, font: run.font }
    else whole.push(run)
  }
  return whole
}

/** Words, and what stands between them, in the order in which they are seen. Letters within a word are turned where it is drawn. */
function inOrderSeen(text: string): readonly string[] {
  const words = text.match(/\s+|[^\s]+/gu) ?? []
  const seen: string[] = []
  let turned: string[] = []
  const flush = () => {
    // Blanks at the end of it stand between it and what follows.
    const after = turned.length > 0 && /^\s+$/.test(turned.at(-1) ?? '') ? [turned.pop() ?? ''] : []
    seen.push(...turned.toReversed(), ...after)
    turned = []
  }
  for (const word of words) {
    const isTurned = rightToLeft.test(word)
    const isNeutral = !isTurned && !leftToRight.test(word)
    if (isTurned || (turned.length > 0 && isNeutral)) turned.push(word)
    else {
      flush()
      seen.push(word)
    }
  }
  flush()
  return seen
}

function inFonts(piece: string, text: string, weight: Weight): readonly Run[] {
  const runs: Run[] = []
  for (const letter of piece) {
    const code = letter.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const font = joins(code) && last !== undefined ? last.font : fontFileOf(code, text, weight)
    if (last?.font.path === font.path) runs[runs.length - 1] = { text: last.text + letter, font }
    else runs.push({ text: letter, font })
  }
  return runs
}

/** Blanks, marks and joiners are drawn with what stands before them. */
function joins(code: number): boolean {
  return code === 0x20 || code === 0x200c || code === 0x200d || (0x300 <= code && code <= 0x36f)
}
