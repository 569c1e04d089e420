import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { chunkFileNames, chunkGroups } from './scripts/chunks.ts'
import { packed } from './scripts/packed.ts'
import { pdfDecoders, pdfDecodersPlugin } from './scripts/pdf-decoders.ts'
import { planWithout } from './scripts/plan-without.ts'
import { syncWithout } from './scripts/sync-without.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** `npm run dev`: the real server behind the app. It checks Host and Origin, so the proxy speaks as if it came from there. */
const server = process.env['DEV_SERVER'] ?? 'http://localhost:3000'
const behind = { target: server, changeOrigin: true, headers: { origin: server } }

export default defineConfig({
  server: {
    proxy: {
      '/api': behind,
      '/healthz': behind,
      '/demo-checkout': behind,
      '/webhooks': behind,
      '/sync': { ...behind, ws: true },
    },
  },
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __PDF_DECODERS__: JSON.stringify(pdfDecoders),
  },
  // Its own entry wraps the ES5 build; the modern one is 2 kB smaller.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  plugins: [
    solid(),
    planWithout(),
    syncWithout(),
    pdfDecodersPlugin(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'client/service-worker',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
        // Half a megabyte for who draws over a PDF: fetched then, and kept on nobody's device.
        globIgnores: ['**/draw-pdf-page-*', '**/pdf-decoders-*/**'],
        maximumFileSizeToCacheInBytes: 2_000_000,
      },
    }),
    packed(),
  ],
  build: {
    target: 'es2023',
    // The polyfill would be an inline script, which the page's policy refuses.
    modulePreload: { polyfill: false },
    // An inlined asset would be a data: address where the policy expects a file.
    assetsInlineLimit: 0,
    // lib0, below Yjs, builds schemas as it loads (`$.$custom(…)`), which only its own tests use: 2 kB of the sync chunk.
    rolldownOptions: {
      checks: { pluginTimings: false }, // a page of advice on the first start of everybody
      treeshake: { manualPureFunctions: ['$'] },
      output: { chunkFileNames, codeSplitting: { groups: chunkGroups() } },
    },
  },
})
