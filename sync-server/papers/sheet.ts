/**
 * A sheet of paper to write and draw on, in points from its top left corner. It knows pdfkit; who draws on it does not. The same calls make the same
 * bytes: times are given, and nothing is drawn by chance.
 */
import PdfDocument from 'pdfkit'
import type { Instant } from '../../domain/values/instant.ts'
import type { Weight } from './font-files.ts'
import { fontOf } from './fonts.ts'
import { type Run, runsOf } from './text-runs.ts'

export const page = { width: 595.28, height: 841.89, margin: 56 } as const

export const ink = {
  plain: '#16232e',
  soft: '#5b6873',
  hairline: '#b9c2c9',
  accent: '#0b6bb8',
} as const

export interface Style {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: 'left' | 'right'
}

export interface Sheet {
  /** One line, its baseline at `y`. What is too wide is set smaller, so that no number is ever cut. */
  line(text: string, x: number, y: number, width: number, style: Style): void
  /** As many lines as a text needs, its own line breaks kept. */
  wrap(text: string, width: number, style: Style): readonly string[]
  rule(x: number, y: number, width: number, colour?: string): void
  box(x: number, y: number, width: number, height: number): void
  addPage(): void
  /** Draws on every page once all of them are there. */
  onEachPage(draw: (page: number, pages: number) => void): void
  bytes(): Promise<Buffer>
}

/** Fonts come with the first text; pdfkit's own are never used. */
const noFont = ''

export function openSheet(about: {
  readonly title: string
  readonly author: string
  readonly at: Instant
}): Sheet {
  const at = new Date(about.at)
  const info = { Title: about.title, Author: about.author, CreationDate: at, ModDate: at }
  const document = new PdfDocument({
    ...{ size: [page.width, page.height], margin: 0, bufferPages: true, font: noFont },
    ...{ pdfVersion: '1.7', lang: 'en', displayTitle: true },
    info: { ...info, Producer: 'coworking-member-portal', Creator: 'coworking-member-portal' },
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve) => document.on('end', resolve))

  const registered = new Set<string>()
  /** Under a name of its own, so that each is embedded once: the weights of one file call themselves the same. */
  const use = ({ font }: Run, size: number) => {
    const name = `${font.weight} ${font.path}`
    if (!registered.has(name)) {
      registered.add(name)
      document.registerFont(name, fontOf(font) as unknown as Buffer) // pdfkit takes what it has read itself
    }
    return document.font(name, size)
  }

  const widthOf = (text: string, { size, weight = 'plain' }: Style) =>
    runsOf(text, weight).reduce((sum, run) => sum + use(run, size).widthOfString(run.text), 0)

  function line(text: string, x: number, y: number, width: number, style: Style): void {
    const needed = widthOf(text, style)
    const size = needed > width ? (style.size * width) / needed : style.size
    let left = style.align === 'right' ? x + width - Math.min(needed, width) : x
    document.fillColor(style.colour ?? ink.plain)
    for (const run of runsOf(text, style.weight ?? 'plain')) {
      use(run, size).text(run.text, left, y, { lineBreak: false, baseline: 'alphabetic' })
      left += document.widthOfString(run.text)
    }
  }

  function stroke(colour: string) {
    document.lineWidth(0.5).strokeColor(colour).stroke()
  }

  return {
    line,
    wrap: (text, width, style) =>
      text.split('\n').flatMap((part) => wrapped(part, (one) => widthOf(one, style) <= width)),
    rule: (x, y, width, colour = ink.hairline) => {
      document.moveTo(x, y).lineTo(x + width, y)
      stroke(colour)
    },
    box: (x, y, width, height) => {
      document.rect(x, y, width, height)
      stroke(ink.hairline)
    },
    addPage: () => void document.addPage(),
    onEachPage: (draw) => {
      const { start, count } = document.bufferedPageRange()
      for (let index = start; index < start + count; index += 1) {
        document.switchToPage(index)
        draw(index - start + 1, count)
      }
    },
    bytes: async () => {
      document.end()
      await ended
      return Buffer.concat(parts)
    },
  }
}

/** Breaks between words; a word that is wider than the line, or a script without blanks, between letters. */
function wrapped(text: string, fits: (line: string) => boolean): readonly string[] {
  if (fits(text)) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\s)/u)) {
    if (fits((line + word).trimEnd())) line += word
    else {
      if (line !== '') lines.push(line.trimEnd())
      line = ''
      for (const letter of word) {
        if (line !== '' && !fits(line + letter)) {
          lines.push(line)
          line = ''
        }
        line += letter
      }
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '')
}
