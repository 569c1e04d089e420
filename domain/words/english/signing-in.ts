/** Passkeys, authenticator apps, and what a team asks of its own when they sign in. */

export const signingIn = {
  title: 'Signing in',
  sentence:
    'A mailed code always shows that you can read your mail. These show more, and are quicker.',
  details: {
    title: 'Your name and address',
    name: 'Name',
    nameSentence:
      'What the team and your bills call you. What the directory shows is in your profile.',
    saveName: 'Save name',
    nameSaved: 'Saved. Your bookings and messages carry it from now on.',
    address: (email: string) => `You sign in with ${email}.`,
    changeAddress: 'Change address',
    newAddress: 'New e-mail address',
    sendCode: 'Send a code there',
    sent: (email: string) => `We mailed six digits to ${email}.`,
    code: 'Code',
    confirm: 'Use this address',
    another: 'Another address',
    stop: 'Keep the old one',
    changed: (email: string) => `You sign in with ${email} from now on.`,
    codeSubject: (code: string) => `${code} confirms your new address`,
    codeIs: (code: string) =>
      `Type ${code} in the portal, and from then on you sign in with this address.`,
    codeWorks: 'It works for ten minutes. If you did not ask for it, you can ignore this mail.',
    moved: (email: string) =>
      `From now on you sign in with ${email}. Codes and news go there, and no more to this address.`,
    notYou: 'If that was not you, write to the team of your space at once.',
  },
  passkeys: 'Passkeys',
  passkeysSentence:
    'A passkey signs you in by your finger, your face or the number of your device. Nobody can guess it or ask you for it.',
  noPasskeys: 'You have none yet.',
  noPasskeysHere: 'This browser, or this address, cannot make passkeys.',
  addPasskey: 'Add a passkey',
  passkeyAdded: 'The passkey is added.',
  addedOn: (date: string) => `Added ${date}`,
  rename: 'Rename',
  renameOne: (name: string) => `Rename ${name}`,
  nameOfPasskey: 'Name of the passkey',
  save: 'Save',
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  cancelled: 'No passkey was used. Try again, or have a code mailed.',
  withPasskey: 'Sign in with a passkey',

  app: 'Authenticator app',
  appSentence:
    'Besides the mailed code you type six digits that an app on your phone shows. Any such app will do.',
  appSince: (date: string) => `Asked for since ${date}.`,
  setUpApp: 'Set up an app',
  replaceApp: 'Set up another',
  removeApp: 'Stop asking for it',
  scan: 'Scan this with the app, or type the letters into it:',
  appPicture: 'Picture for the app',
  appCode: 'Six digits that the app shows',
  confirmApp: 'Done',
  recoveryTitle: 'Keep these codes',
  recoverySentence:
    'For the day on which your phone is lost: each of them signs you in once in place of the app. They are not shown again.',
  copy: 'Copy',
  copied: 'Copied.',
  print: 'Print',
  kept: 'I have kept them',

  proofSentence: 'Open your authenticator app and type the six digits that it shows.',
  proofOrRecovery: 'Without your phone, type one of the codes that you kept.',
  passkeyAsked:
    'You sign in with a passkey here. The mailed code alone is not enough for the team.',
  mustSetUp:
    'Your team signs in with more than a mailed code. Set up an app on your phone; you can add a passkey afterwards.',
  lost: 'You have lost both? Whoever owns the space can let you begin again.',

  askTitle: 'Protect what you can see',
  askSentence:
    'You see other people’s names, bookings and bills. Whoever reads your mail could see them too, unless you add a passkey or an app.',
  askBy: (date: string) => `From ${date} on your team cannot sign in without.`,
  notNow: 'Not now',
  goOn: 'Go on',

  shared: 'This is a shared computer',
  sharedSentence: 'Nothing stays here once you close the tab.',
  onShared: 'On a shared computer',

  team: 'How the team signs in',
  teamSentence:
    'Who works here sees what members would not show each other. From a date on, all of the team sign in with a passkey or an authenticator app.',
  requiredFrom: 'Required from',
  requireIt: 'Require it',
  changeDate: 'Change the date',
  endRule: 'Require it no more',
  ways: { app: 'App', passkey: 'Passkey' },
  mailAlone: 'Mailed code alone',
  startOver: 'Let them begin again',
  startOverFor: (name: string) => `Let ${name} begin again`,
  startOverTitle: (name: string) => `Let ${name} begin again?`,
  startOverSentence:
    'Their passkeys and their app are forgotten and they are signed out everywhere. They come in by a mailed code and set up anew. Be sure that it is them who asks.',
  startedOver: (name: string) => `${name} can begin again.`,

  told: {
    subject: 'How you sign in has changed',
    passkeyAdded: (name: string) => `A passkey was added to your account: ${name}.`,
    passkeyRemoved: (name: string) => `A passkey was removed from your account: ${name}.`,
    appAdded: 'An authenticator app was set up for your account.',
    appRemoved: 'Your account is not asked for an authenticator app any more.',
    reset:
      'Whoever owns the space has let you begin again: your passkeys and your authenticator app are forgotten, and you are signed out everywhere.',
    notYou: 'If that was not you, sign out your other devices at once and tell the team.',
    look: 'Look at it',
    footer: 'Sent because how you sign in is worth knowing.',
  },
} as const
