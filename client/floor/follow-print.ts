/** On paper a drawing is a copy of itself in light, and the page has its own back when that is taken. */
import { onCleanup } from 'solid-js'

export function followPrint(
  hung: HTMLElement | undefined,
  draw: () => HTMLCanvasElement | undefined,
): void {
  let paper: HTMLCanvasElement | undefined
  const lay = () => {
    paper?.remove()
    paper = draw()
    if (paper !== undefined) hung?.append(paper)
  }
  const take = () => {
    paper?.remove()
    paper = undefined
  }
  addEventListener('beforeprint', lay)
  addEventListener('afterprint', take)
  onCleanup(() => {
    removeEventListener('beforeprint', lay)
    removeEventListener('afterprint', take)
  })
}
