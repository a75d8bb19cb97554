import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)

it('runs on the native binding of ssh2, which fails silently when it was built for another Node', () => {
  const { bindingAvailable } = require('ssh2/lib/protocol/crypto.js')
  expect(bindingAvailable).toBe(true)
})

it('lives on when ciphers are swept up between tasks, where Node knows no context', async () => {
  const script = `
    const binding = require(${JSON.stringify(require.resolve('ssh2/lib/protocol/crypto/build/Release/sshcrypto.node'))})
    for (let made = 0; made < 1000; made++) {
      new binding.AESGCMCipher('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12))
      new binding.AESGCMDecipher('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12))
    }
    gc({ type: 'major', execution: 'async' }).then(() => console.log('alive'))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '-e', script])
  expect(stdout).toBe('alive\n')
})
