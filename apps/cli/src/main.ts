#!/usr/bin/env node
import { plainLines } from './clean-text.ts'
import { type Command, help, readCommandLine } from './command-line.ts'
import { builds } from './commands/builds.ts'
import { login } from './commands/login.ts'
import { preview } from './commands/preview.ts'
import { promote } from './commands/promote.ts'
import { push } from './commands/push.ts'
import { remove } from './commands/remove.ts'
import { cancel, uploads } from './commands/uploads.ts'
import { CliFailure, explain } from './failure.ts'
import { processTerminal, type Terminal } from './terminal.ts'

async function run(terminal: Terminal, command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      for (const line of help.split('\n')) terminal.print(line)
      return
    case 'login':
      return login(terminal, command)
    case 'push':
      return push(terminal, command)
    case 'preview':
      return preview(terminal, command)
    case 'remove':
      return remove(terminal, command)
    case 'builds':
      return builds(terminal, command)
    case 'uploads':
      return uploads(terminal)
    case 'cancel':
      return cancel(terminal, command)
    case 'promote':
      return promote(terminal, command)
  }
}

const terminal = processTerminal()
try {
  await run(terminal, readCommandLine(process.argv.slice(2)))
} catch (error) {
  terminal.status('')
  process.stderr.write(`${plainLines(explain(error))}\n`)
  process.exitCode = error instanceof CliFailure ? error.exitCode : 1
}
