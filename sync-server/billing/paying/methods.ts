/** What payers have on file: added on a page of whoever keeps the numbers, put in order, and removed again. */

import {
  type KeptBecause,
  type PayMethods,
  type SavedMethod,
  whyKept,
  withBackup,
  withFirst,
  withMethod,
  withoutMethod,
} from '../../../domain/billing/paying/pay-methods.ts'
import { payerOf } from '../../../domain/memberships/holder.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Fact } from '../../settlement/kind.ts'
import { findPayer, loadPayer, unpaidOf } from '../../storage/load-paying.ts'
import type { Reader, Tx } from '../../storage/storage.ts'
import type { GatewayMethod } from '../gateway.ts'
import { obligationsOf } from './obligations.ts'
import type { PayingPorts } from './ports.ts'

/** What whoever moves the money calls the payer; they are told of them first. Null while nobody answers. */
export async function ensurePayer(ports: PayingPorts, payerId: string): Promise<string | null> {
  const { storage, settlement, gateway } = ports
  const known = await loadPayer(storage.read, payerId, gateway.mode)
  if (known.ref !== null) return known.ref
  const command = { payerId, ...(await nameOf(storage.read, payerId)) }
  const answer = await gateway.payers.ensure(command, `v1:cus:${payerId}`)
  if (!answer.ok) return null
  const ref = answer.value.id
  await settlement.act(async (tx) => {
    const { payMethods } = await loadPayer(tx, payerId, gateway.mode)
    return [{ kind: 'payer', mode: gateway.mode, payMethods, ref, retried: [] }]
  })
  return ref
}

/** Of a team: its name, and the mail of whoever manages it. */
async function nameOf(reader: Reader, payerId: string) {
  const payer = payerOf(payerId)
  if (payer.kind === 'member') {
    const row = reader.selectFrom('member').select(['name', 'email']).where('id', '=', payerId)
    return row.executeTakeFirstOrThrow()
  }
  const row = reader
    .selectFrom('team')
    .innerJoin('member', 'member.id', 'team.manager_id')
    .select(['team.name', 'member.email'])
    .where('team.id', '=', payerId)
  return row.executeTakeFirstOrThrow()
}

/** Where a new one is entered; null while nobody answers. */
export async function startAdding(
  ports: PayingPorts,
  payerId: string,
  currency: string,
): Promise<string | null> {
  const payer = await ensurePayer(ports, payerId)
  if (payer === null) return null
  const attemptId = `${payerId}.${ports.makeUlid()}`
  const back = `${ports.origin()}/me/payment-methods?from=page`
  const command = { attemptId, payer, currency, returnUrl: back, cancelUrl: back }
  const answer = await ports.gateway.methods.startSetup(command, `v1:seti:${attemptId}`)
  return answer.ok ? answer.value.url : null
}

/** The payer came back: whatever they entered is asked for, in case the message is late. False where one of it has no room. */
export async function lookForMethods(ports: PayingPorts, payerId: string): Promise<boolean> {
  const { storage, gateway } = ports
  const { ref, payMethods } = await loadPayer(storage.read, payerId, gateway.mode)
  const answer = ref === null ? null : await gateway.methods.list(ref)
  if (answer?.ok !== true) return true
  const known = new Set(payMethods.methods.map(({ id }) => id))
  for (const method of answer.value.filter(({ id }) => !known.has(id))) {
    await takeMethod(ports, method)
  }
  const after = await loadPayer(storage.read, payerId, gateway.mode)
  const kept = new Set(after.payMethods.methods.map(({ id }) => id))
  return answer.value.every(({ id }) => kept.has(id))
}

/** As many as are kept. */
export async function hasNoRoom(
  { storage, gateway }: Pick<PayingPorts, 'storage' | 'gateway'>,
  payerId: string,
): Promise<boolean> {
  const { payMethods } = await loadPayer(storage.read, payerId, gateway.mode)
  return payMethods.methods.length >= limits.payMethodsMax
}

/** A method as it is now where it is kept: new, changed by its issuer, or gone. False: of a payer who is not known. */
export async function takeMethod(ports: PayingPorts, method: GatewayMethod): Promise<boolean> {
  const { storage, gateway } = ports
  const payerId =
    method.payer === null
      ? await holderOf(storage.read, method.id, gateway.mode)
      : await findPayer(storage.read, method.payer)
  if (payerId === null) return method.payer === null
  await change(ports, payerId, (known, now) => {
    if (method.payer === null) return withoutMethod(known, method.id)
    const isNew = !known.methods.some(({ id }) => id === method.id)
    if (isNew && known.methods.length >= limits.payMethodsMax) return null
    return withMethod(known, savedOf(method, now))
  })
  return true
}

function savedOf(method: GatewayMethod, addedAt: Instant): SavedMethod {
  const { id, kind, brand, last4, expires } = method
  return { id, kind, brand, last4, expires, addedAt }
}

async function holderOf(reader: Reader, methodId: string, mode: string): Promise<string | null> {
  const row = reader.selectFrom('pay_method').select('payer_id').where('id', '=', methodId)
  return (await row.where('mode', '=', mode).executeTakeFirst())?.payer_id ?? null
}

export function putFirst(ports: PayingPorts, payerId: string, methodId: string): Promise<boolean> {
  return change(ports, payerId, (known) => withFirst(known, methodId))
}

export function agreeToBackup(
  ports: PayingPorts,
  payerId: string,
  methodId: string | null,
): Promise<boolean> {
  return change(ports, payerId, (known, now) => withBackup(known, methodId, now))
}

/** Why it stays; 'away' while nobody answers. Null when it is gone. */
export async function removeMethod(
  ports: PayingPorts,
  payerId: string,
  methodId: string,
): Promise<KeptBecause | 'away' | null> {
  const { storage, gateway, now } = ports
  const { payMethods } = await loadPayer(storage.read, payerId, gateway.mode)
  const why = whyKept(payMethods, await obligationsOf(storage.read, payerId, now()))
  if (why !== null) return why
  const answer = await gateway.methods.detach(methodId, `v1:detach:${methodId}`)
  // One that is not there any more is what was asked for.
  if (!answer.ok && answer.kind !== 'invalid' && answer.kind !== 'conflict') return 'away'
  await change(ports, payerId, (known) => withoutMethod(known, methodId))
  return null
}

/** Where another one is charged from now on, what was declined is tried with it at once. False where it could not be changed so. */
async function change(
  { settlement, gateway }: PayingPorts,
  payerId: string,
  next: (known: PayMethods, now: Instant) => PayMethods | null,
): Promise<boolean> {
  let isDone = false
  await settlement.act(async (tx, now) => {
    const { payMethods, ref } = await loadPayer(tx, payerId, gateway.mode)
    const after = next(payMethods, now)
    isDone = after !== null
    if (after === null || JSON.stringify(after) === JSON.stringify(payMethods)) return []
    const isOther = after.methods[0]?.id !== payMethods.methods[0]?.id
    return [
      {
        ...{ kind: 'payer', mode: gateway.mode, payMethods: after },
        ref: must(ref, 'who has a method is known where it is kept'),
        retried: isOther ? await retriedOf(tx, payerId) : [],
      } satisfies Fact,
    ]
  })
  return isDone
}

async function retriedOf(tx: Tx, payerId: string) {
  return (await unpaidOf(tx, [payerId])).map(({ billId }) => toId('bill', billId))
}
