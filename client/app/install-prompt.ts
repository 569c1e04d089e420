/** Keeps the browser's own install prompt, which comes once and early, until the portal has something to offer it for. */
import { createSignal } from 'solid-js'

/** Chromium's event: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

const [installPrompt, setInstallPrompt] = createSignal<InstallPrompt | null>(null)

export { installPrompt }

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault() // the offer comes after the first booking, not on the first visit
  setInstallPrompt(event as InstallPrompt) // the event of this name has this shape
})

export function forgetInstallPrompt(): void {
  setInstallPrompt(null)
}
