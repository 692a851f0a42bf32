/** The head of the pages of the desk, with its parts; and small things that they share. */
import type { Child } from 'hono/jsx'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Tabs } from '#src/web/ui/staff/lists.tsx'
import { Cite, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Head } from '#src/web/ui/staff/shell.tsx'
import type { SignsState } from '#src/domain/immigration/signs.ts'

export const DESK = '/kerja/imigrasi' as const
export const FOLLOW_UPS = `${DESK}/tindak-lanjut` as const
export const HITS = `${DESK}/temuan` as const
export const RECEIVED = `${DESK}/diterima` as const

export type DeskPart = 'desk' | 'followUps' | 'hits'
const PARTS: readonly (readonly [DeskPart, `/${string}`])[] = [
  ['desk', DESK],
  ['followUps', FOLLOW_UPS],
  ['hits', HITS],
]

export function DeskHead(props: {
  readonly frame: StaffFrame
  readonly part?: DeskPart
  readonly title: string
  readonly context?: string
  readonly tags?: Child
  readonly children?: Child
}) {
  const { frame, part } = props
  const words = frame.t.kerjaImigrasi
  return (
    <>
      <Head
        title={props.title}
        {...(props.context !== undefined && { context: props.context })}
        {...(part === undefined && { crumbs: <a href={at(frame, DESK)}>{words.opened.crumb}</a> })}
        {...(props.tags !== undefined && { tags: props.tags })}
      >
        {props.children}
      </Head>
      {part && (
        <Tabs
          label={words.title}
          links={PARTS.map(([key, path]) => ({
            label: words.parts[key],
            href: at(frame, path),
            ...(key === part && { current: 'current' as const }),
          }))}
        />
      )}
    </>
  )
}

export const SIGNS_TONE: Record<SignsState, Tone> = { 'none-seen': 'plain', unclear: 'wait', seen: 'stop' }

/** An article with the word for what was not read; the page makes a link of it. */
export function Article({ frame, of }: { readonly frame: StaffFrame; readonly of: ArticleRef }) {
  const mark = of.certainty === 'verified' ? '' : ` (${frame.t.langkahKasus.confidence[of.certainty]})`
  return <Cite frame={frame} cite={{ article: `${of.instrument} ${of.article}${mark}` }} />
}
