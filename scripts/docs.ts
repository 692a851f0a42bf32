// Writes the documents that are made from the program: `npm run docs`; with --check it only says which are stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { CASE_TRANSITIONS } from '#src/domain/cases/lifecycle.ts'
import { REFERRAL_TRANSITIONS } from '#src/domain/referrals/lifecycle.ts'
import { htcdsSchema } from '#src/domain/htcds/schema.ts'
import { factsJsonSchema } from '#src/domain/rulebook/facts/facts-schema.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { describeApi } from '#src/web/api/api-app.ts'
import { rulebookPage } from './rulebook-page.ts'
import { stateDiagram } from './state-diagram.ts'

type Written = { readonly path: string; readonly text: () => string }

const { chapters, instruments } = loadRulebookTexts()

const DOCUMENTS: readonly Written[] = [
  { path: 'docs/facts.schema.json', text: () => JSON.stringify(factsJsonSchema(), null, 2) },
  ...chapters.map((chapter) => ({
    path: `docs/rulebook/${chapter.question}.md`,
    text: () => rulebookPage(chapter, instruments),
  })),
  { path: 'docs/htcds-2.0.schema.json', text: () => JSON.stringify(htcdsSchema(), null, 2) },
  { path: 'docs/openapi.json', text: () => JSON.stringify(describeApi(), null, 2) },
  {
    path: 'docs/diagrams/case.md',
    text: () =>
      stateDiagram({
        title: 'The life of a case',
        about:
          'A case ends with the person’s own word or three documented attempts, and the person may reopen it. An agency’s own closing is kept beside it and ends nothing here.',
        source: 'src/domain/cases/lifecycle.ts',
        first: 'open',
        table: CASE_TRANSITIONS,
      }),
  },
  {
    path: 'docs/diagrams/referral.md',
    text: () =>
      stateDiagram({
        title: 'The life of an offered need',
        about:
          'Until the receiver accepts, the sender owns the need. States as in the FHIR SDOHCC Task profile; accepting in part splits the need.',
        source: 'src/domain/referrals/lifecycle.ts',
        first: 'requested',
        table: REFERRAL_TRANSITIONS,
      }),
  },
]

function storedAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const isCheck = process.argv.includes('--check')
for (const { path, text } of DOCUMENTS) {
  const made = await format(text(), { ...(await resolveConfig(path)), filepath: path })
  if (made === storedAt(path)) continue
  process.stdout.write(isCheck ? `${path} is stale: run npm run docs\n` : `${path}\n`)
  if (isCheck) process.exitCode = 1
  else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, made)
  }
}
