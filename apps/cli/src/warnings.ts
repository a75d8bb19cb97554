import { open } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { LocalTree } from './local-tree.ts'

/** Something about a folder that its publisher will be sorry for. `secret`: it would give something away. */
export interface Warning {
  kind: 'secret' | 'program' | 'archive' | 'clutter'
  path: string
  says: string
}

const SECRET_NAMES: readonly [RegExp, string][] = [
  [/^\.env(\..+)?$/i, 'looks like settings with passwords'],
  [/^(id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|p12|pfx|jks|keystore|ppk))$/i, 'looks like a private key'],
  [/^(\.npmrc|\.netrc|\.pypirc|\.git-credentials|credentials|secrets?\.(json|ya?ml|toml))$/i, 'looks like credentials'],
]
/** Examples are made to be given away. */
const HARMLESS = /^\.env\.(example|sample|template|dist)$/i
const SECRET_TEXTS: readonly [RegExp, string][] = [
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, 'holds a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'holds an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}\b/, 'holds a token of GitHub'],
  [/\bsk_live_[A-Za-z0-9]{20,}/, 'holds a secret key of Stripe'],
]
const TEXT = /^\.(txt|md|json|ya?ml|toml|ini|cfg|conf|env|xml|js|ts|mjs|cjs|lua|py|sh|html|properties|gd|cs)$/i
const ARCHIVE = /\.(zip|7z|rar|tar\.(gz|xz|bz2|zst)|tgz|txz)$/i
const ARCHIVE_BYTES = 16 << 20
const LOOKED_AT_BYTES = 256 << 10
const CLUTTER =
  /(^|\/)(\.git|\.svn|\.hg|node_modules\/\.cache|__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|\.idea|\.vscode)(\/|$)/

/** What hurts about a folder. Names that differ only in case and the like are no warnings: such a folder is refused. */
export async function findWarnings(tree: LocalTree, programs: readonly string[]): Promise<Warning[]> {
  const warnings: Warning[] = []
  const clutter = new Set<string>()
  for (const { path, size, mode } of tree.files) {
    const warn = (kind: Warning['kind'], says: string): void => void warnings.push({ kind, path, says })
    const name = basename(path)
    const [, place] = CLUTTER.exec(path) ? [path, path.slice(0, path.search(CLUTTER) + 1)] : []
    if (place !== undefined) {
      const [root = path] = CLUTTER.exec(path) ?? []
      if (!clutter.has(place + root)) warn('clutter', 'is of a tool or a system, not of the game')
      clutter.add(place + root)
      continue
    }
    const secret = HARMLESS.test(name) ? undefined : SECRET_NAMES.find(([form]) => form.test(name))
    if (secret && !(await isPublic(tree, path, size))) warn('secret', secret[1])
    else if (TEXT.test(extname(name) || name) || extname(name) === '') {
      const head = await beginning(join(tree.root, path), size)
      const found = SECRET_TEXTS.find(([form]) => form.test(head.toString('latin1')))
      if (found) warn('secret', found[1])
      if (mode === 0o644 && isProgram(head)) warn('program', 'looks like a program, and may not run: chmod +x it')
    } else if (mode === 0o644 && programs.includes(path))
      warn('program', 'is started by players, and may not run: chmod +x it')
    if (ARCHIVE.test(name) && size >= ARCHIVE_BYTES)
      warn('archive', 'is an archive: a small change in it makes players fetch all of it again')
  }
  return warnings
}

/** A .pem may be a mere certificate. */
async function isPublic(tree: LocalTree, path: string, size: number): Promise<boolean> {
  if (extname(path).toLowerCase() !== '.pem') return false
  const text = (await beginning(join(tree.root, path), size)).toString('latin1')
  return text.includes('-----BEGIN CERTIFICATE-----') && !text.includes('PRIVATE KEY')
}

async function beginning(path: string, size: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(size, LOOKED_AT_BYTES))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** ELF, Mach-O and scripts say so in their first bytes. */
function isProgram(head: Buffer): boolean {
  if (head.length >= 18 && head.toString('latin1', 0, 4) === '\x7fELF') return head.readUInt16LE(16) !== 1
  if (head.length >= 4 && [0xfeedface, 0xfeedfacf, 0xcafebabe].includes(head.readUInt32BE(0))) return true
  return head.toString('latin1', 0, 2) === '#!'
}
