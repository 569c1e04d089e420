/** In itself, as whoever speaks it looks for it: "Deutsch". A code that the browser has no name for stays what it is. */
export function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
}
