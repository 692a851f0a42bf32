/** On what a sharing stands: what the person said to each item, the agreement of the bodies, the ground for leaving the country. */
import { ABROAD_GROUNDS, type AbroadStatement } from '#src/domain/disclosure/abroad.ts'
import type { CarriedItem } from '#src/modules/referrals/index.ts'
import type { SharingGround } from '#src/modules/sharing/index.ts'
import { formatDay, formatPartialDate } from '#src/texts/dates.ts'
import type { FormValues } from '#src/web/form-values.ts'
import { Radios, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite } from '#src/web/ui/staff/marks.tsx'
import type { SheetLine } from '#src/web/ui/staff/referral-parts.tsx'
import { countryName } from '../casework.ts'
import { languageWords } from '../kasus/persetujuan/consent-view.ts'

/** Fields: abroadGround, abroadReason, abroadSource, abroadDay. */
export const ABROAD_FIELDS = ['abroadGround', 'abroadReason', 'abroadSource', 'abroadDay'] as const

export function AbroadFields({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaBerbagi.abroad
  return (
    <fieldset class="panel stack">
      <legend>{words.title}</legend>
      <p class="hint">
        {words.hint} {words.equalHint} {words.mission}
      </p>
      <Radios
        form={form}
        name="abroadGround"
        label={words.ground}
        options={ABROAD_GROUNDS.map((value) => ({ value, label: words.grounds[value] }))}
      />
      <TextArea form={form} name="abroadReason" label={words.reason} rows={2} />
      <TextField form={form} name="abroadSource" label={words.source} hint={words.sourceHint} wide="wide" />
      <TextField form={form} name="abroadDay" label={words.sourceDay} type="date" />
    </fieldset>
  )
}

/** What the officer claimed about leaving the country; undefined where no ground was chosen. */
export function abroadOf(form: FormValues) {
  const ground = ABROAD_GROUNDS.find((each) => each === form.one('abroadGround'))
  if (ground === undefined) return undefined
  const day = form.one('abroadDay')
  return {
    ground,
    reason: form.one('abroadReason').slice(0, 1000),
    source: form.one('abroadSource').slice(0, 500),
    sourceDay: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : ('' as const),
  }
}

const CARRIED_PATHS: Readonly<Record<string, string>> = {
  'referral.abroad-ground-missing': 'abroadGround',
  'referral.abroad-reason': 'abroadReason',
  'referral.abroad-source': 'abroadSource',
  'referral.abroad-source-day': 'abroadDay',
  'referral.abroad-consent-to-this-body': 'abroadGround',
}

/** At which field a refusal of the ground stands; undefined for any other refusal. */
export function abroadField(code: string): string | undefined {
  return CARRIED_PATHS[code]
}

/** The lines of the sheet that say on which ground it leaves the country, and on what evidence. */
export function abroadLines(frame: StaffFrame, abroad: AbroadStatement | undefined): readonly SheetLine[] {
  if (abroad === undefined) return []
  const words = frame.t.kerjaBerbagi.abroad
  const country =
    abroad.country === null ? words.countryUnknown : countryName(frame.lang, abroad.country, frame.t)
  const ground = words.grounds[abroad.ground]
  return [
    {
      label: words.line,
      text: words.said(ground, country, abroad.reason),
      cites: [{ article: 'UU 27/2022 Ps 56' }],
    },
    ...(abroad.source === '' || abroad.sourceDay === ''
      ? []
      : [
          {
            label: '',
            text: words.sourceSaid(abroad.source, formatPartialDate(abroad.sourceDay, frame.lang)),
          },
        ]),
  ]
}

export function AgreementGround({
  frame,
  ground,
}: {
  readonly frame: StaffFrame
  readonly ground: SharingGround
}) {
  const words = frame.t.kerjaBerbagi
  const { need, agreement } = ground
  return (
    <section>
      <h2>{words.ground}</h2>
      <p>
        {agreement === null
          ? words.groundNone
          : words.groundHave(formatPartialDate(agreement.until, frame.lang))}
      </p>
      <p class="small">
        {need.kind === 'required' ? words.groundRequired : words.groundUnclear} {words.needWhy[need.why]}{' '}
        {need.basis.map((each) => (
          <>
            <Cite frame={frame} cite={{ article: `${each.instrument} Ps ${each.article}` }} />{' '}
          </>
        ))}
      </p>
    </section>
  )
}

export function CarriedItems({
  frame,
  carried,
}: {
  readonly frame: StaffFrame
  readonly carried: readonly CarriedItem[]
}) {
  const words = frame.t.kerjaBerbagi
  return (
    <section>
      <h2>{words.consent.carriedTitle}</h2>
      <ul>
        {carried.map(({ item, by }) => (
          <li>
            <strong>{frame.t.kerjaKode.consentItem[item]}</strong>:{' '}
            {by === undefined
              ? words.consent.carriedNone
              : words.consent.carriedBy(
                  words.giver[by.givenBy],
                  frame.t.kerjaKabar.consentWay[by.how] ?? by.how,
                  by.language === undefined ? words.language.other : languageWords(frame, by.language),
                  formatDay(by.at, frame.zone, frame.lang),
                )}
            {by?.until && (
              <small> ({words.consent.untilEnds(formatDay(by.until, frame.zone, frame.lang))})</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
