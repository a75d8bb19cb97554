import { expect, test } from 'vitest'
import { autostartEntry } from './desktop-entry.ts'

const exec = (path: string): string => /^Exec=(.*)$/mu.exec(autostartEntry(path, ['--hidden']))?.[1] ?? ''

test.each([
  ['/opt/Kettle/kettle', '"/opt/Kettle/kettle" "--hidden"'],
  ['/home/Маша/My Games/kettle', '"/home/Маша/My Games/kettle" "--hidden"'],
  ['/100%/$HOME/`x`', '"/100%%/\\\\$HOME/\\\\`x\\\\`" "--hidden"'],
  ['/a\nExec=evil', '"/a\\nExec=evil" "--hidden"'],
])('%j is started as it is', (path, line) => {
  expect(exec(path)).toBe(line)
})
