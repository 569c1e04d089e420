/** Each package has one home, so that when a vendor breaks, one place breaks. A package without a line here has no way in. */
import { importsOf } from './scan.ts'
import { file, isCode, isForTests, type Rule, type SourceFile } from './source-file.ts'

const doors: Readonly<Record<string, RegExp>> = {
  'pixi.js': /^floorplans\/(scene|editor)\//,
  flatbush: /^floorplans\/document\//,
  'solid-js': /^client\//,
  '@solidjs/router': /^client\//,
  dexie: /^client\/store\//,
  'y-websocket': /^client\/sync\/connection\.ts$/,
  yjs: /^(client|sync-server)\/sync\/|^floorplans\/document\/draft/,
  'y-protocols': /^(client|sync-server)\/sync\//,
  lib0: /^(client|sync-server)\/sync\//,
  'workbox-window': /^client\/app\/service-worker-bridge\.ts$/,
  'workbox-core': /^client\/service-worker\//,
  'workbox-precaching': /^client\/service-worker\//,
  'workbox-routing': /^client\/service-worker\//,
  minisearch: /^client\/(support|community)\//,
  uqr: /^client\/ui\/qr-code\.tsx$/,
  valibot: /^(domain|floorplans\/document)\//,
  // The rules read tables of offsets; only the place that makes them asks a calendar.
  'temporal-polyfill': /^sync-server\/sites\/zone-table\.ts$/,
  ws: /^sync-server\/sync\//,
  hono: /^sync-server\/((http|auth|mail)\/|\w+\/([\w-]+-)?(register|routes?)\.ts$)/,
  '@hono/node-server': /^sync-server\/(http\/|main\.ts$)/,
  kysely: /^sync-server\/(storage|settlement)\//,
  // Decodes files of strangers, in a process of its own.
  sharp: /^sync-server\/photos\/redraw\.ts$/,
  // Draws files of strangers too, in the operator's own browser.
  'pdfjs-dist': /^client\/operator\/plan-background\/draw-pdf-page\.ts$/,
  // Packs what is handed over as one file.
  fflate:
    /^(client\/(billing\/year-archive|account\/own-data\/pack-own-data)|sync-server\/papers\/archive)\.ts$/,
  // Draws bills; what it draws with was written by us.
  pdfkit: /^sync-server\/papers\/(fonts|sheet)\.ts$/,
  pg: /^sync-server\/storage\//,
  'better-sqlite3': /^sync-server\/storage\//,
  'better-auth': /^sync-server\/auth\//,
  '@better-auth/passkey': /^sync-server\/auth\/open-better-auth\.ts$/,
  nodemailer: /^sync-server\/mail\//,
  'web-push': /^sync-server\/push\//,
  stripe: /^sync-server\/billing\/stripe\//,
  node: /^sync-server\//,
}

function check(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((source) => isCode(source) && !isForTests(source.path))
    .flatMap((source) =>
      importsOf(source).flatMap(({ vendor, line }) => {
        if (vendor === null || doors[vendor]?.test(source.path)) return []
        return [`${source.path}:${line} ${vendor} has its door elsewhere`]
      }),
    )
}

const from = (vendor: string) => `import { x } from '${vendor}'`

export const vendorDoors: Rule = {
  title: 'each package is imported in its one home',
  check,
  right: [
    file('client/store/database.ts', from('dexie')),
    file('sync-server/sites/closure-routes.ts', from('hono')),
    file('sync-server/storage/sqlite.ts', from('node:fs'), from('kysely')),
    file('domain/values/zone.test.ts', from('temporal-polyfill')),
  ],
  wrong: [
    file('client/bookings/book-page.tsx', from('dexie')),
    file('client/floor/floor-page.tsx', from('pixi.js')),
    file('domain/values/zone.ts', from('temporal-polyfill')),
    file('domain/values/ids.ts', from('node:crypto')),
    file('sync-server/bookings/load-bookings.ts', from('better-sqlite3')),
    file('sync-server/sites/sample.ts', from('hono/html')),
    file('client/ui/sheet.tsx', "import 'left-pad'"),
  ],
}
