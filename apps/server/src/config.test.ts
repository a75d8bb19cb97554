import { describe, expect, it } from 'vitest'
import { depotConfigOf, readConfig } from './config.ts'

const own = { databaseUrl: 'postgres://own/kettle', redisUrl: 'redis://own', secret: 's'.repeat(32) }
const production = {
  DATABASE_URL: 'postgres://kettle:pw@db/kettle',
  REDIS_URL: 'redis://:pw@cache:6379',
  KETTLE_SECRET: 'k'.repeat(32),
  KETTLE_PAYMENTS: 'sandbox',
  RESEND_API_KEY: 'key',
  MAIL_FROM: 'shop@kettle.test',
  KETTLE_PUBLIC_URL: 'https://store.example',
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
    ['KETTLE_PUBLIC_URL is not set', { KETTLE_PUBLIC_URL: '' }],
    ['KETTLE_TRUST_PROXY: "anybody"', { KETTLE_TRUST_PROXY: 'anybody' }],
    ['KETTLE_TRUST_PROXY: "10.0.0.0/33"', { KETTLE_TRUST_PROXY: '10.0.0.1, 10.0.0.0/33' }],
    ['"support" is neither', { KETTLE_REQUIRE_SECOND_FACTOR: 'admin,support' }],
    ['KETTLE_PUBLIC_URL: must be like', { KETTLE_PUBLIC_URL: 'store.example' }],
  ])('refuses with "%s"', (sentence, change) => {
    expect(() => readConfig(null, { ...production, ...change })).toThrow(sentence)
  })

  it('believes a proxy on this machine only, unless it is told which others, or how many', () => {
    const proxies = (KETTLE_TRUST_PROXY?: string) => readConfig(own, { KETTLE_TRUST_PROXY }).http.trustProxy
    expect(proxies()).toEqual(['loopback'])
    expect(proxies('192.0.2.7, 10.0.0.0/8,2001:db8::/32')).toEqual(['192.0.2.7', '10.0.0.0/8', '2001:db8::/32'])
    expect([proxies('0'), proxies('2')]).toEqual([0, 2])
  })

  it('reads how long log-ins last, and who must have a second factor', () => {
    expect(readConfig(own, {})).toMatchObject({ sessionMaxDays: 180, secondFactorRoles: [] })
    const strict = { KETTLE_SESSION_MAX_DAYS: '7', KETTLE_REQUIRE_SECOND_FACTOR: 'publisher, admin' }
    expect(readConfig(own, strict)).toMatchObject({ sessionMaxDays: 7, secondFactorRoles: ['publisher', 'admin'] })
  })

  it('needs no public address for a node that only serves files', () => {
    const files = { ...production, KETTLE_PUBLIC_URL: '', KETTLE_ROLES: 'sftp', KETTLE_SFTP_HOST: 'files.example' }
    expect(readConfig(null, files).roles).toEqual(['sftp'])
  })

  it('does not split a private store over processes', () => {
    expect(() => readConfig(own, { KETTLE_ROLES: 'http' })).toThrow('KETTLE_ROLES splits a store')
  })
})

describe('the depot', () => {
  const bucket = { S3_BUCKET: 'games', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' }

  it('lies on the disk, or in a bucket', () => {
    expect(depotConfigOf({ KETTLE_DATA_DIR: '/data' })).toEqual({
      depot: { kind: 'disk', dir: '/data/depot' },
      uploadsDir: '/data/uploads',
    })
    const keys = { bucket: 'games', accessKeyId: 'id', secretAccessKey: 'key' }
    expect(depotConfigOf({ ...bucket, S3_REGION: 'eu-north-1', S3_PREFIX: 'kettle' }).depot).toEqual({
      ...{ kind: 's3', endpoint: null, region: 'eu-north-1', prefix: 'kettle/' },
      ...keys,
    })
    expect(depotConfigOf({ ...bucket, S3_ENDPOINT: 'http://localhost:9000' }).depot).toEqual({
      ...{ kind: 's3', endpoint: 'http://localhost:9000', region: 'us-east-1', prefix: '' },
      ...keys,
    })
  })

  it('is refused where its settings contradict each other', () => {
    expect(() => depotConfigOf({ S3_REGION: 'eu-north-1' })).toThrow('S3_REGION is set, but S3_BUCKET is not')
    expect(() => depotConfigOf({ S3_SECRET_ACCESS_KEY: 'key' })).toThrow('S3_BUCKET is not')
    expect(() => depotConfigOf({ ...bucket, S3_SECRET_ACCESS_KEY: '' })).toThrow('must be too')
    expect(() => depotConfigOf(bucket)).toThrow('S3_REGION must say where')
    expect(() => depotConfigOf({ ...bucket, S3_ENDPOINT: 'localhost' })).toThrow('S3_ENDPOINT')
    expect(() => depotConfigOf({ ...bucket, S3_REGION: 'x', S3_PREFIX: '/kettle' })).toThrow('S3_PREFIX')
  })
})
