import { createEffect, createSignal, onCleanup } from 'solid-js'

/** True once the condition has held for that long (ms) without a break. */
export function createLate(condition: () => boolean, afterMs: number): () => boolean {
  const [isLate, setIsLate] = createSignal(false)
  createEffect(() => {
    setIsLate(false)
    if (!condition()) return
    const timer = setTimeout(() => setIsLate(true), afterMs)
    onCleanup(() => clearTimeout(timer))
  })
  return isLate
}
