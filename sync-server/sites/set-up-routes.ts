/** `/api/set-up`: claims an empty portal with the token from its terminal. Once it is claimed, the only answer is that it is. */
import { HOUR_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { isCurrency } from '../../domain/values/money.ts'
import { makeAttempts } from '../auth/attempts.ts'
import { readEmail } from '../auth/read-email.ts'
import type { AddressOf } from '../http/address-of.ts'
import { fail, notFound } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { type Claim, claimSpace } from './claim-space.ts'
import { isZone } from './zone-table.ts'

/** The token cannot be guessed; this keeps a script from making noise while it tries. */
const WRONG_TOKENS_PER_ADDRESS_MAX = 30

export function setUpRoutes(ports: {
  readonly storage: Storage
  readonly addressOf: AddressOf
  now(): Instant
  makeUlid(): string
  readonly isClaimed: boolean
}) {
  let isClaimed = ports.isClaimed
  let tell: () => void = () => undefined
  const wrongTokens = makeAttempts(WRONG_TOKENS_PER_ADDRESS_MAX, HOUR_MS, ports.now)
  const routes: Routes = (app) => {
    app.post('/api/set-up', async (context) => {
      if (isClaimed) return notFound(context)
      const address = ports.addressOf(context)
      if (!wrongTokens.take(address)) {
        return fail(context, 429, 'slow-down', 'Too many tries. Try again in an hour.')
      }
      const claim = readClaim((await readBody(context)) ?? {})
      if (typeof claim === 'string') return fail(context, 400, 'malformed', claim)
      const answer = await claimSpace(ports.storage, claim, ports)
      if (answer === 'claimed-before') return notFound(context)
      if (answer === 'wrong-token') {
        const sentence = 'This set-up link does not work. Use the newest one from the terminal.'
        return fail(context, 403, 'wrong-token', sentence)
      }
      wrongTokens.giveBack(address)
      isClaimed = true
      tell()
      return context.json({ claimed: true })
    })
  }
  return {
    routes,
    /** Called once, when the space was claimed. */
    onClaimed: (listener: () => void) => {
      tell = listener
    },
  }
}

/** A claim, or the sentence that says what is wrong with it. */
function readClaim(body: Record<string, unknown>): Claim | string {
  const ownerEmail = readEmail(body['ownerEmail'])
  const ownerName = readName(body['ownerName'])
  const spaceName = readName(body['spaceName'])
  const address = readAddress(body['address'])
  const { token, zone, currency } = body
  if (typeof token !== 'string' || token === '') return 'The set-up link is not complete.'
  if (ownerName === null) return 'Say your name.'
  if (ownerEmail === null) return 'That does not look like an e-mail address.'
  if (spaceName === null) return 'Say what the space is called.'
  if (address === null) return 'That address is too long.'
  if (typeof zone !== 'string' || !isZone(zone))
    return 'That is not a time zone, like Europe/Berlin.'
  if (!isCurrency(currency)) return 'That is not a currency, like EUR.'
  const takesSampleFloor = body['takesSampleFloor'] === true
  return { token, ownerName, ownerEmail, spaceName, address, zone, currency, takesSampleFloor }
}

function readName(value: unknown): string | null {
  const name = typeof value === 'string' ? value.trim() : ''
  return name.length > 0 && name.length <= limits.settingNameLengthMax ? name : null
}

/** It may be left out. */
function readAddress(value: unknown): string | null {
  const address = typeof value === 'string' ? value.trim() : ''
  return address.length <= limits.siteAddressLengthMax ? address : null
}
