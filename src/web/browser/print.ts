// Shows the buttons that print the page. Without it the browser's own menu prints the same.
// No type is written here: the file is served as it stands, only without its comments.
;(() => {
  for (const box of document.querySelectorAll('[data-print]')) {
    box.removeAttribute('hidden')
    box.addEventListener('click', () => print())
  }
})()
