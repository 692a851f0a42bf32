/** What the home page leads to. A page is listed here from the day it exists, and not before. */
import type { Texts } from '#src/texts/texts.ts'
import type { IconName } from '#src/web/ui/icons.tsx'

type HomeTexts = Texts['situs']['home']

export type Door = {
  readonly path: `/${string}`
  readonly icon: IconName
  readonly title: keyof HomeTexts & ('help' | 'family' | 'follow')
  readonly hint: keyof HomeTexts & ('helpHint' | 'familyHint' | 'followHint')
}

/** The first is the filled one. At most four, so that all stand on the first screen of a small phone. */
export const DOORS: readonly Door[] = [
  { path: '/lapor', icon: 'tangan', title: 'help', hint: 'helpHint' },
  { path: '/keluarga', icon: 'hilang', title: 'family', hint: 'familyHint' },
  { path: '/lacak', icon: 'pesan', title: 'follow', hint: 'followHint' },
]

export type HomeLink = { readonly path: `/${string}`; readonly title: keyof HomeTexts['links'] }

export const HOME_LINKS: readonly HomeLink[] = [
  { path: '/tawaran', title: 'tawaran' },
  { path: '/biaya', title: 'biaya' },
  { path: '/p3mi', title: 'p3mi' },
  { path: '/jaminan', title: 'jaminan' },
  { path: '/gaji', title: 'gaji' },
  { path: '/langkah', title: 'langkah' },
  { path: '/negara', title: 'negara' },
  { path: '/hak', title: 'hak' },
  { path: '/sesudah-lapor', title: 'next' },
  { path: '/layanan', title: 'services' },
  { path: '/desa', title: 'village' },
  { path: '/info', title: 'tip' },
  { path: '/aman', title: 'borrowed' },
  { path: '/tanda-terima', title: 'receipt' },
  { path: '/tentang', title: 'privacy' },
]
