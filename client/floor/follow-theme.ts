/** What decides the colours of a drawing, which no style sheet reaches: told whenever it changes. */
import { onCleanup } from 'solid-js'

/** The system's scheme and contrast, and the theme chosen here. */
export function followTheme(repaint: () => void): void {
  const media = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ]
  const systems = media.map((query) => matchMedia(query))
  const chosen = new MutationObserver(repaint)
  for (const system of systems) system.addEventListener('change', repaint)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  onCleanup(() => {
    for (const system of systems) system.removeEventListener('change', repaint)
    chosen.disconnect()
  })
}
