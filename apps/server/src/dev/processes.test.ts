import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { end, freePorts, lives, sight } from './processes.ts'

/** Starts a program deaf to SIGTERM that has started another, and tells both. */
async function deafPair() {
  const script = 'trap "" TERM; sleep 1000 & echo $!; wait'
  const leader = spawn('sh', ['-c', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(leader.stdout, 'data')) as [Buffer]
  return { leader: sight(leader.pid ?? 0), started: sight(Number(line.toString())) }
}

// Windows has neither such signals nor groups.
it.skipIf(process.platform === 'win32')('ends by force who does not listen, with what they have started', async () => {
  const { leader, started } = await deafPair()
  try {
    expect([lives(leader), lives(started)]).toEqual([true, true])
    await end(leader, 'SIGTERM', 0.2)
    expect(lives(leader)).toBe(false)
    await expect.poll(() => lives(started)).toBe(false)
  } finally {
    if (lives(started)) process.kill(started.pid, 'SIGKILL')
  }
})

it('free ports are different, can be listened on at once, and are not those of outgoing connections', async () => {
  const ports = await freePorts(40)
  expect(new Set(ports).size).toBe(40)
  expect(ports.every((port) => port >= 20_000 && port < 32_000)).toBe(true)
  const servers = await Promise.all(
    ports.map(async (port) => {
      const server = createServer().listen(port, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const others = await freePorts(40)
  expect(others.filter((port) => ports.includes(port))).toEqual([])
  for (const server of servers) server.close()
})
