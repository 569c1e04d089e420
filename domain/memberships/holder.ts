import type { MemberId, TeamId } from '../values/ids.ts'

/** Who holds an assigned resource by contract. Not in the catalogue, because every member reads that. */
export type Holder =
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'team'; readonly teamId: TeamId }
