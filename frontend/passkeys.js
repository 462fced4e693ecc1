// Passkeys need a script: the button shows only where the browser can use them. An app with codes needs none.
const can = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON)

async function credential (form) {
  const { publicKey } = JSON.parse(form.dataset.options)
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) })
}

async function ask (event) {
  event.preventDefault()
  const form = event.target
  try {
    form.elements.namedItem('credential').value = JSON.stringify(await credential(form))
    form.submit()
  } catch {
    form.querySelector('[data-passkey-problem]').hidden = false
  }
}

export function initPasskeys () {
  document.querySelectorAll('form[data-passkey]').forEach(form => {
    form.hidden = !can
    form.addEventListener('submit', ask)
  })
  document.querySelectorAll('[data-without-passkeys]').forEach(each => { each.hidden = can })
}
