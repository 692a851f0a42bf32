import { createHash } from 'node:crypto'
import type { DataKey } from '#src/platform/crypto/vault.ts'

export const EXPORT_SECTIONS = [
  'person',
  'report',
  'case',
  'timeline',
  'needs',
  'notes',
  'evidence',
  'screening',
  'messages',
  'consents',
  'receivers',
] as const
export type ExportSection = (typeof EXPORT_SECTIONS)[number]

/** What is held about one person. `code` names a field; `at` is an instant in ISO form. */
export type PersonExport = {
  readonly preparedAt: string
  readonly body: string
  readonly sections: readonly {
    readonly section: ExportSection
    readonly rows: readonly { readonly code: string; readonly at?: string; readonly text: string }[]
  }[]
}

export const MASK = '▇▇▇'

export function sealPersonExport(
  key: DataKey,
  requestId: string,
  document: PersonExport,
): { readonly sealed: Buffer; readonly sha256: Buffer } {
  const sealed = key.sealJson(`rights_export_files.sealed/${requestId}`, document)
  return { sealed, sha256: createHash('sha256').update(JSON.stringify(document)).digest() }
}

export function readPersonExport(key: DataKey, requestId: string, sealed: Uint8Array): PersonExport {
  return key.openJson<PersonExport>(`rights_export_files.sealed/${requestId}`, sealed)
}

/**
 * Whole names, numbers and papers of other persons, and each longer part of such a name that is not also a part of
 * the person's own name. Better one word too many than a neighbour's name.
 */
export function maskOthers(
  document: PersonExport,
  own: readonly string[],
  others: readonly string[],
): PersonExport {
  const ownParts = new Set(own.flatMap(partsOf))
  const parts = others.flatMap(partsOf).filter((part) => part.length >= 3 && !ownParts.has(part))
  const whole = others.filter((other) => other.trim().length >= 3 && !own.includes(other))
  const wanted = [...new Set([...whole, ...parts])].toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return document
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${wanted.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, text: row.text.replaceAll(pattern, MASK) })),
    })),
  }
}

function partsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

/** Every known answer of a sealed record as lines; what was not asked or not known is left out. */
export function linesOf(record: object): readonly { readonly code: string; readonly text: string }[] {
  return Object.entries(record).flatMap(([code, value]) => {
    const text = wordsOf(value)
    return text === '' ? [] : [{ code, text }]
  })
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('; ')
  if (typeof value === 'object') {
    const fields = value as Readonly<Record<string, unknown>>
    if ('known' in fields) return fields['known'] === true ? wordsOf(fields['value']) : ''
    return Object.values(fields).map(wordsOf).filter(Boolean).join(', ')
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
