// Refreshes the danger part of Today without a reload. The page is whole without it.
// Replaces the part only when nobody has the focus inside; a new row is said once to screen readers.
// No type is written here: the file is served as it stands, only without its comments.
;(() => {
  const part = document.querySelector('[data-live]')
  const status = document.querySelector('#kabar-bahaya')
  const address = part?.getAttribute('data-live')
  if (!part || !status || !address) return
  // What the rows point at, without their clocks: a running clock alone is no news.
  const rows = () => [...part.querySelectorAll('.rows h3 a')].map((link) => link.getAttribute('href'))
  const show = async () => {
    if (document.hidden || part.contains(document.activeElement)) return
    const answer = await fetch(address, { headers: { accept: 'text/html' }, credentials: 'same-origin' })
    if (!answer.ok || answer.redirected) return
    const before = new Set(rows())
    part.innerHTML = await answer.text()
    if (rows().some((row) => !before.has(row))) status.textContent = part.getAttribute('data-live-words')
  }
  setInterval(() => void show().catch(() => undefined), 15_000)
})()
