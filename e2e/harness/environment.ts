/** What a person's shell would hand to `npm start`: nothing of the test run (NODE_ENV=test builds another app), no setting of the portal. */
const foreign =
  /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|MODE|DEV|PROD|SSR|PORTAL_.*|DATABASE_URL|PUBLIC_URL|SMTP_URL)$/

export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}
