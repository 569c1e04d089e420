import { render } from 'solid-js/web'
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/folded.css'
import '../ui/primitives.css'
import '../ui/overlays.css'
import './shell.css'
import './page.css'
import { startSync } from '../sync/sync-lock.ts'
import { painted } from '../ui/painted.ts'
import './install-prompt.ts'
import { Portal } from './routes.tsx'

const host = document.getElementById('app')
if (host === null) throw new Error('Broken invariant: the page has a place for the app')
render(() => <Portal />, host)

// What is on the device is on the screen already.
void painted.then(() => {
  startSync()
  void import('./after-paint.ts').then(({ afterPaint }) => afterPaint())
})
