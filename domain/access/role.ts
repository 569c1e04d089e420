/** Who somebody is to the access table. Staff roles are held per location; an owner holds all of them everywhere. */
export const memberRoles = {
  member: 'member',
  'team-manager': 'team-manager',
  'front-desk': 'front-desk',
  community: 'community',
  finance: 'finance',
  manager: 'manager',
  owner: 'owner',
} as const
export type MemberRole = (typeof memberRoles)[keyof typeof memberRoles]

/** Who sees what everybody is billed and has paid. */
export function keepsBooks(role: MemberRole): boolean {
  return role === 'finance' || role === 'manager' || role === 'owner'
}

/** Staff see names on the day list and act for members. */
export function isStaff(role: MemberRole): boolean {
  return role !== 'member' && role !== 'team-manager'
}
