/** Which of a request's headers go on to better-auth. */

/** A sign-in always begins a session of its own: only what names the browser goes along, never an older cookie. */
export function browserOf(headers: Headers): Headers {
  return new Headers({ 'user-agent': headers.get('user-agent')?.slice(0, 300) ?? '' })
}

/** As if the browser had come back with the cookies it was just given. */
export function cookieHeaders(setCookies: readonly string[]): Headers {
  return new Headers({ cookie: setCookies.map((one) => one.split(';')[0]).join('; ') })
}

/** The browser forgets it when it is closed. */
export function untilClosed(cookie: string): string {
  return cookie.replace(/; (Max-Age|Expires)=[^;]*/gi, '')
}
