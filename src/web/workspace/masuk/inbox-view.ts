/** From what intake knows to what the inbox shows. */
import { formatSpan } from '#src/texts/dates.ts'
import { isCaseType } from '#src/domain/cases/case-types.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { findWords } from '#src/domain/reports/word-search.ts'
import { READER_KINDS, type ReportDraft } from '#src/domain/reports/report.ts'
import type { InboxItem, OpenedReport, SideBySide, Similar } from '#src/modules/intake/index.ts'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { LetterTag, LetterView, MarkedText } from '#src/web/ui/staff/lists.tsx'
import type { Option } from '#src/web/ui/staff/form.tsx'
import { countryName } from '../casework.ts'
import type { InboxLetter } from './inbox-page.tsx'
import type { PossibleSameView, ReportView, SafeContactView, SuggestionView } from './report-view.ts'

const SNIPPET = 160

export function letterOf(frame: StaffFrame, item: InboxItem, current: string | undefined): InboxLetter {
  const inDanger = item.danger === 'now' || item.urgency === 'darurat'
  return {
    id: item.id,
    href: at(frame, `/kerja/masuk/${item.id}`),
    urgency: isUrgency(item.urgency) ? item.urgency : 'sedang',
    place: countryName(frame.lang, item.country, frame.t),
    age: formatSpan(frame.now.getTime() - item.created_at.getTime(), frame.lang),
    snippet: snippetOf(frame, item.draft),
    tags: tagsOf(frame, item),
    ...(item.id === current && { current: 'current' as const }),
    ...((!inDanger || item.opened_at !== null) && { bulk: 'bulk' as const }),
  }
}

function snippetOf(frame: StaffFrame, draft: ReportDraft | undefined): LetterView['snippet'] {
  if (draft && draft.story !== '') return { quoted: marked(draft.story.slice(0, SNIPPET)) }
  const chosen = draft?.what.map((what) => frame.t.kerjaKode.what[what]).join(', ')
  return { plain: chosen || frame.t.kerjaKabar.noStory }
}

function marked(story: string): MarkedText {
  const said = findWords(story).filter((match) => match.sense === 'said')
  return { text: story, marks: said.map(({ start, end }) => ({ start, end: Math.min(end, story.length) })) }
}

function tagsOf(frame: StaffFrame, item: InboxItem): readonly LetterTag[] {
  const words = frame.t.kerjaKabar
  const codes = frame.t.kerjaKode
  const channel = codes.channel[item.channel as ReportDraft['channel']]
  return [
    { label: channel },
    ...(item.touches_child ? [{ label: words.child, icon: 'anak' as const, tone: 'wait' as const }] : []),
    ...(item.about === 'seeking-family' ? [{ label: words.family }] : []),
    ...(item.do_not_call ? [{ label: words.doNotCall, icon: 'larang' as const, tone: 'stop' as const }] : []),
    ...item.case_types
      .filter(isCaseType)
      .slice(0, 2)
      .map((type) => ({ label: codes.caseType[type] })),
  ]
}

type Extras = { readonly desks: readonly Option[]; readonly form?: FormState; readonly number?: string }

export function reportView(frame: StaffFrame, opened: OpenedReport, extras: Extras): ReportView {
  const { row, draft } = opened
  const codes = frame.t.kerjaKode
  const place = draft.place
  return {
    id: row.id,
    channel: draft.channel,
    about: draft.about,
    receivedAt: row.created_at,
    clockDue: row.respond_by,
    named: row.anonymous ? 'anonymous' : 'named',
    language: row.language,
    ...(opened.movedFrom && { movedFrom: { desk: opened.movedFrom.from, at: opened.movedFrom.at } }),
    ...(opened.takenBy && { takenBy: opened.takenBy.name }),
    safeContact: safeContactView(frame, draft, extras.number),
    what: draft.what,
    ...(draft.story !== '' && { story: marked(draft.story) }),
    where: place.known
      ? {
          known: true,
          value: [countryName(frame.lang, place.value.country, frame.t), place.value.words]
            .filter(Boolean)
            .join(', '),
        }
      : place,
    danger: draft.danger,
    share: READER_KINDS.flatMap((reader) => {
      const answer = draft.mayShare[reader]
      if (answer === undefined) return []
      return [
        {
          reader: codes.reader[reader],
          answer: codes.consentAnswer[answer],
          ...(answer === 'no' && { no: 'no' as const }),
        },
      ]
    }),
    keepFrom: draft.keepFrom.map((kept) => kept.words ?? codes.keepFrom[kept.kind]),
    people: draft.peopleCount,
    names: draft.names,
    files: opened.files.map((file) => ({
      label: file.media_type,
      href: at(frame, `/kerja/berkas/${file.id}`),
    })),
    suggestions: suggestionsOf(frame, opened),
    same: opened.similar.map((each) => sameView(frame, each)),
    desks: extras.desks,
    form: extras.form ?? { ...EMPTY_FORM, values: { urgency: row.urgency, types: row.case_types } },
  }
}

/** A number that must not be called is hidden; it opens with a reason. */
function safeContactView(frame: StaffFrame, draft: ReportDraft, opened: string | undefined): SafeContactView {
  if (!draft.safeContact.known) return { callRule: 'unknown', ways: [] }
  const { ways, value, hours, callRule, language } = draft.safeContact.value
  const shown = callRule === 'may-call' ? value : opened
  return {
    callRule,
    ways: ways.map((way) => frame.t.kerjaKode.contactWay[way]),
    ...(hours !== undefined && { hours }),
    ...(language !== undefined && { language }),
    ...(shown !== undefined && { number: shown }),
    ...(value !== undefined && shown === undefined && { hiddenNumber: 'hidden' as const }),
  }
}

function suggestionsOf(frame: StaffFrame, opened: OpenedReport): readonly SuggestionView[] {
  const { triage } = opened
  const words = (text: readonly string[]): readonly string[] => [...new Set(text)].slice(0, 6)
  const because = triage.reasons
    .filter((reason) => reason.urgency === triage.urgency)
    .map((reason) => reason.match?.word ?? reasonWords(frame, reason.facts))
  const types = triage.caseTypes.map((each) => each.type)
  return [
    { what: { kind: 'urgency', urgency: triage.urgency }, because: words(because) },
    ...(types.length === 0
      ? []
      : [
          {
            what: { kind: 'types' as const, types },
            because: words(
              triage.caseTypes.flatMap((each) => each.because.map((code) => reasonWords(frame, [code]))),
            ),
          },
        ]),
  ]
}

/** `what:kunci` and `danger:now` are answers and have words; other codes stand as they are. */
function reasonWords(frame: StaffFrame, facts: readonly string[]): string {
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    what: frame.t.kerjaKode.what,
    danger: frame.t.kerjaKode.danger,
    contact: frame.t.kerjaKode.callRule,
  }
  return facts
    .map((fact) => {
      const [kind = '', code = ''] = fact.split(':')
      return codes[kind]?.[code] ?? fact.replace(/^word-|^chose-/, '').replaceAll('-', ' ')
    })
    .join(', ')
}

function sameView(frame: StaffFrame, same: Similar): PossibleSameView {
  const because = same.because.map((kind) => frame.t.kerjaKabar.because[kind]).join(', ')
  return {
    otherId: same.id,
    code: same.caseCode ?? same.id.slice(-6),
    since: because,
    ...(same.caseCode && { caseHref: at(frame, `/kerja/kasus/${same.caseCode}`) }),
    rows: same.rows.map((row) => sideBySide(frame, row)),
  }
}

const SIDE_WORDS: Readonly<
  Record<SideBySide['fact'], 'names' | 'village' | 'recruiter' | 'country' | 'number'>
> = { names: 'names', village: 'village', recruiter: 'recruiter', country: 'country', number: 'number' }

function sideBySide(frame: StaffFrame, row: SideBySide): PossibleSameView['rows'][number] {
  const say = (value: string | undefined): string =>
    value === undefined
      ? frame.t.kerjaUmum.unknown
      : row.fact === 'country'
        ? countryName(frame.lang, value, frame.t)
        : value
  const labels: Readonly<Record<string, string>> = {
    names: frame.t.kerjaKabar.because['names'] ?? '',
    country: frame.t.kerjaKabar.because['country'] ?? '',
    village: frame.t.kerjaCatat.village,
    recruiter: frame.t.kerjaCatat.recruiter,
    number: frame.t.kerjaCatat.number,
  }
  return {
    label: labels[SIDE_WORDS[row.fact]] ?? row.fact,
    here: say(row.here),
    there: say(row.there),
    ...(row.equal === 'differs' && { differs: 'differs' as const }),
  }
}
