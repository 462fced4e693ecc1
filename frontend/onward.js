// Makes pages nicer; nothing needs it.
import { initAll } from './govuk-frontend.min.js'
import { initQuestions } from './questions.js'

initAll()
initQuestions()
