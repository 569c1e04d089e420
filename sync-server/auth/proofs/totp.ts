/**
 * The codes of an authenticator app: six digits made of a shared secret and the time, new every half minute (RFC 6238, as every app has it).
 * better-auth has them too, but asks for them only after a password, and takes its own clock.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const STEP_MS = 30_000
/** Clocks of phones are off by a little: the code before this one and the one after it are as good. */
const STEPS_OFF_MAX = 1
/** 160 bits, as the standard asks; 32 letters. */
const SECRET_BYTES = 20
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECRET_SHAPE = /^[A-Z2-7]{32}$/

export function makeSecret(): string {
  return toBase32(randomBytes(SECRET_BYTES))
}

export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && SECRET_SHAPE.test(value)
}

/** What the app reads from the picture. */
export function appUrl(secret: string, email: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer })}`
}

/** The step that the code is of, or null. One that is not after the last that was used is no step: a code seen over a shoulder works no more. */
export function stepOf(
  secret: string,
  code: string,
  { now, lastStep }: { readonly now: number; readonly lastStep: number },
): number | null {
  const current = Math.floor(now / STEP_MS)
  let found: number | null = null
  for (let step = current - STEPS_OFF_MAX; step <= current + STEPS_OFF_MAX; step += 1) {
    if (step > lastStep && isSame(codeAt(secret, step), code)) found = step
  }
  return found
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 0xf
  const number = digest.readUInt32BE(at) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((one) => ALPHABET.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
