import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { oneLine } from './clean-text.ts'
import { CliFailure } from './failure.ts'

/** What a command sees of the terminal. */
export interface Terminal {
  env: NodeJS.ProcessEnv
  /** One line for people and pipes; whatever a store has put into it, no terminal obeys it. */
  print: (line: string) => void
  /** Replaces the line at the bottom; says nothing where nobody watches. */
  status: (line: string) => void
  ask: (question: string, options?: { hidden?: boolean }) => Promise<string>
}

/** The terminal of this process. Answers go to stdout, the rest to stderr. */
export function processTerminal(): Terminal {
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    env: process.env,
    print: (line) => {
      clear()
      process.stdout.write(`${oneLine(line)}\n`)
    },
    status: (line) => {
      if (!process.stderr.isTTY) return
      clear()
      process.stderr.write(oneLine(line).slice(0, (process.stderr.columns || 80) - 1))
      shown = line !== ''
    },
    ask,
  }
}

async function ask(question: string, { hidden = false }: { hidden?: boolean } = {}): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CliFailure('There is no terminal to ask on: set KETTLE_EMAIL and KETTLE_PASSWORD, or pass --token.')
  process.stderr.write(oneLine(question))
  const silent = new Writable({ write: (_bytes, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: hidden ? silent : process.stderr, terminal: true })
  lines.once('SIGINT', () => process.exit(130))
  try {
    return await lines.question('')
  } finally {
    lines.close()
    if (hidden) process.stderr.write('\n')
  }
}
