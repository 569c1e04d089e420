/** The team changes for somebody what they are called, and the address they sign in with. */
import type { Readdressing } from '../../access/readdressing.ts'

export const readdressing = {
  title: 'Name and address',
  name: 'Name',
  reason: 'Why',
  reasonHint:
    'Stands in the trail with your name, the old and the new. The member does not read it.',
  changeName: 'Change name',
  nameTitle: (name: string) => `What is ${name} called?`,
  nameChanged: 'Changed. Bookings and messages carry it from now on.',
  changeAddress: 'Change address',
  addressTitle: (name: string) => `Where does ${name} get mail?`,
  address: 'New e-mail address',
  addressSentence: (email: string) =>
    `For who cannot read ${email} any more. We mail six digits to the new address, and they tell you what those are. Be sure that it is them who asks: whoever reads that mail can sign in.`,
  effects:
    'They are signed out everywhere, with what their devices had not sent yet, and word of it goes to the old address. Passkeys and an authenticator app of theirs go on.',
  sendCode: 'Send a code there',
  sent: (email: string) => `We mailed six digits to ${email}.`,
  code: 'Code that they read there',
  confirm: 'Use this address',
  addressChanged: (name: string, email: string) => `${name} signs in with ${email} from now on.`,
  /** Why not, where somebody may not. */
  whyNot: {
    own: 'Your own you change under Me, Signing in.',
    owner: 'An owner changes their own name and address, and nobody does it for them.',
    manager: 'Only an owner changes them for a manager.',
    elsewhere: 'They belong to a location too that you do not. Ask who runs both.',
  } satisfies Readonly<Record<Exclude<Readdressing, 'yes' | 'no'>, string>>,

  mail: {
    codeSubject: (code: string) => `${code} shows that this address is yours`,
    codeIs: (site: string, code: string) =>
      `The team of ${site} was asked to let you sign in with this address. Tell them ${code}, and you can.`,
    codeWorks:
      'It works for ten minutes. If you did not ask the team for it, tell nobody the code and ignore this mail.',
    movedSubject: 'You sign in with another address',
    moved: (site: string) =>
      `The team of ${site} has changed the address you sign in with, because you could not read this one any more. You are signed out everywhere, and codes and news come here no more.`,
    notYou: 'If you did not ask for that, write or go to the team at once.',
    welcome: (site: string) =>
      `From now on you sign in at ${site} with this address. All that is yours is there as it was.`,
    signIn: 'Sign in',
  },
} as const
