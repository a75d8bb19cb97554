import { requireSession } from '../session.ts'
import { storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'

/** Gives a build to the players of a channel; an older one again is a roll-back. */
export async function promote(
  terminal: Terminal,
  { buildId, channel }: { buildId: string; channel: 'stable' | 'beta' },
): Promise<void> {
  const { server, token } = await requireSession(terminal.env)
  await storeClient(server, token).storage.promote.mutate({ buildId, channel })
  terminal.print(`Players of the ${channel} channel get build ${buildId} from now on`)
}
