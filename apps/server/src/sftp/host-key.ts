import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
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
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(key)
      await file.sync()
    } finally {
      await file.close()
    }
    return key
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return readFile(path, 'utf8')
    throw error
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
