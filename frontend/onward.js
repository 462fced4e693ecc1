// Makes pages nicer; nothing needs it.
import { ExitThisPage, initAll } from './govuk-frontend.min.js'
import { initPasskeys } from './passkeys.js'
import { initQuestions } from './questions.js'

// Whoever leaves at once leaves this page behind: it is not kept, and "back" does not lead to it.
let leaving = false
ExitThisPage.prototype.exitPage = function () {
  leaving = true
  document.body.classList.add('govuk-exit-this-page-hide-content')
  window.location.replace(this.$button.href)
}

initAll()
initPasskeys()
initQuestions()

// What is typed on a page is kept while it is typed, so that a telephone that rings loses nothing.
const EVERY = 10_000 // milliseconds

function keepTyped (form) {
  const version = form.elements.namedItem('version')
  let waiting = null
  const keep = async () => {
    clearTimeout(waiting)
    waiting = null
    if (leaving) return
    const body = new FormData(form)
    body.set('autosave', 'yes')
    const kept = await fetch(form.action || location.href, { method: 'POST', body, keepalive: true }).catch(() => null)
    const now = kept?.headers.get('X-Onward-Version')
    if (now && version) version.value = now
  }
  form.addEventListener('input', () => { waiting ??= setTimeout(keep, EVERY) })
  form.addEventListener('submit', () => { clearTimeout(waiting); waiting = null })
  document.addEventListener('visibilitychange', () => { if (waiting && document.visibilityState === 'hidden') keep() })
}

document.querySelectorAll('form[data-autosave]').forEach(keepTyped)
