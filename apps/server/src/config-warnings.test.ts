import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { settingNames } from './config.ts'
import { unknownSettings } from './config-warnings.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

describe('unknownSettings', () => {
  it.each([
    ['KETTLE_HTPP_PORT', 'KETTLE_HTTP_PORT'],
    ['KETTLE_HTTP_PROT', 'KETTLE_HTTP_PORT'],
    ['KETTLE_DATADIR', 'KETTLE_DATA_DIR'],
    ['kettle_secret', 'KETTLE_SECRET'],
    ['KETTLE_CHROMUIM', 'KETTLE_CHROMIUM'],
    ['S3_BUCKT', 'S3_BUCKET'],
    ['S3_ACCES_KEY_ID', 'S3_ACCESS_KEY_ID'],
    ['STRIPE_WEBHOK_SECRET', 'STRIPE_WEBHOOK_SECRET'],
    ['RESEND_APIKEY', 'RESEND_API_KEY'],
    ['MAIL_FORM', 'MAIL_FROM'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['REDIS_URI', 'REDIS_URL'],
    ['LOG_LEVLE', 'LOG_LEVEL'],
  ])('names what %s was meant as', (name, nearest) => {
    expect(unknownSettings({ [name]: 'x' })).toEqual([`${name} is not a setting of Kettle; did you mean ${nearest}?`])
  })

  it('offers nothing that is far away', () => {
    expect(unknownSettings({ KETTLE_TEAPOT_COLOUR_OF_LID: 'x' })).toEqual([
      'KETTLE_TEAPOT_COLOUR_OF_LID is not a setting of Kettle; .env.example has them all.',
    ])
  })

  it('says nothing of what is known, empty or of others', () => {
    const known = Object.fromEntries(settingNames.map((name) => [name, 'x']))
    const others = { PATH: '/bin', HOME: '/', HTTPS_PROXY: 'x', POSTGRES_PASSWORD: 'x', NODE_ENV: 'x', KETLE: 'x' }
    expect(unknownSettings({ ...known, ...others, KETTLE_HTPP_PORT: '' })).toEqual([])
  })

  it('knows every variable of ours that a program reads', () => {
    const folders = ['apps', 'packages', 'bench', 'e2e', 'scripts'].flatMap((name) => sourcesIn(join(root, name)))
    const names = new Set(
      folders.flatMap((file) => readFileSync(file, 'utf8').match(/\bKETTLE_[A-Z_]*[A-Z]\b/gu) ?? []),
    )
    expect(names).toContain('KETTLE_LAUNCHER_PORT')
    expect(unknownSettings(Object.fromEntries([...names].map((name) => [name, 'x'])))).toEqual([])
  })

  it('is named whole in .env.example', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8')
    expect(settingNames.filter((name) => !example.includes(`${name}=`))).toEqual([])
  })
})

/** Programs, without the tests, which make names up. */
function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return /^(node_modules|dist|out|release|testing|results|screenshots)$/u.test(entry.name) ? [] : sourcesIn(path)
    return /(?<!\.test)\.(ts|tsx|mjs|cjs)$/u.test(entry.name) ? [path] : []
  })
}
