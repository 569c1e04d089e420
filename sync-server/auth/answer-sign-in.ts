/** What a browser is told that has signed in, however it did. */
import type { Context } from 'hono'
import { isStaff } from '../../domain/access/role.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { NewSignIn } from './auth.ts'
import type { Proofs } from './proofs/proofs.ts'

export interface WelcomeNote {
  /** Staff who have nothing but their mail are asked to add a proof; with the date from which they must. */
  readonly asksForProof: { readonly requiredOn: LocalDate | null } | null
}

export type Welcome = (signIn: NewSignIn) => Promise<WelcomeNote>

/** In the sample one tap signs anybody in: there it is asked only where the date was set to try it. */
export function makeWelcome(proofs: Proofs, isSample: boolean): Welcome {
  return async ({ member, recovery }) => {
    if (!isStaff(member.role) || recovery.length > 0) return { asksForProof: null }
    if ((await proofs.waysOf(member.id)).length > 0) return { asksForProof: null }
    const requiredOn = await proofs.requiredOn(member)
    return { asksForProof: isSample && requiredOn === null ? null : { requiredOn } }
  }
}

export function answerSignIn(context: Context, signIn: NewSignIn, note: WelcomeNote): Response {
  const { cookies, member, deviceId, recovery } = signIn
  for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true })
  return context.json({ member, device: deviceId, recovery, ...note })
}
