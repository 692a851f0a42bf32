/** The page for villages as it stands, for the page tests. */
import { loadVillageTemplate } from '#src/platform/law/village-template.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { DesaPage } from './desa-page.tsx'

export function desaPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  return {
    desa: (
      <DesaPage
        {...frame}
        template={loadVillageTemplate()}
        short={new Map([['id-uu-6-2014', 'UU 6/2014']])}
      />
    ),
  }
}
