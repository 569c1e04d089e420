/**
 * A person's device: a private window of the browser that journeys share, or, where a journey ends and opens it again or
 * installs the app, a browser of its own with a profile folder, so that to kill it is a true restart. To start one takes seconds.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { chromiumFlags } from './chromium.ts'
import { moveClock } from './clock.ts'
import { type Faults, makeFaults } from './faults.ts'
import type { Server } from './server.ts'

export interface DeviceOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly deviceScaleFactor?: number
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly userAgent?: string
  readonly timezoneId?: string
  /** A browser of its own that keeps what it knows: for devices that are closed, killed and opened again, and into which apps are installed. */
  readonly hasProfile?: boolean
  /** Keeps a trace of all that happens, which takes a tenth of the time. */
  readonly isTraced?: boolean
  /** False: a browser without service workers, as some private windows are. */
  readonly keepsApp?: boolean
  /** Done with the browser each time it is opened, before its first page. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>
}

export interface Device {
  readonly faults: Faults
  /** The first tab. A new one after a restart. */
  page(): Page
  context(): BrowserContext
  /** Another tab of the same browser, at an address. */
  openTab(path: string): Promise<Page>
  /** Aeroplane mode. */
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  /** Ends the browser process without a word, as an empty battery does. This, `close` and `open` are for a browser with a profile. */
  kill(): Promise<void>
  /** Closes the browser as a person does. */
  close(): Promise<void>
  /** Opens the browser again on the same profile, at an address. */
  open(path: string): Promise<void>
  /** A picture of each tab and, where it was kept, a trace of what happened, for a journey that failed: files that begin with the path. Returns their names. */
  keepEvidence(path: string): Promise<string>
  dispose(): Promise<void>
}

/** For a condition to come true; generous, because the machine may be doing other things. */
const PATIENCE_MS = 20_000

export async function openDevice(
  { url: origin, clockOffsetMs }: Pick<Server, 'url' | 'clockOffsetMs'>,
  sharedBrowser: () => Promise<Browser>,
  options: DeviceOptions = {},
): Promise<Device> {
  const profile = options.hasProfile === true ? makeProfile() : null
  const faults = makeFaults(origin)
  const openContext = async () => {
    const settings = contextSettings(origin, options)
    const opened =
      profile === null
        ? await (await sharedBrowser()).newContext(settings)
        : await chromium.launchPersistentContext(profile.path, { ...launchSettings(), ...settings })
    await prepareContext(opened, clockOffsetMs, options)
    faults.watch(opened)
    if (opened.pages().length === 0) await opened.newPage()
    return opened
  }
  let context = await openContext()

  const page = () => {
    const first = context.pages()[0]
    if (first === undefined) throw new Error('This device is closed')
    return first
  }
  return {
    faults,
    page,
    context: () => context,
    openTab: async (path) => {
      const tab = await context.newPage()
      await tab.goto(path)
      return tab
    },
    goOffline: () => context.setOffline(true),
    goOnline: () => context.setOffline(false),
    kill: () => {
      mustHaveProfile(profile)
      return killBrowser(context)
    },
    close: () => {
      mustHaveProfile(profile)
      return context.close()
    },
    open: async (path) => {
      context = await openContext()
      await page().goto(path)
    },
    keepEvidence: (path) => keepEvidence(context, path, options.isTraced === true),
    dispose: async () => {
      await context.close().catch(() => undefined) // a killed browser is closed already
      profile?.dispose()
    },
  }
}

/** Starts the browser whose private windows are devices. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch(launchSettings())
}

function launchSettings() {
  return { executablePath: inject('chromiumPath'), args: chromiumFlags }
}

function contextSettings(
  origin: string,
  { width = 390, height = 844, isTraced, keepsApp, hasProfile, prepare, ...options }: DeviceOptions,
) {
  return {
    baseURL: origin,
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...options,
  }
}

async function prepareContext(
  context: BrowserContext,
  clockOffsetMs: number,
  { isTraced = false, keepsApp = true, prepare }: DeviceOptions,
): Promise<void> {
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript(moveClock, clockOffsetMs)
  if (!keepsApp) await context.addInitScript(forgetServiceWorkers)
  await prepare?.(context)
  if (isTraced) await context.tracing.start({ snapshots: true })
}

function makeProfile() {
  const path = mkdtempSync(join(tmpdir(), 'portal-profile-'))
  return { path, dispose: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

function mustHaveProfile(profile: object | null): void {
  if (profile === null)
    throw new Error('A private window ends with all it knows: give it a profile')
}

/** Runs inside the page. */
function forgetServiceWorkers(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
}

/** The browser's own process id, asked of the browser itself; its children go with it. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession()
  const answer = await session?.send('SystemInfo.getProcessInfo')
  const process_ = answer?.processInfo.find(({ type }) => type === 'browser')
  if (process_ === undefined) throw new Error('The browser does not say which process it is')
  const isClosed = new Promise((resolve) => context.once('close', resolve))
  process.kill(process_.id, 'SIGKILL')
  await isClosed
}

async function keepEvidence(
  context: BrowserContext,
  path: string,
  isTraced: boolean,
): Promise<string> {
  mkdirSync(dirname(path), { recursive: true })
  const kept: string[] = []
  for (const [index, page] of context.pages().entries()) {
    kept.push(`${path}-tab-${index + 1}.png`)
    await page.screenshot({ path: `${path}-tab-${index + 1}.png` })
  }
  if (isTraced) {
    kept.push(`${path}-trace.zip`)
    await context.tracing.stop({ path: `${path}-trace.zip` })
  }
  return kept.join(', ')
}
