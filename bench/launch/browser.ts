/** A browser with a profile of its own that is offline once it knows its page, and says when that page could be used. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findOrInstallChromium } from '../../e2e/harness/chromium.ts'

export interface Browser {
  /** Milliseconds from navigation to a row on the screen, offline. `cold` starts the browser anew first. */
  launch(how: 'cold' | 'warm', slowdown: number): Promise<number>
  close(): Promise<void>
}

declare global {
  /** When the first row was on the screen, in the page's own time. */
  var usableAt: number | undefined
}

const PATIENCE_MS = 60_000

/** `prepare` visits the page online until everything it needs is kept. */
export async function openBrowser(
  url: string,
  prepare: (page: Page) => Promise<void>,
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'portal-launch-'))
  let context = await start(profile, url)
  await prepare(pageOf(context))
  return {
    launch: async (how, slowdown) => {
      if (how === 'cold') {
        await context.close()
        context = await start(profile, url)
      }
      await context.setOffline(true)
      return launchOnce(pageOf(context), url, slowdown)
    },
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function start(profile: string, url: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findOrInstallChromium(),
    args: chromiumFlags,
    baseURL: new URL(url).origin,
    viewport: { width: 390, height: 844 },
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript(noteWhenUsable)
  return context
}

async function launchOnce(page: Page, url: string, slowdown: number): Promise<number> {
  await page.goto('about:blank')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(url, { waitUntil: 'commit' })
  const handle = await page.waitForFunction(() => globalThis.usableAt)
  const ms = await handle.jsonValue()
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return Number(ms)
}

/** Runs inside the page: from its time origin until the frame that shows the first row. */
function noteWhenUsable(): void {
  const look = () => {
    if (document.querySelector('li.offer') === null) return
    watch.disconnect()
    requestAnimationFrame(() => {
      globalThis.usableAt ??= performance.now()
    })
  }
  const watch = new MutationObserver(look)
  watch.observe(document, { childList: true, subtree: true })
}

function pageOf(context: BrowserContext): Page {
  const [page] = context.pages()
  if (page === undefined) throw new Error('The browser has no page')
  return page
}
