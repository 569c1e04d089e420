/** What a screen must be for everybody, measured in the page: axe's rules, targets that can be hit, nothing that scrolls sideways. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Of a long list the first dozen: what is wrong with a row is wrong with the others, and each costs axe its time. */
const beyondTheDozen = ['li:nth-child(n + 13)', 'tr:nth-child(n + 13)', 'option:nth-child(n + 13)']

/** The violations axe finds, one line each. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const looking = {
    runOnly: { type: 'tag' as const, values: rules },
    rules: { 'target-size': { enabled: false } }, // `readTargets` measures them
    resultTypes: ['violations' as const], // what passes is not described
    preload: false, // the style sheets are the page's own already
  }
  return page.evaluate(
    async ({ looking, exclude }) => {
      // A sheet that is still on its way is paler than it will be. What turns for ever is not waited for.
      const moving = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(moving.map(({ finished }) => finished))
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe } // put there by the line before
      const { violations } = await inPage.run({ include: [['html']], exclude }, looking)
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
      )
    },
    { looking, exclude: beyondTheDozen.map((rows) => [rows]) },
  )
}

export interface Target {
  readonly name: string
  /** The shorter side, in CSS pixels. */
  readonly size: number
}

/** Everything on the screen that can be hit, but links inside a sentence, which the guideline excepts. */
export function readTargets(page: Page): Promise<readonly Target[]> {
  return page.evaluate(() => {
    const layer = document.querySelector('dialog[open]') ?? document
    // The list of a plan on a phone lies under the drawing, a pixel in size: for the ear alone.
    const isForTheEar = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      const { parentElement } = element
      return Math.min(width, height) <= 1 || (parentElement !== null && isForTheEar(parentElement))
    }
    const stops = 'a[href], button, input, select, textarea, summary, [role=button], [role=option]'
    return [...layer.querySelectorAll<HTMLElement>(stops)].flatMap((element) => {
      const box = element.closest('label') ?? element
      const isThere = box.checkVisibility({ visibilityProperty: true }) && !isForTheEar(box)
      const isSkipLink = element.matches('.skip') // shown with the focus alone
      const isInSentence = element.matches('p a') && getComputedStyle(element).display === 'inline'
      if (!isThere || isSkipLink || isInSentence) return []
      const { width, height } = box.getBoundingClientRect()
      const name = element.ariaLabel ?? box.textContent?.trim() ?? ''
      return [{ name: `${element.tagName} ${name}`, size: Math.round(Math.min(width, height)) }]
    })
  })
}

/** What cannot be told any more where the system's colours are forced: what is chosen, as every fill is taken, and where a sheet ends. */
export async function findLostStates(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  const lost = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    const none = ['transparent', 'Canvas', 'ButtonFace'].map((colour) => {
      probe.style.backgroundColor = colour
      return getComputedStyle(probe).backgroundColor
    })
    probe.remove()
    const chosen = '[aria-pressed=true], [aria-selected=true], [aria-current]:not(th)'
    const layers = 'dialog[open], .toast'
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility())
    return [
      ...seen(chosen).filter((one) => none.includes(getComputedStyle(one).backgroundColor)),
      ...seen(layers).filter((one) => getComputedStyle(one).borderTopWidth === '0px'),
    ].map((one) => `lost in forced colours: ${one.ariaLabel ?? one.textContent}`)
  })
  await page.emulateMedia({ forcedColors: null })
  return lost
}

/** By how many pixels the page is wider than the window. */
export function readOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
