/** Files that come with a form: each is judged for itself, the good ones are kept, the first problem is told. */
import { addAttachment } from '#src/modules/reports/index.ts'
import { runAs, type Actor } from '#src/platform/db/context.ts'
import { fileGroup, inspectFile } from '#src/platform/files/inspect-file.ts'
import type { Req } from '#src/web/http.ts'
import type { AttachmentView, FileProblem } from '#src/web/ui/public/attachments.tsx'

export async function takeFiles(
  req: Req,
  holder: Actor,
  files: readonly File[],
): Promise<FileProblem | undefined> {
  if (files.length === 0) return 'missing'
  const problems: FileProblem[] = []
  for (const file of files.slice(0, 12)) {
    const problem = await takeFile(req, holder, file)
    if (problem) problems.push(problem)
  }
  return problems[0]
}

async function takeFile(req: Req, holder: Actor, file: File): Promise<FileProblem | undefined> {
  const inspected = await inspectFile(new Uint8Array(await file.arrayBuffer()))
  if (inspected.kind === 'refused') return inspected.why
  const added = await runAs(req.platform, holder, (ctx) => addAttachment(ctx, inspected, file.name))
  return added.kind === 'refused' ? added.why : undefined
}

type Stored = { readonly mediaType: string; readonly metadata: 'removed' | 'kept'; readonly at: Date }

export function fileViews(
  files: readonly Stored[],
  when: (instant: Date) => string,
): readonly AttachmentView[] {
  return files.map(({ mediaType, metadata, at }) => ({
    kind: fileGroup(mediaType),
    when: when(at),
    metadata,
  }))
}
