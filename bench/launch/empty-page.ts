/**
 * The limit of a launch: a page that loads what any app of this kind loads (Solid, the router, Dexie) from a service worker, draws one
 * row, and knows nothing. Built by the same tool, served from a port of its own.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { type Served, serve } from '../harness/serve.ts'

const html = `<!doctype html><html lang="en"><title>Empty</title><ul id="app"></ul><script type="module" src="./main.js"></script></html>`
const main = `import { render } from 'solid-js/web'
import * as router from '@solidjs/router'
import * as dexie from 'dexie'
globalThis.kept = [router, dexie]
navigator.serviceWorker.register('/worker.js')
render(() => {
  const row = document.createElement('li')
  row.className = 'offer'
  row.textContent = 'A desk'
  return row
}, document.querySelector('#app'))
`
const worker = `addEventListener('install', (event) => {
  event.waitUntil(caches.open('page').then((cache) => cache.addAll(['/', '/assets/main.js'])))
})
addEventListener('fetch', (event) => {
  const isPage = event.request.mode === 'navigate'
  event.respondWith(caches.match(isPage ? '/' : event.request).then((held) => held ?? fetch(event.request)))
})
`

export async function serveEmptyPage(): Promise<Served> {
  const root = resolve('test-output/empty-page')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'index.html'), html)
  writeFileSync(join(root, 'main.js'), main)
  const names = { entryFileNames: 'assets/main.js' }
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: 'built',
      modulePreload: { polyfill: false },
      rolldownOptions: { output: names },
    },
  })
  const files = new Map([
    ['/worker.js', { type: 'text/javascript', body: worker }],
    ['/assets/main.js', { type: 'text/javascript', body: read(root, 'assets/main.js') }],
  ])
  const page = { type: 'text/html', body: read(root, 'index.html') }
  return serve((path) => files.get(path) ?? page)
}

function read(root: string, path: string): string {
  return readFileSync(join(root, 'built', path), 'utf8')
}
