/** Chromium for the journeys: the one named, the machine's own, Playwright's own, or else one installed here and now, said aloud. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/**
 * What is left out: all that Playwright leaves out, because of two flags of one name the last counts, and the search box's drop-downs, which
 * are two pages in every browser that starts and take a second of it.
 */
const leftOut = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
]

/**
 * No sandbox, because tests run as root in containers; no talk with Google. Without a GPU the page is drawn in software, and WebGL, which
 * the floor plan needs, by SwiftShader.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${leftOut.join(',')}`,
]

export function findOrInstallChromium(): string {
  const found = findChromium()
  if (found !== null) return found
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    install('apt-get', ['update'])
    install('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  } else install('npx', ['playwright-core', 'install', 'chromium'])
  const installed = findChromium()
  if (installed === null) {
    throw new Error('There is no Chromium and none could be installed. Set CHROMIUM_PATH to one.')
  }
  return installed
}

function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && !existsSync(named)) {
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  }
  const places = [named, '/usr/bin/chromium', chromium.executablePath()]
  return places.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

function install(command: string, args: readonly string[]): void {
  console.log(`No Chromium found, so one is installed: ${command} ${args.join(' ')}`)
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}
