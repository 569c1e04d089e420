/** The renderer with its canvas in the page, as large as what it hangs in. */
// First, because the page allows no code made of text, and the renderer would make its shaders' code that way.
import 'pixi.js/unsafe-eval'
import 'pixi.js/graphics'
import { Ticker, WebGLRenderer } from 'pixi.js'

/** Twice is sharp on every screen; a third pixel costs more than it shows. */
const RESOLUTION_MAX = 2

/** Null when the browser gives no WebGL, and when nobody waits for the drawing any more. */
export async function openRenderer(
  host: HTMLElement,
): Promise<WebGLRenderer<HTMLCanvasElement> | null> {
  // The system ticker would ask for a frame sixty times a second for nothing.
  Ticker.system.autoStart = false
  Ticker.system.stop()
  const renderer = new WebGLRenderer<HTMLCanvasElement>()
  const canvas = document.createElement('canvas')
  try {
    await renderer.init({
      canvas,
      // At once as large as it stays: to make it larger later is to make it a second time.
      width: Math.max(1, host.clientWidth),
      height: Math.max(1, host.clientHeight),
      antialias: true,
      backgroundAlpha: 0,
      resolution: sharpness(),
      autoDensity: true,
      skipExtensionImports: true,
      preferWebGLVersion: 2,
      powerPreference: 'low-power',
    })
  } catch {
    return null
  }
  // Whoever left meanwhile has no colours to draw with any more.
  if (!host.isConnected) {
    renderer.destroy()
    return null
  }
  canvas.setAttribute('aria-hidden', 'true')
  host.append(canvas)
  return renderer
}

/** Pixels of the canvas for one of CSS. */
export function sharpness(): number {
  return Math.min(RESOLUTION_MAX, devicePixelRatio)
}
