/** Passkeys as the browser has them: makes one, or signs with one, of what the space asked for. Null where the person said no, or nothing came. */

/** Not in every browser, and only at an address that a passkey can be bound to: never a bare number. */
export function hasPasskeys(): boolean {
  return (
    'PublicKeyCredential' in window &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    !/^[\d.]+$|:/.test(location.hostname)
  )
}

/** Whether the browser offers passkeys by itself where one types the mail address. */
export async function offersPasskeys(): Promise<boolean> {
  if (!hasPasskeys()) return false
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
}

export async function makePasskey(options: unknown): Promise<unknown> {
  const asked = options as PublicKeyCredentialCreationOptionsJSON // from our own server
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked)
  return answerOf(() => navigator.credentials.create({ publicKey }))
}

export async function signWithPasskey(
  options: unknown,
  how: { readonly mediation?: CredentialMediationRequirement; readonly signal: AbortSignal },
): Promise<unknown> {
  const asked = options as PublicKeyCredentialRequestOptionsJSON // from our own server
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked)
  return answerOf(() => navigator.credentials.get({ publicKey, ...how }))
}

async function answerOf(ask: () => Promise<Credential | null>): Promise<unknown> {
  // The browser says why it made none in words for developers; to the person it is all the same.
  const made = await ask().catch(() => null)
  return made instanceof PublicKeyCredential ? made.toJSON() : null
}
