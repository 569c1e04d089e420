/** Sheets of labels as shops sell them, in millimetres, and which label lands on which. */

export interface LabelSheet {
  readonly paper: Paper
  readonly columns: number
  readonly rows: number
  /** Of one label. */
  readonly width: number
  readonly height: number
  /** From the paper's edge to the first label. */
  readonly left: number
  readonly top: number
  /** From one label's left edge to the next one's. */
  readonly stepX: number
}

export const papers = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const
export type Paper = keyof typeof papers

export const labelSizes = ['small', 'medium', 'large'] as const
export type LabelSize = (typeof labelSizes)[number]

/** The usual ones: 24, 8 and 4 on A4; 30, 10 and 4 on Letter. */
const sheets: Readonly<Record<Paper, Readonly<Record<LabelSize, LabelSheet>>>> = {
  a4: {
    small: sheet('a4', 3, 8, 70, 37, { left: 0, top: 0.5, stepX: 70 }),
    medium: sheet('a4', 2, 4, 105, 74, { left: 0, top: 0.5, stepX: 105 }),
    large: sheet('a4', 2, 2, 105, 148, { left: 0, top: 0.5, stepX: 105 }),
  },
  letter: {
    small: sheet('letter', 3, 10, 66.7, 25.4, { left: 4.8, top: 12.7, stepX: 69.8 }),
    medium: sheet('letter', 2, 5, 101.6, 50.8, { left: 4, top: 12.7, stepX: 106.3 }),
    large: sheet('letter', 2, 2, 107.9, 139.7, { left: 0, top: 0, stepX: 107.9 }),
  },
}

function sheet(
  paper: Paper,
  columns: number,
  rows: number,
  width: number,
  height: number,
  at: Pick<LabelSheet, 'left' | 'top' | 'stepX'>,
): LabelSheet {
  return { paper, columns, rows, width, height, ...at }
}

export function labelSheet(paper: Paper, size: LabelSize): LabelSheet {
  return sheets[paper][size]
}

export function labelsPerSheet({ columns, rows }: LabelSheet): number {
  return columns * rows
}

export interface PlacedLabel<Label> {
  readonly label: Label
  readonly left: number
  readonly top: number
}

/** Page by page, row by row. The first `used` labels of the first sheet are gone already. */
export function labelPages<Label>(
  labels: readonly Label[],
  sheet: LabelSheet,
  used: number,
): readonly (readonly PlacedLabel<Label>[])[] {
  const perSheet = labelsPerSheet(sheet)
  const pages: PlacedLabel<Label>[][] = []
  for (const [index, label] of labels.entries()) {
    const slot = index + used
    const page = Math.floor(slot / perSheet)
    const [row, column] = [Math.floor((slot % perSheet) / sheet.columns), slot % sheet.columns]
    const left = sheet.left + column * sheet.stepX
    const placed = { label, left, top: sheet.top + row * sheet.height }
    pages[page] = [...(pages[page] ?? []), placed]
  }
  return pages
}
