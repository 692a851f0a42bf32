// Signs in with a passkey, or adds one. Without this script the six digits do the same.
// No type is written here: the file is served as it stands, only without its comments.
;(() => {
  for (const form of document.forms) {
    const get = form.getAttribute('data-passkey')
    const create = form.getAttribute('data-passkey-new')
    if (!get && !create) continue
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const asked = get
        ? navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(get)),
          })
        : navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(create ?? '')),
          })
      const send = () => form.submit()
      asked.then((credential) => {
        form.querySelector('[name=jawaban]')?.setAttribute('value', JSON.stringify(credential))
        send()
      }, send)
    })
  }
})()
