/** What answers: the program in this process, or one over HTTP. */
export type Answers = { request(path: string, init?: RequestInit): Response | Promise<Response> }

/** The public site as a person with a plain browser uses it: opens pages, fills forms, presses buttons. No cookies. */
export type Shown = {
  readonly status: number
  readonly html: string
  readonly headers: Headers
  /** Hidden fields of the form that holds this button value, or of the first form. */
  hidden(go?: string): [string, string][]
}

export type Filling = readonly (readonly [string, string | File])[]

/** Each visitor has an address of its own, so that one test does not slow the next. */
export function visitSite(app: Answers, address = '192.0.2.1') {
  const headers = { 'x-forwarded-for': address }
  const show = async (response: Response): Promise<Shown> => {
    const html = await response.text()
    return {
      status: response.status,
      html,
      headers: response.headers,
      hidden: (go) => hiddenFields(html, go),
    }
  }
  return {
    open: async (path: string): Promise<Shown> => show(await app.request(path, { headers })),
    post: async (path: string, fields: Filling): Promise<Shown> => {
      const body = new FormData()
      for (const [name, value] of fields) body.append(name, value)
      return show(await app.request(path, { method: 'POST', body, headers }))
    },
  }
}
export type Visit = ReturnType<typeof visitSite>

function hiddenFields(html: string, go: string | undefined): [string, string][] {
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map((match) => match[0])
  const form = go === undefined ? forms[0] : forms.find((each) => each.includes(`value="${go}"`))
  return [...(form ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\s*\/?>/g)].map(
    (match) => [unescape(match[1] ?? ''), unescape(match[2] ?? '')],
  )
}

export function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Goes through the five questions; `answers` by step, a missing step is skipped. Ends on the page with the code. */
export async function sendReport(
  visit: Visit,
  answers: Readonly<Partial<Record<'what' | 'where' | 'danger' | 'contact' | 'share', Filling>>> = {},
  start = '/lapor',
): Promise<Shown> {
  let shown = await visit.open(start)
  for (const step of ['what', 'where', 'danger', 'contact', 'share'] as const) {
    const given = answers[step]
    shown = await visit.post(start, [
      ...shown.hidden('skip'),
      ...(given ?? []),
      ['go', given ? 'next' : 'skip'],
    ])
  }
  return shown
}

/** The code as it stands on the page. */
export function codeOn(html: string): { readonly words: string; readonly pin: string } {
  const card = /<div class="code"[\s\S]*?<\/div>/.exec(html)?.[0] ?? ''
  const words = [...card.matchAll(/<li[^>]*>([^<]+)<\/li>/g)].map((match) => match[1]).join(' ')
  const pin = /<\/span>([\d ]+)<\/p>/.exec(card)?.[1]?.replaceAll(' ', '') ?? ''
  return { words, pin }
}
