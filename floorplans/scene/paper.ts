/**
 * The drawing for paper: light whatever the screen is, and finer than that. A copy, because a page that is laid out for paper gives the drawing
 * another size, and one that is drawn by the card keeps nothing between two frames.
 */

/** Pixels of one of CSS: some 300 dots an inch where a screen's width becomes a page's. */
const RESOLUTION = 3

interface Drawing {
  readonly canvas: HTMLCanvasElement
  /** Draws what is seen at once, in the colours that the page has now; null: as fine as the screen is. */
  draw(resolution: number | null): void
}

export function drawForPaper({ canvas, draw }: Drawing): HTMLCanvasElement {
  const paper = document.createElement('canvas')
  inLight(() => draw(RESOLUTION))
  paper.width = canvas.width
  paper.height = canvas.height
  paper.getContext('2d')?.drawImage(canvas, 0, 0)
  draw(null)
  return paper
}

/** The theme is the whole page's: its colours are decided at the root. */
function inLight(work: () => void): void {
  const root = document.documentElement
  const theme = root.getAttribute('data-theme')
  root.setAttribute('data-theme', 'light')
  work()
  if (theme === null) root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
}
