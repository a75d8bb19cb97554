import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildLauncher, desktop } from './testing/build.ts'

/** The Electron program, if it was ever downloaded and there is a screen to show it on. */
function electronBinary(): string | null {
  const home = resolve(createRequire(import.meta.url).resolve('electron/package.json'), '..')
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe', linux: 'electron' }
  const binary = join(home, 'dist', names[process.platform as keyof typeof names] ?? 'electron')
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return existsSync(binary) && screen ? binary : null
}

test('Electron opens the first screen', { timeout: 120_000 }, async (context) => {
  const binary = electronBinary()
  if (!binary) return context.skip('skipped: no Electron binary')
  const { _electron } = await import('playwright')
  await buildLauncher()
  const home = await mkdtemp(join(tmpdir(), 'kettle-electron-'))
  const app = await _electron.launch({ executablePath: binary, args: [desktop, `--user-data-dir=${home}`] })
  try {
    const page = await app.firstWindow()
    await page.locator('h1').waitFor()
    expect(await page.evaluate(() => [typeof process, Object.keys(window.kettle ?? {}).sort()])).toEqual([
      'undefined',
      ['on', 'request'],
    ])
  } finally {
    await app.close()
    await rm(home, { recursive: true, force: true })
  }
})
