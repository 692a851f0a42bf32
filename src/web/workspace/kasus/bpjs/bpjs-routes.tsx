/** The BPJS claim sheet of a case. */
import type { CaseFile, CasePerson } from '#src/modules/cases/index.ts'
import type { Route } from '#src/web/http.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { claimRoutes, type Drawn } from '../klaim/claim-handlers.ts'
import type { ClaimView } from '../klaim/claim-parts.tsx'
import { claimWords } from '../klaim/claim-words.ts'
import { bpjsFacts, bpjsFieldOf, bpjsFirst, isBpjsField } from './bpjs-facts.ts'
import { BpjsPage } from './bpjs-page.tsx'
import { bpjsFound } from './bpjs-found.ts'

export const bpjsRoutes: readonly Route[] = claimRoutes({
  question: 'social-security',
  path: '/bpjs',
  isField: isBpjsField,
  first: bpjsFirst,
  facts: bpjsFacts,
  fieldOf: bpjsFieldOf,
  offered: (file) => {
    const persons = file.persons.map((each) => each.person_id)
    return { orang: persons, waris: persons }
  },
  more: () => [],
  labelOf: fieldWords,
  draw: (frame, view, drawn) => <BpjsPage frame={frame} view={viewOf(frame, view, drawn)} />,
})

function viewOf(frame: StaffFrame, view: ClaimView, drawn: Drawn) {
  const { file, read } = drawn
  const persons = file.persons.map((each) => ({ value: each.person_id, label: nameOf(frame, each) }))
  if (read.kind === 'faults') return { ...view, persons }
  const { values, today } = drawn
  const words = frame.t.kerjaKlaim.bpjs
  const names = [
    ...named(frame, file, words.who, values['orang']?.[0]),
    ...named(frame, file, words.heir, values['waris']?.[0]),
  ]
  return { ...view, persons, found: bpjsFound(frame, { facts: read.facts, values, today, names }) }
}

function named(
  frame: StaffFrame,
  file: CaseFile,
  label: string,
  id: string | undefined,
): readonly (readonly [string, string])[] {
  const person = file.persons.find((each) => each.person_id === id)
  return person === undefined ? [] : [[label, nameOf(frame, person)]]
}

function nameOf(frame: StaffFrame, { person, roles }: CasePerson): string {
  const words: Readonly<Record<string, string>> = frame.t.kerjaKode.role
  const name = person?.facts?.names[0] ?? frame.t.kerjaUmum.unknown
  return `${name} (${roles.map((role) => words[role]).join(', ')})`
}

function fieldWords(frame: StaffFrame, field: string): string {
  const words = frame.t.kerjaKlaim.bpjs
  const labels: Readonly<Record<string, string>> = {
    orang: words.who,
    waris: words.heir,
    kategori: words.category,
    tahap: words.phase,
    tempat: words.place,
    lewat: words.way,
    anggota: words.status,
    sejak: words.since,
    sampai: words.until,
    bulan: words.months,
    jht: words.oldAge,
    sehat: words.health,
    kejadian: words.what,
    tanggal: words.when,
    sebab: words.cause,
    anak: words.children,
    diajukan: words.claimed,
    diberhentikan: words.dismissed,
    sepihak: words.oneSided,
    'salah-sendiri': words.ownFault,
    'oleh-pelaksana': words.byActor,
    'oleh-pemerintah': words.byGovernment,
    catatan: frame.t.kerjaKlaim.note,
  }
  const paper = field.startsWith('surat-') ? field.slice('surat-'.length) : undefined
  return paper === undefined
    ? (labels[field] ?? field)
    : claimWords(frame, 'social-security').label('documents', 'document', paper)
}
