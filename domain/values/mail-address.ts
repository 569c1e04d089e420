/** An address as mails go to: what device and server ask of one before anything is sent there. */
const pattern = /^[\w+-]+(?:\.[\w+-]+)*@[\da-z]+(?:[.-][\da-z]+)*\.[a-z]{2,}$/i

export function isMailAddress(text: string): boolean {
  return pattern.test(text)
}
