/**
 * How much of a page a keyboard on the screen hides, in `--keyboard` of an element: what sticks to its end stands above it. Browsers lay the
 * keyboard over the page and only say what of it can still be seen. Gives what ends it.
 */
export function keepAboveKeyboard(element: HTMLElement, onChange: () => void): () => void {
  const seen = window.visualViewport
  if (seen === null) return () => undefined
  let before = 0
  const look = () => {
    // Pinched, less is seen too, and there is no keyboard for it.
    const hidden = seen.scale > 1 ? 0 : innerHeight - seen.height - seen.offsetTop
    const keyboard = Math.max(0, Math.round(hidden))
    if (keyboard === before) return
    before = keyboard
    element.style.setProperty('--keyboard', `${keyboard}px`)
    onChange()
  }
  for (const event of ['resize', 'scroll']) seen.addEventListener(event, look)
  look()
  return () => {
    for (const event of ['resize', 'scroll']) seen.removeEventListener(event, look)
  }
}
