/** For villages: the five duties in plain words, what to ask, and a template to take away without an account. */
import type { VillageTemplate } from '#src/platform/law/village-template.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { TextField } from '#src/web/ui/public/form-parts.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { LawLink, Sure } from '../hukum/law-parts.tsx'

export type DesaPageProps = PageFrame & {
  readonly template: VillageTemplate
  /** Short names of the instruments by id. */
  readonly short: ReadonlyMap<string, string>
}

export function DesaPage({ template, short, ...frame }: DesaPageProps) {
  const { lang, t } = frame
  const words = t.desa
  const duties = template.topics.filter((topic) => topic.code !== 'budget')
  const money = template.topics.filter((topic) => topic.code === 'budget')
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/desa">
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.aim}</p>
      <h2>{words.dutiesTitle}</h2>
      <p>{words.ours}</p>
      {duties.map((topic, index) => (
        <section id={topic.code}>
          <h3>
            {index + 1}. {topic.name[lang]}
          </h3>
          <Topic frame={frame} topic={topic} short={short} />
        </section>
      ))}
      {money.map((topic) => (
        <section>
          <h2>{words.moneyTitle}</h2>
          <Topic frame={frame} topic={topic} short={short} />
        </section>
      ))}
      <Template frame={frame} template={template} />
      <p>
        <a href={href(lang, '/lapor')}>{words.report}</a>
      </p>
      <p>
        <a href={href(lang, '/petugas')}>{words.officer}</a>
      </p>
    </PublicPage>
  )
}

function Topic(props: {
  readonly frame: PageFrame
  readonly topic: VillageTemplate['topics'][number]
  readonly short: ReadonlyMap<string, string>
}) {
  const { topic, short } = props
  const { lang, t } = props.frame
  const { instrument, article } = topic.law
  const name = `${short.get(instrument) ?? instrument}, ${article === '-' ? t.desa.whole : article}`
  return (
    <>
      <p>{topic.explains[lang]}</p>
      <p>{t.desa.check}:</p>
      <Ticks yes={topic.check.map((each) => each[lang])} />
      <p>
        <small>
          {t.desa.basis}:{' '}
          <LawLink lang={lang} instrument={instrument} article={article}>
            {name}
          </LawLink>
          . <Sure t={t} confidence={topic.confidence} />
        </small>
      </p>
    </>
  )
}

function Template({ frame, template }: { readonly frame: PageFrame; readonly template: VillageTemplate }) {
  const { lang, t } = frame
  const words = t.desa
  const fields = [
    ['desa', words.name, 60],
    ['nomor', words.number, 20],
    ['tahun', words.year, 4],
  ] as const
  return (
    <section>
      <h2>{words.templateTitle}</h2>
      <p>
        <strong>{words.templateNote}</strong> {words.noAccount}
      </p>
      <form action={href(lang, '/desa/templat.docx')}>
        <p>{words.fill}</p>
        {fields.map(([name, label, most]) => (
          <TextField id={name} name={name} label={label} maxlength={most} />
        ))}
        <div class="buttons">
          <button class="button">{words.word}</button>
          <button class="button quiet" formaction={href(lang, '/desa/templat.txt')}>
            {words.plain}
          </button>
        </div>
      </form>
      <p>{words.templateParts}:</p>
      <ul class="plain">
        {template.clauses.map((clause) => (
          <li>
            <strong>{clause.label === '' ? words.templateOpening : clause.label}:</strong> {clause.gist[lang]}
          </li>
        ))}
      </ul>
    </section>
  )
}
