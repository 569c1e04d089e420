/** `npm run contract`: writes the contract anew, after the SDK or what is used of it has changed. Read the difference before it is committed. */
import { writeFileSync } from 'node:fs'
import { makeContract } from './make-contract.ts'

export const CONTRACT_FILE = new URL(
  '../../sync-server/billing/emulator/contract.json',
  import.meta.url,
)
export const SDK_FOLDER = new URL('../../node_modules/stripe', import.meta.url).pathname

if (import.meta.main)
  writeFileSync(CONTRACT_FILE, `${JSON.stringify(makeContract(SDK_FOLDER), null, 2)}\n`)
