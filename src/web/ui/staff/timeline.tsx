/** The timeline with its gaps and contradictions, and the two versions when two people edit the same thing. */
import type { Certainty } from '#src/domain/cases/codes.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { Button, Hidden, PostButton } from './form.tsx'
import type { StaffFrame } from './frame.ts'
import { Sure, When } from './marks.tsx'

export type SourceView = { readonly label: string; readonly href?: string; readonly certainty?: Certainty }

export type EntryEdit = {
  readonly correctHref: string
  /** The form that changes who sees the entry, posted as `shared` and `version`. */
  readonly shareAction: string
  readonly shared: 'shared' | 'own'
  readonly version: string
}

export type TimelineView =
  | {
      readonly kind: 'event'
      /** Readable partial date, as `2019-04~`. */
      readonly date: string
      readonly about?: string
      readonly text: string
      readonly source: SourceView
      readonly evidence?: { readonly count: number; readonly href: string }
      /** What an officer can do with the entry: correct it, share it. */
      readonly edit?: EntryEdit
    }
  | {
      readonly kind: 'contradiction'
      readonly date: string
      readonly about?: string
      readonly title: string
      readonly versions: readonly {
        readonly who: string
        readonly text: string
        readonly source: SourceView
        readonly edit?: EntryEdit
      }[]
    }
  | { readonly kind: 'gap'; readonly from: string; readonly to: string; readonly askHref?: string }

function SourceLine({ frame, source }: { readonly frame: StaffFrame; readonly source: SourceView }) {
  return (
    <>
      {source.href ? <a href={source.href}>{source.label}</a> : source.label}
      {source.certainty && (
        <>
          <span class="dot"></span>
          <Sure frame={frame} certainty={source.certainty} />
        </>
      )}
    </>
  )
}

function EntryActions({ frame, edit }: { readonly frame: StaffFrame; readonly edit: EntryEdit | undefined }) {
  const words = frame.t.kerjaBerkas.event
  if (edit === undefined) return null
  return (
    <div class="buttons">
      <a href={edit.correctHref}>{words.correct}</a>
      <PostButton
        action={edit.shareAction}
        hidden={{ version: edit.version, shared: edit.shared === 'shared' ? 'tidak' : 'ya' }}
        kind="bare"
      >
        {edit.shared === 'shared' ? words.unshare : words.share}
      </PostButton>
    </div>
  )
}

function DateCell(props: {
  readonly frame: StaffFrame
  readonly date: string
  readonly about: string | undefined
}) {
  return (
    <div>
      <strong>{formatPartialDate(props.date, props.frame.lang)}</strong>
      {props.about && <span class="about">“{props.about}”</span>}
    </div>
  )
}

function TimelineEntry({ frame, entry }: { readonly frame: StaffFrame; readonly entry: TimelineView }) {
  const words = frame.t.kerjaUmum
  switch (entry.kind) {
    case 'gap':
      return (
        <li class="gap">
          <span>
            {formatPartialDate(entry.from, frame.lang)}–{formatPartialDate(entry.to, frame.lang)}
          </span>
          <span>
            {words.noAccount} {entry.askHref && <a href={entry.askHref}>{frame.t.kerjaKasus.askNext}</a>}
          </span>
        </li>
      )
    case 'contradiction':
      return (
        <li>
          <DateCell frame={frame} date={entry.date} about={entry.about} />
          <div>
            <p>
              <strong>{entry.title}</strong>
            </p>
            <div class="versions">
              {entry.versions.map((version) => (
                <div>
                  <strong>{version.who}</strong>
                  <p>{version.text}</p>
                  <p class="source">
                    <SourceLine frame={frame} source={version.source} />
                  </p>
                  <EntryActions frame={frame} edit={version.edit} />
                </div>
              ))}
            </div>
          </div>
        </li>
      )
    case 'event':
      return (
        <li>
          <DateCell frame={frame} date={entry.date} about={entry.about} />
          <div>
            <p>{entry.text}</p>
            <p class="source">
              <SourceLine frame={frame} source={entry.source} />
              {entry.evidence && (
                <>
                  <span class="dot"></span>
                  <a href={entry.evidence.href}>{words.evidenceCount(entry.evidence.count)}</a>
                </>
              )}
            </p>
            <EntryActions frame={frame} edit={entry.edit} />
          </div>
        </li>
      )
  }
}

export function Timeline(props: { readonly frame: StaffFrame; readonly entries: readonly TimelineView[] }) {
  return (
    <ol class="timeline">
      {props.entries.map((entry) => (
        <TimelineEntry frame={props.frame} entry={entry} />
      ))}
    </ol>
  )
}

export type VersionView = {
  readonly who: string
  readonly at: Date
  readonly before: string
  readonly after: string
  readonly source?: string
  /** The value of the button "use this one". */
  readonly value: string
}

/** Two editors of one thing: both versions stay, a person chooses or keeps both. */
export function Versions(props: {
  readonly frame: StaffFrame
  readonly field: string
  readonly versions: readonly VersionView[]
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  /** `one` where two versions cannot stand side by side, such as a state. */
  readonly keep?: 'one' | 'both'
}) {
  const words = props.frame.t.kerjaUmum
  return (
    <form method="post" action={props.action} id="beda">
      <Hidden values={props.hidden} />
      <h2>{words.conflictTitle}</h2>
      <p class="small">{words.conflictText(props.field)}</p>
      <div class="versions">
        {props.versions.map((version) => (
          <div>
            <strong>
              {version.who}, <When frame={props.frame} at={version.at} />
            </strong>
            <p>
              {version.before !== '' && (
                <del>
                  <span class="hidden">{words.before} </span>
                  {version.before}
                </del>
              )}{' '}
              <ins>
                <span class="hidden">{words.after} </span>
                {version.after}
              </ins>
            </p>
            {version.source && <p class="source small">{version.source}</p>}
            <Button name="pakai" value={version.value}>
              {words.takeThis}
            </Button>
          </div>
        ))}
      </div>
      {props.keep !== 'one' && (
        <p class="buttons gap-above">
          <Button name="pakai" value="keduanya">
            {words.keepBoth}
          </Button>
        </p>
      )}
    </form>
  )
}
