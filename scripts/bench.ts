// npm run bench: ratios in one run against a stated baseline. --full takes the large sizes; a name takes one benchmark.
import { startBenchServer, type Row } from '../bench/server.ts'
import { benchLinkage } from '../bench/linkage.ts'
import { benchLists } from '../bench/lists.ts'
import { benchNetworks } from '../bench/networks.ts'
import { benchReceive } from '../bench/receive.ts'
import { benchRulebook } from '../bench/rulebook.ts'
import { benchStart } from '../bench/start.ts'

const full = process.argv.includes('--full')
const only = process.argv.slice(2).find((word) => !word.startsWith('-'))

const rows: Row[] = []
// Alone on the machine, before the server of the others runs.
if (!only || only === 'start') rows.push(...(await benchStart()))
if (!only || only === 'rulebook') rows.push(...(await benchRulebook(full ? 20_000 : 4_000)))
if (!only || only === 'linkage') rows.push(...(await benchLinkage(full ? 1_000_000 : 50_000)))
if (!only || only === 'networks') rows.push(...(await benchNetworks(full ? 1_000_000 : 100_000)))
if (!only || only === 'receive' || only === 'lists') {
  const server = await startBenchServer()
  try {
    if (!only || only === 'receive') rows.push(...(await benchReceive(server, full ? 5_000 : 1_500)))
    if (!only || only === 'lists') rows.push(...(await benchLists(server, 100_000)))
  } finally {
    await server.stop()
  }
}
console.log('\n| what | measured | baseline | ratio | goal | |\n|---|---|---|---|---|---|')
for (const row of rows)
  console.log(
    `| ${row.what} | ${row.measured} | ${row.baseline} | ${row.ratio} | ${row.goal} | ${row.reached ? 'reached' : 'missed'} |`,
  )
if (rows.some((row) => !row.reached)) process.exitCode = 1
