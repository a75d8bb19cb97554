import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const own = { databaseUrl: 'postgres://own/kettle', redisUrl: 'redis://own', secret: 's'.repeat(32) }
const production = {
  DATABASE_URL: 'postgres://kettle:pw@db/kettle',
  REDIS_URL: 'redis://:pw@cache:6379',
  KETTLE_SECRET: 'k'.repeat(32),
  KETTLE_PAYMENTS: 'sandbox',
  RESEND_API_KEY: 'key',
  MAIL_FROM: 'shop@kettle.test',
}

describe('readConfig', () => {
  it('needs nothing for a private store, and reads an empty value as none', () => {
    expect(readConfig(own, { KETTLE_HTTP_PORT: '' })).toMatchObject({ production: false, http: { port: 3000 } })
  })

  it('takes all that production needs', () => {
    const config = readConfig(null, { ...production, KETTLE_ROLES: 'http, jobs' })
    expect(config).toMatchObject({ production: true, roles: ['http', 'jobs'], mail: { kind: 'resend' } })
  })

  it('takes payments by Stripe when it has the keys', () => {
    const stripe = { KETTLE_PAYMENTS: '', STRIPE_SECRET_KEY: 'sk', STRIPE_WEBHOOK_SECRET: 'whsec' }
    expect(readConfig(null, { ...production, ...stripe }).payments).toMatchObject({ kind: 'stripe', secretKey: 'sk' })
    expect(readConfig(own, {}).payments).toEqual({ kind: 'sandbox' })
  })

  it.each([
    ['DATABASE_URL and REDIS_URL go together', { REDIS_URL: '' }],
    ['DATABASE_URL: must be like', { DATABASE_URL: 'nonsense' }],
    ['REDIS_URL: must be like', { REDIS_URL: 'http://cache' }],
    ['KETTLE_SECRET is not set', { KETTLE_SECRET: '' }],
    ['KETTLE_SECRET: must have at least 32', { KETTLE_SECRET: 'short' }],
    ['Nobody takes payments', { KETTLE_PAYMENTS: '' }],
    ['STRIPE_SECRET_KEY is not set', { KETTLE_PAYMENTS: 'stripe' }],
    ['choose one of them', { STRIPE_SECRET_KEY: 'sk' }],
    ['STRIPE_WEBHOOK_SECRET must be too', { KETTLE_PAYMENTS: '', STRIPE_SECRET_KEY: 'sk' }],
    ['STRIPE_BASE_URL: must be like', { STRIPE_BASE_URL: 'stripe' }],
    ['RESEND_API_KEY is not set', { RESEND_API_KEY: '' }],
    ['MAIL_FROM must say', { MAIL_FROM: '' }],
    ['no role "web"', { KETTLE_ROLES: 'http,web' }],
    ['KETTLE_HTTP_PORT: must be a number', { KETTLE_HTTP_PORT: '80a' }],
    ['KETTLE_SFTP_PORT: must be a number', { KETTLE_SFTP_PORT: '70000' }],
    ['must differ', { KETTLE_HTTP_PORT: '2222' }],
    ['KETTLE_PUBLIC_URL: must be like', { KETTLE_PUBLIC_URL: 'store.example' }],
  ])('refuses with "%s"', (sentence, change) => {
    expect(() => readConfig(null, { ...production, ...change })).toThrow(sentence)
  })

  it('does not split a private store over processes', () => {
    expect(() => readConfig(own, { KETTLE_ROLES: 'http' })).toThrow('KETTLE_ROLES splits a store')
  })
})
