import type { Deps } from '../context.ts'
import type { SftpCredential } from '../ports/credential-store.ts'

/** How to reach an SFTP door, and with what. */
export interface SftpTicket {
  host: string
  port: number
  username: string
  password: string
  /** Lower-case hex SHA-256 of the server's host key, to be pinned. */
  hostKeySha256: string
  /** ISO; until then the credential may log in. */
  expiresAt: string
}

/** A credential with the address it is good at. */
export function ticket(deps: Pick<Deps, 'settings'>, { username, password, expiresAt }: SftpCredential): SftpTicket {
  return { ...deps.settings.sftp, username, password, expiresAt: expiresAt.toISOString() }
}
