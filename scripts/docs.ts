// Writes the documents that are made from the program: `npm run docs`. Tests compare them with what the program says now.
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { describeApi } from '#src/web/api/api-app.ts'

type Written = { readonly path: string; readonly text: () => string }

const DOCUMENTS: readonly Written[] = [
  { path: 'docs/openapi.json', text: () => JSON.stringify(describeApi(), null, 2) },
]

for (const { path, text } of DOCUMENTS) {
  writeFileSync(path, await format(text(), { ...(await resolveConfig(path)), filepath: path }))
  process.stdout.write(`${path}\n`)
}
