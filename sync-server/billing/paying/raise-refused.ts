/** A call of ours that can never be carried out, which is a mistake here or there and no decline: who keeps the books is told. */
import { raiseAlone } from '../feed/alarms.ts'
import type { GatewayRefusal } from '../gateway.ts'
import type { PayingPorts } from './ports.ts'

export async function raiseRefused(
  { storage, now, log }: PayingPorts,
  /** An attempt or a refund. */
  id: string,
  { kind, code }: Pick<GatewayRefusal, 'kind' | 'code'>,
): Promise<void> {
  const about = `${id} (${code ?? kind})`
  log(`Refused as ${kind}: ${about}`)
  await raiseAlone(storage, { kind: 'call-refused', about, at: now() })
}
