import { CHECKLIST_BASIS, type RequestKind } from '#src/domain/mutual-assistance/codes.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite } from '#src/web/ui/staff/marks.tsx'
import { basisView } from './mla-words.ts'

/** What the list of contents rests on, and that nobody read it in the law where that is so. */
export function ListBasis({ frame, kind }: { readonly frame: StaffFrame; readonly kind: RequestKind }) {
  const words = frame.t.kerjaMla
  const basis = CHECKLIST_BASIS[kind]
  if (basis === undefined) return <p class="small">{words.ownList}</p>
  return (
    <p class="small">
      {words.checklistBasis} <Cite frame={frame} cite={basisView(frame, basis)} /> {words.notRead}
      {kind === 'extradition' && ` ${words.ownList}`}
    </p>
  )
}
