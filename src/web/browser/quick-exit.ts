// The page is emptied first, because leaving takes long on a bad line; then the history entry is replaced.
// No type is written here: the file is served to old phones as it stands, only without its comments.
;(() => {
  const link = document.querySelector('.exit')
  const to = link?.getAttribute('href')
  if (!link || !to) return

  const leave = () => {
    for (const form of document.querySelectorAll('form')) form.reset()
    document.title = ''
    document.body.replaceChildren()
    location.replace(to)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })

  // Three presses of Escape within five seconds: a single one also closes menus and keyboards.
  let presses = 0
  let first = 0
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    if (event.timeStamp - first > 5000) presses = 0
    if (presses === 0) first = event.timeStamp
    presses += 1
    if (presses === 3) leave()
  })

  // The back button must not bring a page out of the browser's memory after leaving.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })

  for (const button of document.querySelectorAll('[data-print]')) {
    button.removeAttribute('hidden')
    button.addEventListener('click', () => print())
  }
})()
