/** What an SFTP credential opens: one build to read, or one upload folder to write. */
export type SftpGrant =
  | {
      mode: 'read'
      userId: string
      gameId: string
      buildId: string
      /** Lower-case hex SHA-256 of the build's manifest. */
      manifestSha256: string
      /** Patches that lead to it, by their names in the depot; sizes in bytes. */
      patches?: readonly { sha256: string; size: number }[]
    }
  | {
      mode: 'write'
      userId: string
      gameId: string
      uploadId: string
      /** Other uploads of the same publisher that are not yet builds: all together are bounded. */
      others?: readonly string[]
    }

export interface SftpCredential {
  /** `dl-...` for reading, `ul-...` for writing. */
  username: string
  /** 256 random bits in base64url; the store keeps only its hash. */
  password: string
  /** Until when it may log in. A session that is open then goes on. */
  expiresAt: Date
}

/** Which doors are shut: a user's downloads of one game, or, with `uploadId`, that one upload. */
export interface Revocation {
  userId: string
  gameId: string
  uploadId?: string
}

/** Whether a revocation means this grant. */
export function revokes(revocation: Revocation, grant: SftpGrant): boolean {
  if (revocation.userId !== grant.userId || revocation.gameId !== grant.gameId) return false
  return grant.mode === 'write' ? grant.uploadId === revocation.uploadId : revocation.uploadId === undefined
}

/** How long a credential may log in, and how often (design: 5 minutes, 8 connections). */
export const CREDENTIAL_SECONDS = 300
export const CREDENTIAL_CONNECTIONS = 8

/**
 * Short-lived SFTP credentials, shared by the API nodes (who issue) and the SFTP nodes (who check).
 * When the store can't be reached every method rejects: nobody gets in on a guess.
 */
export interface CredentialStore {
  issue(grant: SftpGrant): Promise<SftpCredential>
  /** Counts one log-in. Null for an unknown name, a wrong password, too late or one too many. Of two at once at the last place one wins. */
  redeem(username: string, password: string): Promise<SftpGrant | null>
  /** Ends the credentials that this means, and tells every node to close their sessions. Twice is as once. */
  revoke(revocation: Revocation): Promise<void>
  /** Whether this grant was revoked after `since`: for a node that may have missed the message. */
  isRevoked(grant: SftpGrant, since: Date): Promise<boolean>
  /** Calls back for each revocation told by any node, and with null when messages may have been missed. Returns the way to stop. */
  onRevoked(listener: (revocation: Revocation | null) => void): () => void
}
