/** An address that ends categories of mails without a sign-in: who holds it has had such a mail. It can do nothing else. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type NewsCategory, newsCategories } from '../../domain/memberships/news-choice.ts'
import { isId, type MemberId } from '../../domain/values/ids.ts'

export interface StopLinks {
  pathOf(memberId: string, categories: readonly NewsCategory[]): string
  /** Whose mails and which; null where nobody was given such an address. */
  read(
    proof: string,
  ): { readonly memberId: MemberId; readonly categories: readonly NewsCategory[] } | null
}

export function makeStopLinks(secret: string): StopLinks {
  const proofOf = (memberId: string, named: string) =>
    createHmac('sha256', secret).update(`stop-news:${memberId}:${named}`).digest('base64url')
  return {
    pathOf: (memberId, categories) => {
      const named = categories.join('+')
      return `/stop-mails/${memberId}:${named}:${proofOf(memberId, named)}`
    },
    read: (whole) => {
      const [member = '', named = '', proof = ''] = whole.split(':')
      const names = named.split('+')
      const categories = newsCategories.filter((one) => names.includes(one))
      if (categories.length !== names.length || !isId('member', member)) return null
      const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(member, named))]
      const isRight = given.length === right.length && timingSafeEqual(given, right)
      return isRight ? { memberId: member, categories } : null
    },
  }
}
