/** Letters that are made from the case itself: chronology, power of attorney, request, referral. */
import { AUTHORITY_BASIS, REQUEST_BASIS } from '#src/domain/letters/basis.ts'
import type { Certainty, IntermediaryKind, SourceKind } from '#src/domain/cases/codes.ts'
import {
  POWERS,
  REQUEST_AIMS,
  type FactRow,
  type Letter,
  type LetterBlock,
} from '#src/domain/letters/letter.ts'
import { eventsOf, type LetterEntry, type LetterEvent } from '#src/domain/letters/letter-facts.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { SheetView } from '#src/web/ui/staff/referral-parts.tsx'
import {
  basisBlocks,
  closingBlocks,
  nameOf,
  needed,
  personOf,
  personRows,
  today,
  typed,
  typedText,
  wholeLetter,
  type Making,
} from './letter-parts.ts'

export function chronologyLetter(m: Making): Letter {
  const words = m.t.suratIsi.chronology
  const person = personOf(m)
  const chosen = m.form.all('kejadian')
  const events = eventsOf(m.facts.timeline.filter((entry) => chosen.includes(entry.id)))
  return wholeLetter(m, {
    kind: 'chronology',
    blocks: [
      { kind: 'paragraph', text: words.intro(nameOf(m, person)) },
      { kind: 'facts', rows: personRows(m, person) },
      { kind: 'heading', text: words.events },
      ...(events.length === 0 ? [{ kind: 'paragraph', text: words.none } as const] : []),
      ...events.flatMap((event) => eventBlocks(m, event)),
      ...chainBlocks(m),
      ...evidenceBlocks(m),
      {
        kind: 'sign',
        parties: [
          { role: `${words.maker}\n${m.body}`, name: m.officer },
          { role: words.approver, name: nameOf(m, person) },
        ],
      },
    ],
  })
}

function eventBlocks(m: Making, { entry, against }: LetterEvent): readonly LetterBlock[] {
  const words = m.t.suratIsi.chronology
  const label = whenWords(m, entry)
  if (against.length === 0)
    return [{ kind: 'facts', rows: [{ label, text: `${entry.text}\n${sourceWords(m, entry)}` }] }]
  return [
    {
      kind: 'beside',
      title: `${label}. ${words.contradiction}`,
      versions: [entry, ...against].map((each) => ({
        who: sourceWords(m, each),
        text: `${whenWords(m, each)}: ${each.text}`,
      })),
    },
  ]
}

function whenWords(m: Making, entry: LetterEntry): string {
  const words = m.t.suratIsi.chronology
  const parts = [
    entry.date === undefined ? '' : formatPartialDate(entry.date, m.lang),
    entry.dateWords === '' ? '' : words.words(entry.dateWords),
  ].filter((part) => part !== '')
  return parts.length === 0 ? words.undated : parts.join(', ')
}

function sourceWords(m: Making, entry: LetterEntry): string {
  const words = m.t.suratIsi.chronology
  const source = m.t.kerjaKode.source[entry.source as SourceKind]
  return words.source(
    entry.sharedBy === '' ? source : words.sharedBy(source, entry.sharedBy),
    m.t.kerjaKode.certainty[entry.certainty as Certainty],
  )
}

function chainBlocks(m: Making): readonly LetterBlock[] {
  if (!m.form.all('bagian').includes('chain') || m.facts.chain.length === 0) return []
  const words = m.t.suratIsi.chronology
  return [
    { kind: 'heading', text: words.chain },
    {
      kind: 'list',
      items: m.facts.chain.map(
        (link) => `${link.name} (${m.t.kerjaKode.intermediary[link.kind as IntermediaryKind]})`,
      ),
    },
    { kind: 'note', text: words.chainNote },
  ]
}

function evidenceBlocks(m: Making): readonly LetterBlock[] {
  if (!m.form.all('bagian').includes('evidence') || m.facts.evidence.length === 0) return []
  const words = m.t.suratIsi.chronology
  return [
    { kind: 'heading', text: words.evidence },
    { kind: 'list', items: m.facts.evidence.map((each) => words.evidenceItem(each.number, each.title)) },
  ]
}

export function authorityLetter(m: Making): Letter {
  const words = m.t.suratIsi.authority
  const person = personOf(m)
  const giver = personOf(m, 'pemberi') ?? person
  const attorney = needed(m, 'kuasa-nama')
  const powers = POWERS.filter((each) => m.form.all('wewenang').includes(each))
  if (powers.length === 0) throw new InvalidInputError([{ path: 'wewenang', code: 'needed' }])
  const onBehalf = giver !== person
  return wholeLetter(m, {
    kind: 'authority',
    blocks: [
      { kind: 'paragraph', text: words.intro },
      { kind: 'heading', text: words.giver },
      {
        kind: 'facts',
        rows: onBehalf
          ? [{ label: m.t.suratIsi.person.name, text: nameOf(m, giver) }]
          : personRows(m, person),
      },
      ...(onBehalf ? [{ kind: 'paragraph', text: words.onBehalf(nameOf(m, person)) } as const] : []),
      { kind: 'paragraph', text: words.gives },
      { kind: 'heading', text: words.attorney },
      { kind: 'facts', rows: attorneyRows(m, attorney) },
      { kind: 'paragraph', text: words.matter(m.facts.caseCode) },
      { kind: 'list', items: powers.map((each) => words.power[each]) },
      { kind: 'heading', text: words.limits },
      { kind: 'list', items: words.limit },
      ...basisBlocks(m, AUTHORITY_BASIS),
      { kind: 'note', text: words.court },
      {
        kind: 'sign',
        lead: words.signPlace(typed(m, 'tempat'), today(m)),
        parties: [
          { role: words.giver, name: nameOf(m, giver) },
          { role: words.attorney, name: attorney },
        ],
      },
    ],
  })
}

function attorneyRows(m: Making, name: string): readonly FactRow[] {
  const words = m.t.suratIsi.authority
  return [
    { label: m.t.suratIsi.person.name, text: name },
    { label: words.office, text: typed(m, 'kuasa-jabatan') },
    { label: words.body, text: typed(m, 'kuasa-lembaga') },
    { label: words.address, text: typed(m, 'kuasa-alamat') },
    { label: words.idNumber, text: typed(m, 'kuasa-nomor') },
  ].filter((row) => row.text !== '')
}

export function requestLetter(m: Making): Letter {
  const words = m.t.suratIsi
  const aim = REQUEST_AIMS.find((each) => each === m.form.one('tujuan'))
  if (aim === undefined) throw new InvalidInputError([{ path: 'tujuan', code: 'needed' }])
  if (m.to.length === 0) throw new InvalidInputError([{ path: 'kepada', code: 'needed' }])
  const reason = typedText(m, 'alasan')
  return wholeLetter(m, {
    kind: 'request',
    title: words.request.aim[aim],
    blocks: [
      { kind: 'paragraph', text: words.opening },
      { kind: 'paragraph', text: words.request.intro(m.body) },
      { kind: 'facts', rows: personRows(m, personOf(m)) },
      { kind: 'paragraph', text: words.request.ask[aim] },
      { kind: 'paragraph', text: words.request.why[aim] },
      ...(reason === '' ? [] : [{ kind: 'paragraph', text: reason } as const]),
      ...basisBlocks(m, REQUEST_BASIS[aim]),
      { kind: 'paragraph', text: words.request.reply(m.body) },
      ...closingBlocks(m),
    ],
  })
}

/** Exactly the sheet that both sides see: drawn from its lines, nothing added, nothing left out. */
export function referralLetter(m: Making, sheet: SheetView): Letter {
  const words = m.t.suratIsi.referral
  const rows: FactRow[] = []
  for (const line of sheet.lines) {
    const cites = (line.cites ?? []).map((cite) => cite.article).join('; ')
    const said = [line.text, cites].filter((part) => part !== '').join(' ')
    const text = line.unverified ? `${said} (${words.unverified})` : said
    const before = rows.at(-1)
    if (line.label === '' && before) rows.splice(-1, 1, { ...before, text: `${before.text}\n${text}` })
    else rows.push({ label: line.label, text })
  }
  return wholeLetter(m, {
    kind: 'referral',
    title: sheet.title,
    blocks: [
      {
        kind: 'facts',
        rows: [{ label: m.t.suratIsi.head.about, text: `${sheet.fromTo}\n${sheet.code}, ${sheet.date}` }],
      },
      { kind: 'paragraph', text: words.intro },
      { kind: 'facts', rows },
      { kind: 'facts', rows: [{ label: words.seal, text: sheet.seal }] },
      { kind: 'note', text: words.use },
      { kind: 'sign', parties: [{ role: `${m.t.suratIsi.regards}\n${m.body}`, name: m.officer }] },
    ],
  })
}
