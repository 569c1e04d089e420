/** The same headers on every answer. No inline script or style, nothing from another origin, nobody may frame us. */
export function securityHeaders(publicUrl: URL | null): ReadonlyMap<string, string> {
  const isSecure = publicUrl?.protocol === 'https:'
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${webSocketSources(publicUrl)}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ]
  return new Map([
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=()'],
    ...(isSecure
      ? [['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] as const]
      : []),
  ])
}

/** Named beside 'self', because not every browser counts a websocket of the same host as 'self'. */
function webSocketSources(publicUrl: URL | null): string {
  if (publicUrl?.protocol === 'https:') return `wss://${publicUrl.host}`
  return publicUrl === null ? 'ws://localhost:* ws://127.0.0.1:*' : `ws://${publicUrl.host}`
}
