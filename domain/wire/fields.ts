/** A message as its fields, before anything is known about them. */
export type Fields = Readonly<Record<string, unknown>>

/** The object that a text says in JSON, or null: other JSON and broken text are no message. */
export function parseFields(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields) // an object, as just checked
      : null
  } catch {
    return null
  }
}
