/** A member's socket never carries a word about another person but the one they exchange messages with, nor one of the team's own. Names and ids are texts in every encoding of the wire. */
import { isStaff } from '../../../domain/access/role.ts'
import { otherOf } from '../message-wishes.ts'
import { everybody, operator } from '../site.ts'
import { NOTED } from '../ticket-wishes.ts'
import type { MakeOracle } from './oracle.ts'

export const noForeignBytes: MakeOracle = () => ({
  title: 'a socket never receives a byte of a document outside its rights',
  onSent: (device, message) => {
    if (isStaff(device.member.role)) return null
    const text = typeof message === 'string' ? message : Buffer.from(message).toString('latin1')
    if (text.includes(NOTED)) return `${device.member.id} was sent what the team noted`
    for (const other of everybody) {
      if (other === device.member || other.id === otherOf(device.member.id)) continue
      // Who of the team has answered is told by name.
      if (other === operator) continue
      if (text.includes(other.id) || text.includes(other.name)) {
        return `${device.member.id} was sent something about ${other.id}`
      }
    }
    return null
  },
})
