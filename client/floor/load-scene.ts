/** What draws the floor, loaded late. */
type Scene = typeof import('../../floorplans/scene/floor-scene.ts')

const AGAIN_MS = 5_000

/**
 * Asked for again until it comes: the connection may go in the second between the page and its drawing, and a screen on a wall has nobody to
 * start it anew. Null once nobody waits for it any more.
 */
export async function loadScene(
  isGone: () => boolean,
  load: () => Promise<Scene> = () => import('../../floorplans/scene/floor-scene.ts'),
): Promise<Scene | null> {
  while (!isGone()) {
    const scene = await load().catch(() => null)
    if (scene !== null) return isGone() ? null : scene
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
  return null
}
