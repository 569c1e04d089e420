/** Text that somebody typed for others to read: no control characters, nothing that turns the direction of what stands around it. */
const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** One line, cut where it is too long. */
export function cleanLine(text: string, lengthMax: number): string {
  return cut(text.replace(unwanted, ' ').replace(/ {2,}/g, ' ').trim(), lengthMax).trim()
}

/** Several lines. Blanks at the end stay, because somebody may be writing on. */
export function cleanLines(text: string, lengthMax: number): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(unwanted, (one) => (one === '\n' ? one : ''))
  return cut(plain, lengthMax)
}

/** Never within a character that takes two units. */
function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text
  const last = text.charCodeAt(lengthMax - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? lengthMax - 1 : lengthMax)
}
