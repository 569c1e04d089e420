/** The bench's page, built as the app is and served from a port of its own. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { planWithout } from '../../scripts/plan-without.ts'
import { type Served, serve } from '../harness/serve.ts'

/** The other side is made of them. */
const particles = ['/particle-container/', '/particle/']

const html =
  '<!doctype html><html lang="en"><title>Plan</title><link rel="stylesheet" href="./tokens.css"><body><script type="module" src="./main.js"></script></body></html>'

export async function servePage(): Promise<Served> {
  const root = resolve('test-output/plan-page')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'index.html'), html)
  writeFileSync(join(root, 'main.js'), `import '${resolve('bench/plan/page.ts')}'\n`)
  writeFileSync(join(root, 'tokens.css'), readFileSync('client/ui/tokens.css'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [planWithout(particles)],
    build: { outDir: 'built' },
  })
  const built = join(root, 'built')
  const page = { type: 'text/html', body: readFileSync(join(built, 'index.html'), 'utf8') }
  const files = new Map(
    readdirSync(join(built, 'assets')).map((name) => [
      `/assets/${name}`,
      {
        type: name.endsWith('.css') ? 'text/css' : 'text/javascript',
        body: readFileSync(join(built, 'assets', name), 'utf8'),
      },
    ]),
  )
  return serve((path) => files.get(path) ?? page)
}
