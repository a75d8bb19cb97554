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
    // A signal to this process alone must not leave the child at work.
    const handOn = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, handOn)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const name of ['SIGTERM', 'SIGHUP']) process.off(name, handOn)
      if (code === 0) resolve(log)
      else reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}\n${log}`))
    })
  })
}

/**
 * Runs a program in the foreground and gives its exit code. Ctrl-C reaches it by itself, other signals are handed on.
 * `kept` also gives it a channel that closes when this process is killed, and hands on that npm is gone.
 */
export function runInFront(program, args, { kept = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = kept ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
    const child = spawn(program, args, { stdio, ...options })
    const handOn = (signal) => child.kill(signal)
    const onInterrupt = () => {}
    process.on('SIGINT', onInterrupt)
    process.on('SIGTERM', handOn)
    process.on('SIGHUP', handOn)
    // npm's shell does not hand signals on: it dies of them, and npm says nothing.
    const parent = process.ppid
    const watch = kept && process.env.npm_lifecycle_event ? setInterval(noticeParent, 250) : undefined
    function noticeParent() {
      if (process.ppid === parent) return
      clearInterval(watch)
      child.kill('SIGTERM')
    }
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', handOn)
      process.off('SIGHUP', handOn)
      resolve(signal ? 1 : (code ?? 1))
    })
  })
}
