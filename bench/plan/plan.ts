/**
 * The floor plan in a browser, from 300 to 50,000 desks: its first frame, the JavaScript of a frame while it is panned, zoomed and while one desk
 * in twenty changes, which desk is meant, and memory, each beside a bare `ParticleContainer` of as many sprites in the same page.
 */
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findOrInstallChromium } from '../../e2e/harness/chromium.ts'
import type { Bench, Curve, Measured } from '../harness/bench.ts'
import { compare } from '../harness/rounds.ts'
import type { Deed, PlanBench } from './page.ts'
import { servePage } from './serve-page.ts'

declare global {
  var planBench: PlanBench
}

type Side = 'ours' | 'bare'

const SIZES = [300, 2_000, 10_000, 50_000]
const ROUNDS = 5
const RATIO_MAX = 1.5
const deeds: readonly Deed[] = ['pan', 'zoom', 'change']
const bare = 'a bare ParticleContainer of as many sprites'
const target = { kind: 'at-most', ratio: RATIO_MAX } as const

export const plan: Bench = async (options) => {
  const served = await servePage()
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: chromiumFlags,
  })
  const page = await browser.newPage({ viewport: { width: 1300, height: 820 } })
  page.setDefaultTimeout(120_000)
  await page.goto(served.url)
  await page.waitForFunction(() => 'planBench' in globalThis)
  const measured: Measured[] = []
  try {
    for (const desks of SIZES) {
      const title = `${desks.toLocaleString('en')} desks`
      if (!title.includes(options.only)) continue
      measured.push(...(await measureSize(page, desks, title, options.rounds ?? ROUNDS)))
    }
  } finally {
    await browser.close()
    served.close()
  }
  return { measured, notes: [], curves: curvesOf(measured) }
}

async function measureSize(
  page: Page,
  desks: number,
  title: string,
  rounds: number,
): Promise<readonly Measured[]> {
  const opening = await compare(rounds, open(page, 'ours', desks), open(page, 'bare', desks))
  const measured: Measured[] = [
    { ...opening, title: `${title}, first frame`, unit: 'ms', otherIs: bare, target },
  ]
  for (const deed of deeds) {
    const compared = await compare(
      rounds,
      frames(page, 'ours', desks, deed),
      frames(page, 'bare', desks, deed),
    )
    measured.push({
      ...compared,
      ...{ title: `${title}, ${deed}`, unit: 'ms a frame', otherIs: bare, target },
    })
  }
  const hits = (side: Side) => () =>
    page.evaluate(([who, many]) => planBench.hits(who, many), [side, desks] as const)
  measured.push({
    ...(await compare(rounds, hits('ours'), hits('bare'))),
    ...{ title: `${title}, hit test`, unit: 'µs', otherIs: 'looking at every desk' },
    target: { kind: 'at-most', ratio: 1 },
  })
  measured.push(await memory(page, desks, title), await idle(page, desks, title))
  return measured
}

function open(page: Page, side: Side, desks: number): () => Promise<number> {
  return () => page.evaluate(([who, many]) => planBench.open(who, many), [side, desks] as const)
}

function frames(page: Page, side: Side, desks: number, deed: Deed): () => Promise<number> {
  return async () => {
    await open(page, side, desks)()
    return page.evaluate((kind) => planBench.frames(kind), deed)
  }
}

async function idle(page: Page, desks: number, title: string): Promise<Measured> {
  await open(page, 'ours', desks)()
  const ours = await page.evaluate(() => planBench.idle())
  return {
    ...{ title: `${title}, frames when idle`, ours, other: 0, ratio: ours, spread: [ours, ours] },
    ...{ unit: 'frames', rounds: 1, otherIs: 'none', target: { kind: 'exact', ours: 0 } },
  }
}

/** What is held once all that can be let go is let go, beside the empty page. */
async function memory(page: Page, desks: number, title: string): Promise<Measured> {
  const session = await page.context().newCDPSession(page)
  const of = async (side: Side) => {
    await page.evaluate(() => planBench.close())
    const before = await heldBytes(session)
    await open(page, side, desks)()
    return ((await heldBytes(session)) - before) / 1_000_000
  }
  const [ours, other] = [await of('ours'), await of('bare')]
  await session.detach()
  const ratio = ours / other
  return {
    ...{ title: `${title}, memory`, ours, other, ratio, spread: [ratio, ratio] },
    ...{ unit: 'MB', rounds: 1, otherIs: bare, target: { kind: 'none' } },
  }
}

async function heldBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

function curvesOf(measured: readonly Measured[]): readonly Curve[] {
  return deeds.map((deed) => {
    const points = (of: 'ours' | 'other') =>
      measured
        .filter(({ title }) => title.endsWith(`, ${deed}`))
        .map((one) => [Number.parseInt(one.title.replace(',', ''), 10), one[of]] as const)
    return {
      title: `JavaScript a frame: ${deed}`,
      unit: 'ms',
      lines: { ours: points('ours'), bare: points('other') },
    }
  })
}
