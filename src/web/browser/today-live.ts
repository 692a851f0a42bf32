/**
 * Refreshes the danger part of Today without a reload. The page is whole without it.
 * Replaces the part only when nobody has the focus inside; a new row is said once to screen readers.
 */
const EVERY_MS = 15_000

async function refresh(part: HTMLElement): Promise<void> {
  const address = part.dataset.live
  if (address === undefined || document.hidden || part.contains(document.activeElement)) return
  const answer = await fetch(address, { headers: { accept: 'text/html' }, credentials: 'same-origin' })
  if (!answer.ok) return
  const holder = document.createElement('template')
  holder.innerHTML = await answer.text()
  const before = rowsOf(part)
  const news = [...rowsOf(holder.content)].some((row) => !before.has(row))
  part.replaceChildren(holder.content)
  if (news) announce(part.dataset.liveWords ?? '')
}

/** What the rows point at, without their clocks: a running clock alone is no news. */
function rowsOf(root: ParentNode): ReadonlySet<string> {
  return new Set([...root.querySelectorAll('.rows h3 a')].map((link) => link.getAttribute('href') ?? ''))
}

function announce(words: string): void {
  const status = document.querySelector('#kabar-bahaya')
  if (status !== null) status.textContent = words
}

for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
  setInterval(() => void refresh(part).catch(() => undefined), EVERY_MS)
}
