import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

const outside = { PUBLIC_URL: 'https://portal.example', SMTP_URL: 'smtp://mail.example' }

function problemOf(settings: Record<string, string>): string {
  const read = readEnvironment(settings)
  return read.ok ? 'no problem' : read.problem
}

test('without any setting it is the sample, on port 3000 and ./data', () => {
  const read = readEnvironment({})
  expect(read).toMatchObject({
    ok: true,
    value: { port: 3000, isSample: true, databaseUrl: null, publicUrl: null, trustsProxy: false },
  })
  expect(read.ok && read.value.dataFolder.endsWith('/data')).toBe(true)
})

test('an empty setting counts as none', () => {
  const read = readEnvironment({ PORT: '', PORTAL_DATA: '', PUBLIC_URL: '', SMTP_URL: '' })
  expect(read).toMatchObject({ ok: true, value: { port: 3000, isSample: true } })
})

test('with an address and a mail server it is a space of its own', () => {
  const read = readEnvironment({ ...outside, TRUST_PROXY: '1', PORT: '8080' })
  expect(read).toMatchObject({
    ok: true,
    value: { port: 8080, isSample: false, smtpUrl: 'smtp://mail.example', trustsProxy: true },
  })
})

test('the keys for payments are read and kept', () => {
  const secrets = {
    STRIPE_SECRET_KEY: 'sk_test_0123456789abcdef',
    STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
  }
  expect(readEnvironment(secrets)).toMatchObject({
    ok: true,
    value: {
      stripeSecretKey: secrets.STRIPE_SECRET_KEY,
      stripeWebhookSecrets: [secrets.STRIPE_WEBHOOK_SECRET],
      takesDemoPayments: false,
    },
  })
})

const wrong: readonly (readonly [string, Record<string, string>, string])[] = [
  [
    'a PORTAL_ setting that is none',
    { PORTAL_DAAT: '/srv' },
    'PORTAL_DAAT is not a setting of the portal. Known are: PORTAL_DATA, PORTAL_DEMO_PAYMENTS.',
  ],
  [
    'a port that is no number',
    { PORT: 'http' },
    'PORT is "http"; it must be a number from 0 to 65535.',
  ],
  [
    'a port out of range',
    { PORT: '65536' },
    'PORT is "65536"; it must be a number from 0 to 65535.',
  ],
  [
    'a port in another notation',
    { PORT: '0x50' },
    'PORT is "0x50"; it must be a number from 0 to 65535.',
  ],
  [
    'an address that is none',
    { ...outside, PUBLIC_URL: 'portal.example' },
    'PUBLIC_URL must be an address like https://portal.example.',
  ],
  [
    'an address in the clear',
    { ...outside, PUBLIC_URL: 'http://portal.example' },
    'PUBLIC_URL must begin with https://, but on this machine itself.',
  ],
  [
    'an address with a path',
    { ...outside, PUBLIC_URL: 'https://example.com/portal' },
    'PUBLIC_URL must be an address without a path: the portal takes it all.',
  ],
  [
    'a mail server that is none',
    { ...outside, SMTP_URL: 'https://mail.example' },
    'SMTP_URL must be an address like smtps://name:password@mail.example.',
  ],
  [
    'a database of another kind',
    { DATABASE_URL: 'mysql://localhost/portal' },
    'DATABASE_URL must be an address like postgres://name:password@host/database.',
  ],
  [
    'an address without a mail server',
    { PUBLIC_URL: 'https://portal.example' },
    'Set PUBLIC_URL and SMTP_URL together: members need a place to go and a mail that takes them there.',
  ],
  [
    'a mail server without an address',
    { SMTP_URL: 'smtp://mail.example' },
    'Set PUBLIC_URL and SMTP_URL together: members need a place to go and a mail that takes them there.',
  ],
  [
    'a payment key that is none',
    { STRIPE_SECRET_KEY: 'pk_test_0123456789abcdef' },
    'STRIPE_SECRET_KEY must be a secret or restricted key, which begins with sk_ or rk_.',
  ],
  [
    'a live payment key without https',
    { STRIPE_SECRET_KEY: 'sk_live_0123456789abcdef' },
    'STRIPE_SECRET_KEY is a live key: it needs a PUBLIC_URL that begins with https://.',
  ],
  [
    'a webhook secret that is none',
    { STRIPE_WEBHOOK_SECRET: 'sk_test_0123456789abcdef' },
    'STRIPE_WEBHOOK_SECRET must be the signing secret of the webhook, which begins with whsec_, or two with a comma between.',
  ],
  [
    'playing the processor beside a key of the real one',
    { STRIPE_SECRET_KEY: 'sk_test_0123456789abcdef', PORTAL_DEMO_PAYMENTS: '1' },
    'PORTAL_DEMO_PAYMENTS and STRIPE_SECRET_KEY exclude each other: with a key, payments are real or of its test mode.',
  ],
  ['a switch that is neither', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes"; it must be 1 or 0.'],
]

for (const [what, settings, sentence] of wrong) {
  test(`${what} is named and refused`, () => {
    expect(problemOf(settings)).toBe(sentence)
  })
}

test('a secret that is wrong is never repeated', () => {
  const settings = { STRIPE_SECRET_KEY: 'hunter2', STRIPE_WEBHOOK_SECRET: 'hunter2' }
  expect(problemOf(settings)).not.toContain('hunter2')
})

test('a database may be named by the folder of its socket', () => {
  const read = readEnvironment({ DATABASE_URL: 'postgres:///portal?host=/run/postgresql' })
  expect(read.ok).toBe(true)
})

test('mails are taken in with an address and a secret together, and neither alone', () => {
  const address = { MAIL_INBOUND_ADDRESS: 'help@portal.example' }
  const secret = { MAIL_INBOUND_SECRET: 'a-secret-of-the-mail-system' }
  expect(readEnvironment({ ...address, ...secret })).toMatchObject({
    ok: true,
    value: { inboundMail: { address: 'help@portal.example' } },
  })
  expect(problemOf(address)).toContain('together')
  expect(problemOf(secret)).toContain('together')
  expect(problemOf({ ...secret, MAIL_INBOUND_ADDRESS: 'a+b@portal.example' })).toContain('plus')
  expect(problemOf({ ...address, MAIL_INBOUND_SECRET: 'short' })).not.toContain('short')
})
