/**
 * Which font has a letter. The app's own Source Sans first; for other scripts the Noto packages, of which the Chinese, Japanese and Korean ones come
 * in a hundred small files each, so that a name costs a few of them.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Weight = 'plain' | 'strong'

/** A file of one weight, or of all of them. */
export interface FontFile {
  readonly path: string
  readonly weight: Weight
}

const root = new URL('../../', import.meta.url)
const own = (subset: string) => (weight: Weight) =>
  fontFile(`public/fonts/source-sans-3-${subset}.woff2`, weight)
const noto = (script: string) => (weight: Weight) =>
  fontFile(
    `node_modules/@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight === 'plain' ? 400 : 600}-normal.woff2`,
    weight,
  )

function fontFile(path: string, weight: Weight): FontFile {
  return { path: fileURLToPath(new URL(path, root)), weight }
}

type Range = readonly [from: number, until: number]

interface Script {
  readonly ranges: readonly Range[]
  file(weight: Weight): FontFile
}

/** In order: the first that has a letter draws it. */
const scripts: readonly Script[] = [
  { ranges: parseRanges('370-3ff,1f00-1fff'), file: own('greek') },
  { ranges: parseRanges('400-52f,1c80-1c8f,2de0-2dff'), file: own('cyrillic') },
  { ranges: parseRanges('590-5ff,fb1d-fb4f'), file: noto('hebrew') },
  { ranges: parseRanges('600-6ff,750-77f,8a0-8ff,fb50-fdff,fe70-fefc'), file: noto('arabic') },
  { ranges: parseRanges('900-97f,a8e0-a8ff'), file: noto('devanagari') },
  { ranges: parseRanges('e00-e7f'), file: noto('thai') },
  {
    ranges: parseRanges('102-103,110-111,128-129,168-169,1a0-1a1,1af-1b0,1ea0-1ef9,20ab'),
    file: own('vietnamese'),
  },
  {
    ranges: parseRanges('100-2ff,1d00-1dff,1e00-1e9f,1ef2-1eff,20a0-20cf,2113,2c60-2c7f,a720-a7ff'),
    file: own('latin-ext'),
  },
]
/** Before `latin-ext`, which lies around these. */
const latin = parseRanges(
  '0-ff,131,152-153,2bb-2bc,2c6,2da,2dc,2000-206f,20ac,2122,2191,2193,2212,2215',
)

const kana = /[\u3040-\u30ff]/
const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/
const eastAsian = parseRanges('1100-11ff,2e80-9fff,ac00-d7af,f900-faff,ff00-ffef,20000-3134f')

/** `text` is all around the letter: which of three ways Chinese characters are drawn in is told by what stands beside them. */
export function fontFileOf(letter: number, text: string, weight: Weight): FontFile {
  const isIn = ([from, until]: Range) => from <= letter && letter <= until
  if (latin.some(isIn)) return own('latin')(weight)
  if (eastAsian.some(isIn)) return eastAsianFile(letter, text, weight)
  const script = scripts.find(({ ranges }) => ranges.some(isIn))
  return (script?.file ?? own('latin'))(weight)
}

function eastAsianFile(letter: number, text: string, weight: Weight): FontFile {
  const language = kana.test(text) ? 'jp' : hangul.test(text) ? 'kr' : 'sc'
  const folder = `node_modules/@fontsource-variable/noto-sans-${language}`
  const subset = subsetsOf(folder).find(({ ranges }) =>
    ranges.some(([from, until]) => from <= letter && letter <= until),
  )
  if (subset === undefined) return own('latin')(weight)
  return fontFile(`${folder}/files/noto-sans-${language}-${subset.name}-wght-normal.woff2`, weight)
}

interface Subset {
  readonly name: string
  readonly ranges: readonly Range[]
}

const knownSubsets = new Map<string, readonly Subset[]>()

function subsetsOf(folder: string): readonly Subset[] {
  const known = knownSubsets.get(folder)
  if (known !== undefined) return known
  const file = readFileSync(new URL(`${folder}/unicode.json`, root), 'utf8')
  const listed = JSON.parse(file) as Readonly<Record<string, string>> // the package's own list
  const subsets = Object.entries(listed).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: parseRanges(ranges.replaceAll('U+', '')),
  }))
  knownSubsets.set(folder, subsets)
  return subsets
}

function parseRanges(list: string): readonly Range[] {
  return list.split(',').map((range): Range => {
    const [from = '', until = from] = range.split('-')
    return [Number.parseInt(from, 16), Number.parseInt(until, 16)]
  })
}
