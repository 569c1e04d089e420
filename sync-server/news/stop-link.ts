/** An address that ends one category of mails without a sign-in: who holds it has had such a mail. It can do nothing else. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type NewsCategory, newsCategories } from '../../domain/memberships/news-choice.ts'
import { isId, type MemberId } from '../../domain/values/ids.ts'

export interface StopLinks {
  pathOf(memberId: string, category: NewsCategory): string
  /** Whose mails and which; null where nobody was given such an address. */
  read(proof: string): { readonly memberId: MemberId; readonly category: NewsCategory } | null
}

export function makeStopLinks(secret: string): StopLinks {
  const proofOf = (memberId: string, category: string) =>
    createHmac('sha256', secret).update(`stop-news:${memberId}:${category}`).digest('base64url')
  return {
    pathOf: (memberId, category) =>
      `/stop-mails/${memberId}:${category}:${proofOf(memberId, category)}`,
    read: (whole) => {
      const [member = '', named = '', proof = ''] = whole.split(':')
      const category = newsCategories.find((one) => one === named)
      if (category === undefined || !isId('member', member)) return null
      const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(member, category))]
      const isRight = given.length === right.length && timingSafeEqual(given, right)
      return isRight ? { memberId: member, category } : null
    },
  }
}
