/** Where pieces lie on sheets, row below row: pieces of one drawing are about alike, nothing cleverer pays. Pure. */

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Spot {
  /** Which sheet, counted from nought. */
  readonly sheet: number
  readonly x: number
  readonly y: number
}

export interface Packed {
  readonly sheets: readonly Size[]
  /** In the order of the pieces. */
  readonly spots: readonly Spot[]
}

/** Pieces apart from each other and from the edges by `gap`, on sheets no larger than `side`, but for a piece that is larger itself. Whole pixels in, whole pixels out. */
export function pack(pieces: readonly Size[], side: number, gap: number): Packed {
  const spots: Spot[] = []
  const sheets: Size[] = []
  let [x, y, rowHeight] = [gap, gap, 0]
  let [wide, high] = [0, 0]
  const order = pieces.map((piece, index) => ({ ...piece, index }))
  for (const { width, height, index } of order.sort((a, b) => a.height - b.height)) {
    if (x > gap && x + width + gap > side) [x, y, rowHeight] = [gap, y + rowHeight + gap, 0]
    if (y > gap && y + height + gap > side) {
      sheets.push({ width: wide, height: high })
      ;[x, y, wide] = [gap, gap, 0]
    }
    spots[index] = { sheet: sheets.length, x, y }
    x += width + gap
    rowHeight = height
    wide = Math.max(wide, x)
    high = y + height + gap
  }
  if (pieces.length > 0) sheets.push({ width: wide, height: high })
  return { sheets, spots }
}
