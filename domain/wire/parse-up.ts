import { isId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { type Fields, parseFields } from './fields.ts'
import type { Up } from './up.ts'

/**
 * A command from a device, or null when it is none: wrong fields, wrong types, extra fields, too long. Only in hello are further
 * fields left out instead of refused: a newer app says it before it can know whom it talks to.
 */
export function parseUp(text: string): Up | null {
  if (text.length > limits.controlBytesMax) return null
  const found = parseFields(text)
  if (found === null) return null
  switch (found['type']) {
    case 'hello':
      return parseHello(found)
    case 'follow':
      return hasOnly(found, ['type', 'channel', 'document', 'epoch', 'n']) &&
        isChannel(found) &&
        isEpoch(found['epoch']) &&
        isCount(found['n'])
        ? (found as unknown as Up) // every field was checked
        : null
    case 'edit':
      return hasOnly(found, ['type', 'channel', 'document', 'epoch']) &&
        isChannel(found) &&
        isEpoch(found['epoch'])
        ? (found as unknown as Up) // every field was checked
        : null
    case 'leave':
      return hasOnly(found, ['type', 'channel']) && isCount(found['channel'])
        ? (found as unknown as Up) // every field was checked
        : null
    case 'ping':
      return hasOnly(found, ['type', 'id']) && isCount(found['id'])
        ? (found as unknown as Up) // every field was checked
        : null
    default:
      return null
  }
}

function parseHello({ wire, app, device }: Fields): Up | null {
  return isCount(wire) && isText(app, 64) && isId('device', device)
    ? { type: 'hello', wire, app, device }
    : null
}

function hasOnly(fields: Fields, names: readonly string[]): boolean {
  return Object.keys(fields).every((key) => names.includes(key))
}

function isChannel(fields: Fields): boolean {
  return isCount(fields['channel']) && isText(fields['document'], 200)
}

function isEpoch(value: unknown): boolean {
  return value === null || isText(value, 64)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff
}

function isText(value: unknown, lengthMax: number): value is string {
  return typeof value === 'string' && value.length <= lengthMax
}
