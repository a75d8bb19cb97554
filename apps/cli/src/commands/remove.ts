import { requireSession } from '../session.ts'
import { storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'

/** Forgets a build that no channel gives out. */
export async function remove(terminal: Terminal, { buildId }: { buildId: string }): Promise<void> {
  const { server, token } = await requireSession(terminal.env)
  await storeClient(server, token).storage.removeBuild.mutate({ buildId })
  terminal.print(`Build ${buildId} is gone; its bytes go a day later, as far as no other build needs them`)
}
