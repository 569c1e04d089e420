import { randomInt } from 'node:crypto'
import { type DoorCode, doorCode } from '../../domain/community/door/door-code.ts'

/** A code for a door: 45 bits that nobody can guess. */
export function freshCode(): DoorCode {
  return doorCode(Array.from({ length: 9 }, () => randomInt(32)))
}
