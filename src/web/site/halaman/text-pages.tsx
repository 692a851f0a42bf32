/** Pages that only say something: borrowed phones, about and privacy, complaints. */
import type { Child } from 'hono/jsx'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { Ticks } from '#src/web/ui/public/lists.tsx'

type TextPageProps = PageFrame & {
  readonly path: `/${string}`
  readonly heading: string
  readonly lead: string
  readonly children: Child
}

function TextPage({ lang, t, demo, path, heading, lead, children }: TextPageProps) {
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.about} path={path}>
      <a class="back" href={href(lang, '/')}>
        <Icon name="kembali" />
        {t.situs.back}
      </a>
      <h1>{heading}</h1>
      <p class="lead">{lead}</p>
      {children}
    </PublicPage>
  )
}

export function AmanPage(frame: PageFrame) {
  const words = frame.t.halaman.safe
  return (
    <TextPage {...frame} path="/aman" heading={words.title} lead={words.lead}>
      <h2>{words.beforeTitle}</h2>
      <Ticks yes={words.before} />
      <h2>{words.afterTitle}</h2>
      <Ticks yes={words.after} />
      <h2>{words.neverTitle}</h2>
      <Ticks no={words.never} />
      <h2>{words.knowTitle}</h2>
      <ul class="plain">
        {words.know.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </TextPage>
  )
}

export type TentangPageProps = PageFrame & {
  /** How long each kind of data is kept, in words, from the retention table. */
  readonly retention?: readonly string[]
}

export function TentangPage({ retention = [], ...frame }: TentangPageProps) {
  const words = frame.t.halaman.about
  return (
    <TextPage {...frame} path="/tentang" heading={words.title} lead={words.lead}>
      <h2>{words.whatTitle}</h2>
      <Ticks yes={words.what} />
      <h2>{words.seeTitle}</h2>
      <Ticks yes={words.see} no={words.seeNot} />
      <h2>{words.keepTitle}</h2>
      <Ticks yes={words.keep} />
      <h2>{words.notKeepTitle}</h2>
      <Ticks no={words.notKeep} />
      <h2>{words.longTitle}</h2>
      <Ticks yes={[...retention, ...words.long]} />
      <h2>{words.askTitle}</h2>
      <p>
        {words.askText} <a href={href(frame.lang, '/lacak')}>{frame.t.situs.home.follow}</a>
      </p>
      <h2>{words.lawTitle}</h2>
      <p>
        {words.law} <a href={href(frame.lang, '/aturan')}>{frame.t.aturan.title}</a>
      </p>
      <h2>{words.readTitle}</h2>
      <p>{words.readText}</p>
    </TextPage>
  )
}

export function KeluhanPage(frame: PageFrame) {
  const words = frame.t.halaman.complain
  return (
    <TextPage {...frame} path="/keluhan" heading={words.title} lead={words.lead}>
      <h2>{words.rightsTitle}</h2>
      <Ticks yes={words.rights} />
      <h2>{words.usTitle}</h2>
      <p>{words.usText}</p>
      <p>{words.usFollow}</p>
      <div class="buttons row">
        <a class="button" href={href(frame.lang, '/lapor')}>
          {words.write}
        </a>
        <a class="button quiet" href={href(frame.lang, '/lacak')}>
          {frame.t.situs.home.follow}
        </a>
      </div>
      <h2>{words.outsideTitle}</h2>
      <p>{words.ombudsman}</p>
      <p class="small">{words.ombudsmanLaw}</p>
      <h2>{words.dataTitle}</h2>
      <p>{words.dataText}</p>
    </TextPage>
  )
}
