import { type MemberRole, memberRoles } from '../access/role.ts'
import { isId, type MemberId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { type CloseCode, closeCodes } from './close-codes.ts'
import type { Down } from './down.ts'
import { type Fields, parseFields } from './fields.ts'

/**
 * A message from the server, or null when it is none that this app knows. Unknown fields are left out instead of refused, because
 * a newer server may say more; an unknown type is ignored by the caller.
 */
export function parseDown(text: string): Down | null {
  const found = parseFields(text)
  if (found === null) return null
  switch (found['type']) {
    case 'welcome':
      return parseWelcome(found)
    case 'following':
      return parseFollowing(found)
    case 'editing': {
      const { channel, epoch } = found
      return isCount(channel) && isText(epoch) ? { type: 'editing', channel, epoch } : null
    }
    case 'group': {
      const { frames, at } = found
      const isGroup = isCount(frames) && frames <= limits.groupFramesMax && isCount(at)
      return isGroup ? { type: 'group', frames, at } : null
    }
    case 'received': {
      const { channel, seq } = found
      return isCount(channel) && isCount(seq) ? { type: 'received', channel, seq } : null
    }
    case 'left': {
      const { channel, code } = found
      return isCount(channel) && isCloseCode(code) ? { type: 'left', channel, code } : null
    }
    case 'pong': {
      const { id, at } = found
      return isCount(id) && isCount(at) ? { type: 'pong', id, at } : null
    }
    default:
      return null
  }
}

function parseWelcome({ wire, generation, at, memberId, role }: Fields): Down | null {
  const isWelcome =
    isCount(wire) && isText(generation) && isCount(at) && isMember(memberId) && isRole(role)
  return isWelcome ? { type: 'welcome', wire, generation, at, memberId, role } : null
}

function parseFollowing({ channel, epoch, n, with: what }: Fields): Down | null {
  const isFollowing =
    isCount(channel) &&
    isText(epoch) &&
    isCount(n) &&
    (what === 'current' || what === 'rows' || what === 'snapshot')
  return isFollowing ? { type: 'following', channel, epoch, n, with: what } : null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64
}

function isMember(value: unknown): value is MemberId {
  return isId('member', value)
}

function isRole(value: unknown): value is MemberRole {
  return typeof value === 'string' && Object.hasOwn(memberRoles, value)
}

function isCloseCode(value: unknown): value is CloseCode {
  return Object.values<unknown>(closeCodes).includes(value)
}
