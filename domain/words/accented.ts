/** The pseudo-locale: the same catalogue with every letter accented and each text a third longer. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const marked = 'áƀçđéƒǧĥíĵķłɱñóþɋřšŧúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ'

/** A catalogue of texts, lists and functions that give texts, all of them accented. */
export function accented<T>(words: T): T {
  return accent(words) as T // every text becomes a text, everything else keeps its shape
}

function accent(value: unknown): unknown {
  if (typeof value === 'string') return accentText(value)
  if (typeof value === 'function') {
    return (...args: readonly unknown[]): unknown => accent(value(...args) as unknown)
  }
  if (Array.isArray(value)) return value.map(accent)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, accent(one)]))
}

function accentText(text: string): string {
  if (text === '') return ''
  const letters = [...text].map((letter) => {
    const index = plain.indexOf(letter)
    return index < 0 ? letter : ([...marked][index] ?? letter)
  })
  return `[${letters.join('')}${'~'.repeat(Math.ceil(text.length / 3))}]`
}
