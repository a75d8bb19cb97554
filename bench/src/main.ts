// `pnpm bench [web] [api] ...`: side by side with the peers in one run. Ratios travel between machines; seconds don't.
import { cpus } from 'node:os'
import { enterTestEnvironment } from '../../scripts/env.mjs'
import { accounts } from './accounts.ts'
import { api } from './api.ts'
import { crowd } from './crowd.ts'
import { delivery } from './delivery.ts'
import { kills } from './kills.ts'
import { messages } from './messages.ts'
import { purchases } from './purchases.ts'
import type { Report } from './row.ts'
import { search } from './search.ts'
import { updates } from './updates.ts'
import { vitals } from './vitals.ts'
import { web } from './web.ts'

enterTestEnvironment()

const parts = { web, vitals, api, accounts, purchases, kills, messages, search, delivery, crowd, updates }
const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in parts))
if (unknown) {
  console.error(`There is no part "${unknown}", only ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

const show = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
const report: Report = ({ name, ours, peer, unit, ratio, bar }) =>
  console.log(
    `${name}\n  ours ${show(ours)} ${unit}, peer ${show(peer)} ${unit}, ratio ${ratio.toFixed(2)} (bar ${bar})`,
  )

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part(report)
