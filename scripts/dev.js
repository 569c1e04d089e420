// `npm run dev`: the server, restarted when its sources change, and the app with reloading in front of it.
import { spawn } from 'node:child_process'
import './guard.js'

const port = process.env.PORT ?? '3000'
const children = [
  spawn(process.execPath, ['--watch', 'sync-server/main.ts'], {
    stdio: 'inherit',
    env: { ...process.env, PORT: port },
  }),
  spawn('vite', ['--config', 'vite.config.ts'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, DEV_SERVER: `http://localhost:${port}` },
  }),
]

function stop() {
  for (const child of children) child.kill('SIGTERM')
}

for (const child of children) child.once('exit', stop)
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
