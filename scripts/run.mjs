import { spawn, spawnSync } from 'node:child_process'

/** Whether a program of this name is there and answers. */
export function has(program, args = ['--version']) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** Runs a program to its end; rejects with the last lines of what it said when it fails. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let log = ''
    const keep = (chunk) => {
      log = (log + chunk).slice(-6000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(log)
      else reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}\n${log}`))
    })
  })
}

/** Runs a program in the foreground and gives its exit code; signals of the terminal reach it by themselves, others are handed on. */
export function runInFront(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    const handOn = (signal) => child.kill(signal)
    const onInterrupt = () => {}
    process.on('SIGINT', onInterrupt)
    process.on('SIGTERM', handOn)
    process.on('SIGHUP', handOn)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', onInterrupt)
      resolve(signal ? 1 : (code ?? 1))
    })
  })
}
