/** The shell of every workspace page: canopy rail with the rooms a person may enter, and the paper. */
import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { otherLang, type Lang } from '../href.ts'
import { staffCss } from './assets.ts'
import { Flash } from './form.tsx'
import { at, ROOMS, type FormState, type Room, type StaffFrame } from './frame.ts'
import { Glyph, type IconName } from './marks.tsx'

const ROOM_PATH: Record<Room, `/${string}`> = {
  search: '/kerja/cari',
  today: '/kerja',
  inbox: '/kerja/masuk',
  cases: '/kerja/kasus',
  screening: '/kerja/skrining',
  referrals: '/kerja/rujukan',
  'task-force': '/kerja/satgas',
  immigration: '/kerja/imigrasi',
  directory: '/kerja/direktori',
  law: '/kerja/hukum',
  settings: '/kerja/pengaturan',
}

const ROOM_ICON: Record<Room, IconName> = {
  search: 'cari',
  today: 'hari',
  inbox: 'masuk',
  cases: 'kasus',
  screening: 'saring',
  referrals: 'rujuk',
  'task-force': 'orang',
  immigration: 'paspor',
  directory: 'buku',
  law: 'hukum',
  settings: 'saring',
}

export type StaffPageProps = {
  readonly frame: StaffFrame
  readonly current?: Room
  readonly title: string
  readonly form?: FormState
  /** Names of scripts under /aset that only add comfort; the page is whole without them. */
  readonly scripts?: readonly string[]
  readonly children?: Child
}

function Document(props: {
  readonly lang: Lang
  readonly title: string
  readonly body?: string
  readonly scripts?: readonly string[]
  readonly children?: Child
}) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={props.lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="theme-color" content="#113f3c" />
          <title>{props.title} – Payung</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={staffCss().path} />
          {props.scripts?.map((path) => (
            <script type="module" src={path}></script>
          ))}
        </head>
        <body class={props.body}>{props.children}</body>
      </html>
    </>
  )
}

function RailLink(props: {
  readonly frame: StaffFrame
  readonly room: Room
  readonly current: Room | undefined
}) {
  const words = props.frame.t.kerjaUmum
  const count = props.frame.counts[props.room] ?? 0
  return (
    <li class={props.room === 'search' ? 'find-link' : undefined}>
      <a
        href={at(props.frame, ROOM_PATH[props.room])}
        aria-current={props.room === props.current ? 'page' : undefined}
      >
        <Glyph name={ROOM_ICON[props.room]} />
        {words.room[props.room]}
        {count > 0 && (
          <b>
            {count}
            <span class="hidden"> {words.countOf[props.room]}</span>
          </b>
        )}
      </a>
    </li>
  )
}

function Rail({ frame, current }: { readonly frame: StaffFrame; readonly current: Room | undefined }) {
  const words = frame.t.kerjaUmum
  return (
    <header class="rail">
      <a class="brand" href={at(frame, '/kerja')}>
        <Glyph name="payung" />
        Payung
      </a>
      {frame.rooms.includes('search') && (
        <form role="search" action={at(frame, '/kerja/cari')}>
          <label class="hidden" for="cari">
            {words.searchLabel}
          </label>
          <input id="cari" name="q" type="search" placeholder={words.searchHint} accesskey="k" />
        </form>
      )}
      <nav aria-label={words.rooms}>
        <ul>
          {ROOMS.filter((room) => frame.rooms.includes(room)).map((room) => (
            <RailLink frame={frame} room={room} current={current} />
          ))}
        </ul>
      </nav>
      <a class="me" href={at(frame, '/kerja/saya')}>
        <Glyph name="orang" />
        <span>
          {frame.who.name}
          <span class="who">{frame.who.org}</span>
        </span>
      </a>
    </header>
  )
}

function titleOf(frame: StaffFrame, title: string, form: FormState | undefined): string {
  return form !== undefined && form.problems.length > 0 ? `${frame.t.kerjaUmum.cannotYet}${title}` : title
}

export function StaffPage(props: StaffPageProps) {
  const { frame } = props
  return (
    <Document lang={frame.lang} title={titleOf(frame, props.title, props.form)} scripts={props.scripts}>
      <a class="skip" href="#isi">
        {frame.t.kerjaUmum.skip}
      </a>
      <Rail frame={frame} current={props.current} />
      <main id="isi" tabindex={-1}>
        {frame.demo && <p class="demo">{frame.t.kerjaUmum.demo}</p>}
        {frame.flash && <Flash notice={frame.flash} />}
        {props.children}
      </main>
    </Document>
  )
}

/** Pages before sign-in: canopy on top, one card, nothing else. */
export function GatePage(props: {
  readonly frame: Pick<StaffFrame, 't' | 'lang' | 'demo'>
  readonly title: string
  readonly scripts?: readonly string[]
  readonly children?: Child
}) {
  const { frame } = props
  const other = otherLang(frame.lang)
  return (
    <Document lang={frame.lang} title={props.title} body="gate" scripts={props.scripts}>
      <a class="skip" href="#isi">
        {frame.t.kerjaUmum.skip}
      </a>
      <header class="top">
        <a href={at(frame, '/')}>
          <Glyph name="payung" />
          Payung
        </a>
      </header>
      <main id="isi" tabindex={-1}>
        {frame.demo && <p class="small">{frame.t.kerjaUmum.demo}</p>}
        {props.children}
        <p class="small">
          <a href={at({ lang: other }, '/petugas')} lang={other} hreflang={other}>
            {frame.t.kerjaUmum.otherLanguage}
          </a>
        </p>
      </main>
    </Document>
  )
}

/** The head of a page: one h1, a line of context, tags, and the actions at the end. */
export function Head(props: {
  readonly title: string
  readonly crumbs?: Child
  readonly context?: Child
  readonly tags?: Child
  readonly children?: Child
}) {
  return (
    <header class="head">
      {props.crumbs && <p class="crumbs">{props.crumbs}</p>}
      <h1>{props.title}</h1>
      {props.tags}
      {props.context && <p>{props.context}</p>}
      {props.children && <div class="end">{props.children}</div>}
    </header>
  )
}
