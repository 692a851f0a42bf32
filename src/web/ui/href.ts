export const LANGS = ['id', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** The address of a page in a language: Indonesian has no prefix, English the same address under /en. */
export function href(lang: Lang, path: `/${string}`): string {
  if (lang === 'id') return path
  if (path === '/') return '/en'
  return /^\/[?#]/.test(path) ? `/en${path.slice(1)}` : `/en${path}`
}

export function otherLang(lang: Lang): Lang {
  return lang === 'id' ? 'en' : 'id'
}
