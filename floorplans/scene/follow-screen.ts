/** Tells of another size, and of another sharpness: the window went to a screen with finer pixels, or the page was zoomed. The result stops it. */
export function followScreen(host: HTMLElement, tell: () => void): () => void {
  const sizes = new ResizeObserver(tell)
  sizes.observe(host)
  const following = new AbortController()
  const { signal } = following
  function follow(): void {
    const current = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    current.addEventListener('change', renew, { once: true, signal })
  }
  function renew(): void {
    tell()
    follow()
  }
  follow()
  return () => {
    sizes.disconnect()
    following.abort()
  }
}
