// Makes pages nicer; nothing needs it.
import { initAll } from './govuk-frontend.min.js'
import { initPasskeys } from './passkeys.js'
import { initQuestions } from './questions.js'

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
