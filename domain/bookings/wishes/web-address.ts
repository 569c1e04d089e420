/** An address of https, with a host, and no name or password before it. */
export function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s/@\\?#]+\.[^\s/@\\?#]+([/?#][^\s\\]*)?$/.test(text)
}
