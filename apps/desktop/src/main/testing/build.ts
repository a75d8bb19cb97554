import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** The launcher's own folder in this workspace. */
export const desktop = resolve(import.meta.dirname, '../../..')

/** Runs a program of a package in the launcher's folder, where electron-vite and electron-builder look for what they need. */
export async function runTool(
  name: string,
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const home = resolve(createRequire(import.meta.url).resolve(`${name}/package.json`), '..')
  const options = { cwd: desktop, env: { ...process.env, ...env }, maxBuffer: 10 << 20 }
  const tool = promisify(execFile)(process.execPath, [join(home, file), ...args], options)
  await tool.catch((cause: Error & { stdout?: string; stderr?: string }) => {
    throw new Error(`${name} failed:\n${cause.stdout}${cause.stderr}`, { cause })
  })
}

/** Builds main, preload and renderer into out/. */
export function buildLauncher(): Promise<void> {
  return runTool('electron-vite', 'bin/electron-vite.js', ['build', '--logLevel', 'warn'])
}
