/** Where somebody signs in, with their address filled in already: behind the #, so that no log of a server or proxy has it. */
export function signInAddress(portalUrl: string, email: string): string {
  return `${portalUrl}/sign-in#${new URLSearchParams({ email })}`
}
