// The page is emptied first, because leaving takes long on a bad line; then the history entry is replaced.
// No type is written here and nothing newer than 2015 is used: old phones get the file as it stands.
;(() => {
  const link = document.querySelector('.exit')
  const to = link === null ? null : link.getAttribute('href')
  if (link === null || to === null) return

  const leave = () => {
    for (const form of document.querySelectorAll('form')) form.reset()
    document.title = ''
    document.body.textContent = ''
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

  // Printing needs a script; without one the browser's own menu prints the same.
  for (const box of document.querySelectorAll('[data-print]')) {
    box.removeAttribute('hidden')
    box.addEventListener('click', () => print())
  }
})()
