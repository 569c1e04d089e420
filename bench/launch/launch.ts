/**
 * Offline, from navigation to a list one can use: the Book page of the built app over the sample space, against an empty page of the same
 * libraries. Warm and with a browser that has just been started, at full speed and at a quarter of it. Sizes stand beside their budgets.
 */
import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { SignInPage } from '../../e2e/pages/sign-in.ts'
import { startTestPortal } from '../../sync-server/for-tests.ts'
import type { Bench, Measured } from '../harness/bench.ts'
import { compare } from '../harness/rounds.ts'
import { openBrowser } from './browser.ts'
import { serveEmptyPage } from './empty-page.ts'
import { measureSizes } from './sizes.ts'

const ROUNDS = 7
const RATIO_MAX = 1.6
const SLOWDOWN = 4

export const launch: Bench = async (options) => {
  buildApp()
  const server = await startTestPortal()
  const empty = await serveEmptyPage()
  const ours = await openBrowser(`http://localhost:${server.portal.port}/book`, visitPortal)
  const other = await openBrowser(empty.url, (page) => visitEmpty(page, empty.url))
  const measured: Measured[] = []
  try {
    for (const slowdown of [1, SLOWDOWN]) {
      for (const how of ['warm', 'cold'] as const) {
        const title = `${how}, ${slowdown === 1 ? 'plain' : `x${slowdown} CPU`}`
        if (!title.includes(options.only)) continue
        const compared = await compare(
          options.rounds ?? ROUNDS,
          () => ours.launch(how, slowdown),
          () => other.launch(how, slowdown),
        )
        measured.push({
          ...compared,
          title,
          otherIs: 'an empty Solid page',
          unit: 'ms',
          target: { kind: 'at-most', ratio: RATIO_MAX },
        })
      }
    }
  } finally {
    await ours.close()
    await other.close()
    empty.close()
    await server.remove()
  }
  return { measured, notes: sizeNotes(), curves: [] }
}

function buildApp(): void {
  const build = "import('./scripts/start.js').then((start) => start.buildIfNeeded())"
  execFileSync(process.execPath, ['-e', build], { stdio: 'inherit' })
}

async function visitPortal(page: Page): Promise<void> {
  await new SignInPage(page).signInAs('Hana')
  await page.goto('/book')
  await page.locator('li.offer').first().waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // A visit that was served without a network shows that everything is kept.
  await page.context().setOffline(true)
  await page.reload()
  await page.locator('li.offer').first().waitFor()
}

async function visitEmpty(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

function sizeNotes(): readonly string[] {
  return measureSizes().map(({ part, bytes, bytesMax }) => {
    const isOver = bytes > bytesMax ? `, over by ${kilobytes(bytes - bytesMax)}` : ''
    return `${part}: ${kilobytes(bytes)} of ${kilobytes(bytesMax)} kB gz${isOver}`
  })
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
