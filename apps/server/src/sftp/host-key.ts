import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import ssh2 from 'ssh2'

/** Lower-case hex SHA-256 of the public host key in SSH's wire form: what clients pin. @throws if the key can't be read. */
export function hostKeySha256(hostKey: string): string {
  const parsed = ssh2.utils.parseKey(hostKey)
  if (parsed instanceof Error) throw new Error(`The SFTP host key can't be read: ${parsed.message}`)
  return createHash('sha256').update(parsed.getPublicSSH()).digest('hex')
}

/**
 * The ed25519 host key in this file, in OpenSSH's form; made with mode 600 where there is none. Of two processes that
 * make one at once, both get the same.
 */
export async function loadOrCreateHostKey(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  await mkdir(dirname(path), { recursive: true })
  const key = makeHostKey()
  // Made aside and linked into place whole, so that a kill in between leaves no empty key.
  const aside = `${path}.${randomUUID()}`
  await writeFile(aside, key, { mode: 0o600, flush: true })
  try {
    await link(aside, path)
    return key
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return readFile(path, 'utf8')
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}

/** ssh2 1.17 makes a key that it can't read itself about once in 400 times, so what it makes is tried first. */
function makeHostKey(): string {
  for (;;) {
    const { private: key } = ssh2.utils.generateKeyPairSync('ed25519', { comment: 'kettle' })
    if (!(ssh2.utils.parseKey(key) instanceof Error)) return key
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
