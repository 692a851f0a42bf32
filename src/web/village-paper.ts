/** The template of a village regulation as a paper or as plain text, with the names of a village filled in. */
import type { Paper } from '#src/domain/letters/letter.ts'
import { makeDocx } from '#src/platform/documents/docx.ts'
import {
  fillVillageTemplate,
  loadVillageTemplate,
  type VillageNames,
} from '#src/platform/law/village-template.ts'
import { textsFor } from '#src/texts/texts.ts'

const LONGEST = { desa: 60, nomor: 20, tahun: 4 } as const

/** Names out of an address: short, on one line, and nothing but letters, numbers and the signs of a name. */
export function villageNames(read: (name: string) => string | undefined): VillageNames {
  const one = (name: keyof VillageNames): string =>
    (read(name) ?? '')
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}\p{M} .'/-]/gu, '')
      .trim()
      .slice(0, LONGEST[name])
  return { desa: one('desa'), nomor: one('nomor'), tahun: one('tahun') }
}

/** With lines "===" above the articles, as the workbench reads it. */
export function villageTemplateText(names: VillageNames): string {
  return loadVillageTemplate()
    .clauses.map(
      ({ label, body }) => `${label === '' ? '' : `=== ${label}\n`}${fillVillageTemplate(body, names)}`,
    )
    .join('\n\n')
}

export function villagePlainText(names: VillageNames): string {
  const { title, clauses } = loadVillageTemplate()
  const parts = clauses.map(({ label, body }) => [label, body].filter((part) => part !== '').join('\n'))
  const note = textsFor('id').desa.templateNote
  return `${[note, title.id, ...parts].map((part) => fillVillageTemplate(part, names)).join('\n\n')}\n`
}

/** In Indonesian, as village regulations are. */
export async function villageDocx(names: VillageNames): Promise<Uint8Array<ArrayBuffer>> {
  const { title, clauses } = loadVillageTemplate()
  const words = textsFor('id').desa
  const paper: Paper = {
    language: 'id',
    from: words.templateTitle,
    title: fillVillageTemplate(title.id, names),
    facts: [],
    to: [],
    blocks: [
      { kind: 'note', text: words.templateNote },
      ...clauses.flatMap(({ label, body }) => [
        ...(label === '' ? [] : [{ kind: 'heading' as const, text: label }]),
        { kind: 'paragraph' as const, text: fillVillageTemplate(body, names) },
      ]),
    ],
    footer: words.templateNote,
  }
  return new Uint8Array(await makeDocx(paper))
}

export const VILLAGE_FILES = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: villageDocx,
  },
  txt: { type: 'text/plain; charset=utf-8', make: villagePlainText },
} as const
export type VillageFile = keyof typeof VILLAGE_FILES

/** Ready to be taken away; nothing is stored. */
export async function villageFileResponse(kind: VillageFile, names: VillageNames): Promise<Response> {
  const { type, make } = VILLAGE_FILES[kind]
  return new Response(await make(names), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="peraturan-desa.${kind}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
