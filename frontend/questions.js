// Shows at once what the server shows after saving: which questions are asked now, and how far each part is.
// Nothing needs it: without it every question stands there with the words that say when it is asked.
const OWN = ' else'
const OFF = 'data-off' // what is not asked now, as the server or this script sees it

// What is answered now in the fields of this name; null where the page has no such field.
function answers (name) {
  const fields = [...document.getElementsByName(name)]
  if (fields.length === 0) return null
  return fields.filter(field => !isOff(field)).flatMap(field => {
    if (field.type === 'radio' || field.type === 'checkbox') return field.checked && field.value !== OWN ? [field.value] : []
    return field.value.trim() ? [field.value.trim()] : []
  })
}

const isOff = element => element.closest(`[${OFF}]`) !== null

function compare (operator, value, wanted) {
  const [one, other] = [Number(value), Number(wanted)]
  if (Number.isNaN(one) || Number.isNaN(other)) return null
  return { '>': one > other, '<': one < other, '>=': one >= other, '<=': one <= other }[operator] ?? null
}

// True, false, or null where only the server can tell.
function met ({ field, operator, answer }) {
  const given = answers(field)
  if (given === null) return null
  if (operator === 'exists') return (given.length > 0) === (answer === 'true')
  if (operator === '=') return given.includes(answer)
  if (operator === '!=') return !given.includes(answer)
  const compared = given.map(value => compare(operator, value, answer))
  return compared.includes(true) ? true : compared.includes(null) ? null : false
}

function applies (when) {
  const results = when.conditions.map(met)
  const decisive = !when.all
  if (results.includes(decisive)) return decisive
  return results.includes(null) ? null : !decisive
}

// A question for anyone is hidden; a worker sees it folded, and may open it.
function show (element, asked) {
  const changed = element.hasAttribute(OFF) === asked
  element.toggleAttribute(OFF, !asked)
  const folded = element.matches('details') ? element : element.querySelector(':scope > details')
  if (!folded) element.hidden = !asked
  else if (changed) folded.open = asked
  return changed
}

function decide () {
  const conditional = [...document.querySelectorAll('[data-when]')]
  for (let round = 0, changed = true; changed && round < conditional.length; round++) {
    changed = conditional.map(element => {
      const asked = applies(JSON.parse(element.dataset.when))
      return asked !== null && show(element, asked)
    }).includes(true)
  }
}

function isAnswered (question) {
  if (question.hasAttribute('data-offered')) return false
  return [...question.querySelectorAll('input, select, textarea')].some(field =>
    field.closest('[data-question]') === question && field.type !== 'hidden' && !field.name.endsWith('-unit') &&
    (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value.trim() !== ''))
}

function isAsked (question) {
  const around = question.parentElement.closest('[data-counts]')
  const inOption = question.closest('.govuk-radios__conditional--hidden, .govuk-checkboxes__conditional--hidden')
  return !isOff(question) && !inOption && (!around || isAnswered(around))
}

const told = (words, answered, asked) => words.replace('%(answered)s', answered).replace('%(asked)s', asked)

function words (whole, answered, asked) {
  if (asked === 0) return whole.dataset.nothing
  return told(answered ? whole.dataset.done : whole.dataset.toDo, answered, asked)
}

function count (whole) {
  const total = { answered: 0, asked: 0 }
  for (const part of whole.querySelectorAll('.onward-part')) {
    const asked = [...part.querySelectorAll('[data-counts]')].filter(isAsked)
    const answered = asked.filter(isAnswered)
    const state = whole.querySelector(`[data-state-of="${CSS.escape(part.id)}"]`)
    state.textContent = isOff(part) ? whole.dataset.notNow : words(whole, answered.length, asked.length)
    total.answered += answered.length
    total.asked += asked.length
  }
  whole.querySelector('[data-total]').textContent = words(whole, total.answered, total.asked)
}

export function initQuestions () {
  const whole = document.querySelector('[data-module="onward-whole"]')
  const refresh = () => {
    decide()
    if (whole) count(whole)
  }
  document.addEventListener('change', event => {
    event.target.closest('[data-offered]')?.removeAttribute('data-offered')
    refresh()
  })
  // On a telephone the list of parts would stand between the heading and the first question.
  if (whole && matchMedia('(max-width: 48em)').matches) whole.querySelector('.onward-whole__list').open = false
  decide()
}
