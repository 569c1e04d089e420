/** What somebody is told whose way of signing in has changed: if it was not them, they learn of it. */
import { usualLanguage } from '../../../domain/values/language-code.ts'
import { signingIn } from '../../../domain/words/english/signing-in.ts'
import { type Letter, letterHtml, letterText } from '../../mail/letter.ts'
import type { Mail } from '../../mail/mailer.ts'

export type ProofChange =
  | { readonly kind: 'passkey-added' | 'passkey-removed'; readonly name: string }
  | { readonly kind: 'app-added' | 'app-removed' | 'reset' }

export function proofMail(to: string, change: ProofChange, portalUrl: string): Mail {
  const { told } = signingIn
  const letter: Letter = {
    sections: [],
    subject: told.subject,
    language: usualLanguage,
    paragraphs: [sentenceOf(change), told.notYou],
    facts: [],
    action: { label: told.look, url: `${portalUrl}/me/sign-in` },
    footer: told.footer,
    links: [],
  }
  return { to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter) }
}

function sentenceOf(change: ProofChange): string {
  const { told } = signingIn
  switch (change.kind) {
    case 'passkey-added':
      return told.passkeyAdded(change.name)
    case 'passkey-removed':
      return told.passkeyRemoved(change.name)
    case 'app-added':
      return told.appAdded
    case 'app-removed':
      return told.appRemoved
    case 'reset':
      return told.reset
  }
}
