import { mayCommand } from '../../../domain/access/permissions.ts'
import type { Space } from '../../app/with-space.tsx'

export function mayManage({ member: { id, role, siteIds } }: Space): boolean {
  return mayCommand({ memberId: id, role, siteIds }, 'members.manage')
}
