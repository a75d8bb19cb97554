import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingNames } from '../apps/server/src/config.ts'
import { enterTestEnvironment, loadEnvironment, readEnvFile, testEnvironment } from './env.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
let dir: string
let file: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kettle-env-'))
  file = join(dir, '.env')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const read = (text: string) => {
  writeFileSync(file, text)
  return readEnvFile(file)
}

describe('the file', () => {
  it.each([
    ['plain values', 'A=one\nB = two words \n', { A: 'one', B: 'two words' }],
    ['quotes', `A="a # b"\nB='it "is"'\nC=\`x\`\n`, { A: 'a # b', B: 'it "is"', C: 'x' }],
    ['comments', '# first\n\n  # second\nA=1 # the rest\n', { A: '1' }],
    ['empty values', 'A=\nB=""\n', { A: '', B: '' }],
    ['an equals sign and a URL in a value', 'A=postgres://u:p@h/d?x=1\n', { A: 'postgres://u:p@h/d?x=1' }],
    ['Windows line ends', 'A=1\r\nB="two"\r\n', { A: '1', B: 'two' }],
    ['a byte order mark', '\uFEFFA=1\n', { A: '1' }],
    ['export', 'export A=1\n', { A: '1' }],
    ['several lines in quotes', 'A="one\ntwo"\nB=3', { A: 'one\ntwo', B: '3' }],
    ['the last of two', 'A=1\nA=2\n', { A: '2' }],
    ['nothing', '', {}],
  ])('holds %s', (_what, text, values) => {
    expect(read(text)).toEqual({ values, problems: [] })
  })

  it('keeps the rest when a line is wrong, and names the line', () => {
    expect(read('A=1\nKETTLE_HTTP_PORT 3000\n7B=2\nC=3\nD="open\n')).toEqual({
      values: { A: '1', C: '3' },
      problems: [
        '.env, line 2 is left out: it is not NAME=value.',
        '.env, line 3 is left out: it is not NAME=value.',
        '.env, line 5 is left out: the quote " is never closed.',
      ],
    })
  })

  it('may be missing, but not unreadable', () => {
    expect(readEnvFile(file)).toEqual({ values: {}, problems: [] })
    mkdirSync(file)
    expect(() => readEnvFile(file)).toThrow(`${file} can't be read (EISDIR)`)
  })
})

describe('precedence', () => {
  it('gives the environment the last word, also when it says nothing', () => {
    writeFileSync(file, 'KETTLE_HTTP_PORT=4000\nKETTLE_PAYMENTS=sandbox\nKETTLE_CURRENCY=RUB\n')
    const env: Record<string, string> = { KETTLE_HTTP_PORT: '5000', KETTLE_PAYMENTS: '' }
    expect(loadEnvironment({ file, env })).toEqual([])
    expect(env).toEqual({ KETTLE_HTTP_PORT: '5000', KETTLE_PAYMENTS: '', KETTLE_CURRENCY: 'RUB' })
  })
})

describe('tests and benchmarks', () => {
  const others = ['KETTLE_ANYTHING', 'S3_OTHER', 'STRIPE_API_KEY', 'RESEND_X', 'AWS_REGION', 'PGHOST', 'PGOPTIONS']

  it('take no setting of the store, neither of the environment nor of the file', () => {
    const names = [...settingNames, ...others]
    const env = Object.fromEntries(names.map((name) => [name, 'leak']))
    writeFileSync(file, names.map((name) => `${name}=leak`).join('\n'))
    expect(testEnvironment({ file, env: { ...env, PATH: '/bin', HOME: '/home/ann' } })).toEqual({
      PATH: '/bin',
      HOME: '/home/ann',
    })
  })

  it('take the paths of programs, from the environment first', () => {
    writeFileSync(file, 'KETTLE_CHROMIUM=/file/chromium\nKETTLE_REDIS_SERVER=/file/redis\nOTHER=1\n')
    const env: Record<string, string> = { KETTLE_CHROMIUM: '/env/chromium', LOG_LEVEL: 'trace' }
    enterTestEnvironment({ file, env })
    expect(env).toEqual({ KETTLE_CHROMIUM: '/env/chromium', KETTLE_REDIS_SERVER: '/file/redis' })
  })

  it.each([
    ['vitest', 'vitest.config.ts'],
    ['playwright', 'e2e/playwright.config.ts'],
  ])('are safe when %s is run by hand', (_name, config) => {
    const program = `await import(${JSON.stringify(pathToFileURL(join(root, config)).href)})
      process.stdout.write(JSON.stringify(Object.keys(process.env).filter((name) => process.env[name] === 'leak')))`
    const leaks = Object.fromEntries(settingNames.map((name) => [name, 'leak']))
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, ...leaks, OTHER: 'leak' },
      encoding: 'utf8',
    })
    expect(stdout, stderr).toBe('["OTHER"]')
  })

  it('see nothing of the store in this very run', () => {
    expect(settingNames.filter((name) => process.env[name] !== undefined)).toEqual([])
  })
})

describe('commands', () => {
  /** A copy of the scripts in a folder with a `.env` of its own, beside the packages that are installed here. */
  function runScript(program: string, source: string, env: Record<string, string> = {}, options: string[] = []) {
    for (const part of ['scripts', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
      cpSync(join(root, part), join(dir, part), { recursive: true })
    // Marked as installed, so that nothing is installed into what this run stands on.
    mkdirSync(join(dir, 'node_modules'))
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== '.kettle-installed') symlinkSync(join(root, 'node_modules', name), join(dir, 'node_modules', name))
    const hash = createHash('sha256')
    for (const part of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
      hash.update(readFileSync(join(dir, part)))
    writeFileSync(join(dir, 'node_modules/.kettle-installed'), hash.digest('hex'))
    const path = join(dir, program)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, source)
    mkdirSync(join(dir, 'apps/server'), { recursive: true })
    symlinkSync(join(root, 'apps/server/src'), join(dir, 'apps/server/src'))
    return spawnSync(process.execPath, [join(dir, 'scripts/run-program.mjs'), ...options, program, 'argument'], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
  }
  const print = 'console.log(process.argv[2], process.env.KETTLE_SERVER, process.env.LOG_LEVEL)\nprocess.exitCode = 3\n'

  it('have the settings of the file, warn of those that are none, and end as the program does', () => {
    writeFileSync(file, 'KETTLE_SERVER=http://file\nLOG_LEVEL=debug\nKETTLE_HTPP_PORT=1\nnonsense\n')
    const ran = runScript('apps/cli/src/print.ts', print, { LOG_LEVEL: 'error' })
    expect(ran.stdout, ran.stderr).toBe('argument http://file error\n')
    expect(ran.stderr).toContain('KETTLE_HTPP_PORT is not a setting of Kettle; did you mean KETTLE_HTTP_PORT?\n')
    expect(ran.stderr).toContain('.env, line 4 is left out')
    expect(ran.status).toBe(3)
  })

  it('give up with a sentence on a file that they can not read', () => {
    mkdirSync(file)
    const ran = runScript('apps/cli/src/print.ts', print)
    expect(ran.stderr).toMatch(/\.env can't be read \(EISDIR\)/u)
    expect(ran.status).toBe(1)
    expect(ran.stdout).toBe('')
  })

  it('that are isolated get none of it', () => {
    writeFileSync(file, 'KETTLE_SERVER=http://file\n')
    const ran = runScript('bench/print.ts', print, { LOG_LEVEL: 'error' }, ['--isolated'])
    expect(ran.stdout, ran.stderr).toBe('argument undefined undefined\n')
  })
})
