/** Longest address that a mail server must accept. */
const LENGTH_MAX = 254

/** An address as it is kept, or null. Whether it exists only a mail can tell, so no more is asked of it than its shape. */
export function readEmail(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const email = value.trim().toLowerCase()
  return email.length <= LENGTH_MAX && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null
}
