import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../../apps/server/src/dev/processes.ts'

/** The peer: OpenSSH's sshd with a configuration, keys and a port of its own. */
export interface Sshd {
  /** Of the process whose children serve. */
  pid: number
  /** Fetches a path (`-r` for folders) into a folder by OpenSSH's `sftp`; answers the seconds it took. */
  fetch(remote: string, into: string): Promise<number>
  stop(): Promise<void>
}

const SSHD = '/usr/sbin/sshd'

export async function startSshd(workDir: string): Promise<Sshd> {
  const dir = join(workDir, 'sshd')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const keyOf = (name: string): string => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(dir, name)])
    return join(dir, name)
  }
  const hostKey = keyOf('host')
  const userKey = keyOf('user')
  const port = await freePort()
  const config = join(dir, 'config')
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      `AuthorizedKeysFile ${userKey}.pub`,
      `PidFile ${join(dir, 'pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin yes',
      'Subsystem sftp internal-sftp',
      // All of a crowd may come at once.
      'MaxStartups 100',
      '',
    ].join('\n'),
  )
  mkdirSync('/run/sshd', { recursive: true })
  const server = spawn(SSHD, ['-D', '-e', '-f', config], { stdio: 'ignore' })
  await untilListening(port, server)
  const options = ['-q', '-P', String(port), '-i', userKey, '-c', 'aes128-gcm@openssh.com']
  for (const option of [
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'IdentitiesOnly=yes',
    'BatchMode=yes',
  ])
    options.push('-o', option)
  return {
    pid: server.pid ?? 0,
    async fetch(remote, into) {
      const start = performance.now()
      const client = spawn('sftp', [...options, '-r', `${userInfo().username}@127.0.0.1:${remote}`, into], {
        stdio: 'ignore',
      })
      const [code] = await once(client, 'exit')
      if (code !== 0) throw new Error(`sftp ended with ${code}`)
      return (performance.now() - start) / 1000
    },
    async stop() {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
    },
  }
}

async function untilListening(port: number, server: ChildProcess): Promise<void> {
  for (let tried = 0; tried < 100; tried++) {
    if (server.exitCode !== null) throw new Error(`sshd ended with ${server.exitCode}`)
    const socket = connect(port, '127.0.0.1')
    const up = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (up) return
    await wait(50)
  }
  throw new Error('sshd does not listen')
}
