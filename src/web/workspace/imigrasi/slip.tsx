/** The slip that a traveller takes away, in the language asked for: one content, drawn as a page and as a PDF. */
import { groundOf, UNREAD_AMENDMENT } from '#src/domain/immigration/grounds.ts'
import type { Paper } from '#src/domain/letters/letter.ts'
import type { Slip } from '#src/modules/immigration/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { textsFor } from '#src/texts/texts.ts'
import { printScript } from '#src/web/ui/staff/assets.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { ButtonLink, PrintButton } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { DESK } from './desk-head.tsx'

/** Neither a name nor a passport number: the code proves the slip, and only the office knows whose it is. */
export function slipPaper(lang: Lang, slip: Slip, zone: string): Paper {
  const all = textsFor(lang).kerjaImigrasi
  const words = all.slip
  const articles = groundOf(slip.ground)!
    .basis.map(({ instrument, article }) => `${instrument} ${article} (${all.notVerified})`)
    .join(', ')
  return {
    language: lang,
    from: slip.body,
    title: words.title,
    facts: [
      { label: words.code, text: slip.code },
      { label: words.at, text: formatInstant(slip.at, zone, lang) },
      { label: words.place, text: slip.place },
      { label: words.body, text: slip.body },
    ],
    to: [],
    blocks: [
      { kind: 'heading', text: words.ground },
      { kind: 'paragraph', text: `${all.ground[slip.ground]}. ${words.article}: ${articles}.` },
      { kind: 'note', text: all.unverifiedLaw(UNREAD_AMENDMENT) },
      { kind: 'heading', text: words.reason },
      { kind: 'paragraph', text: slip.reason },
      { kind: 'paragraph', text: `${words.proof}: ${slip.proof}` },
      { kind: 'note', text: words.notGuilty },
      { kind: 'heading', text: words.rights },
      { kind: 'list', items: words.can },
      { kind: 'sign', parties: [{ role: words.sign, name: slip.body }] },
    ],
    footer: words.footer,
  }
}

export type SlipView = { readonly slip: Slip; readonly language: Lang }

export function SlipPage({ frame, view }: { readonly frame: StaffFrame; readonly view: SlipView }) {
  const { slip, language } = view
  const words = frame.t.kerjaImigrasi.slip
  const paper = slipPaper(language, slip, frame.zone)
  const path = `${DESK}/surat/${slip.id}` as const
  const other = language === 'id' ? 'en' : 'id'
  return (
    <StaffPage frame={frame} current="immigration" title={words.title} scripts={[printScript().path]}>
      <Head
        title={words.title}
        crumbs={<a href={at(frame, `${DESK}/${slip.encounterId}`)}>{words.back}</a>}
      />
      <div class="body stack">
        <PrintButton label={frame.t.kerjaImigrasi.act.slip} />
        <p class="buttons">
          <ButtonLink href={at(frame, `${path}/pdf?bahasa=${language}`)} kind="main">
            {words.pdf}
          </ButtonLink>
          <ButtonLink href={at(frame, `${path}?bahasa=${other}`)}>{words.inLanguage[other]}</ButtonLink>
        </p>
        <PaperOnPage paper={paper} />
      </div>
    </StaffPage>
  )
}

function PaperOnPage({ paper }: { readonly paper: Paper }) {
  return (
    <article class="panel stack" lang={paper.language}>
      <p>{paper.from}</p>
      <h2>{paper.title}</h2>
      <dl>
        {paper.facts.map(({ label, text }) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      {paper.blocks.map((block) => {
        switch (block.kind) {
          case 'heading':
            return <h3>{block.text}</h3>
          case 'paragraph':
            return <p>{block.text}</p>
          case 'note':
            return (
              <p>
                <strong>{block.text}</strong>
              </p>
            )
          case 'list':
            return (
              <ul>
                {block.items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            )
          default:
            return null
        }
      })}
      <p class="hint">{paper.footer}</p>
    </article>
  )
}
