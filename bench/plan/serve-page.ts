/** The bench's page, built as the app is and served from a port of its own. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const html =
  '<!doctype html><html lang="en"><title>Plan</title><link rel="stylesheet" href="./tokens.css"><body><script type="module" src="./main.js"></script></body></html>'

export async function servePage(): Promise<{ readonly url: string; close(): void }> {
  const root = resolve('test-output/plan-page')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'index.html'), html)
  writeFileSync(join(root, 'main.js'), `import '${resolve('bench/plan/page.ts')}'\n`)
  writeFileSync(join(root, 'tokens.css'), readFileSync('client/ui/tokens.css'))
  await build({ root, configFile: false, logLevel: 'warn', build: { outDir: 'built' } })
  const built = join(root, 'built')
  const server = createServer(({ url = '/' }, response) => {
    const name = readdirSync(join(built, 'assets')).find((file) => url === `/assets/${file}`)
    const [path, type] =
      name === undefined
        ? [join(built, 'index.html'), 'text/html']
        : [join(built, 'assets', name), name.endsWith('.css') ? 'text/css' : 'text/javascript']
    response.setHeader('content-type', type)
    response.end(readFileSync(path))
  })
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
