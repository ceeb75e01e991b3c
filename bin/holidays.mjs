// `npm run holidays`: takes the public holidays of every country and its regions from
// date-holidays into src/crm/clocks/holidays.json, once, so that nothing of it is needed
// to run. Whole days only: an afternoon that is free for some is no day on which a
// business is closed. Run it after date-holidays is updated, and review the difference.

import Holidays from 'date-holidays'
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'

const require = createRequire(import.meta.url)
const FIRST = 2015
const LAST = 2045
const DAY = 86_400_000

const { version } = require('date-holidays/package.json')
const licence = readFileSync(require.resolve('date-holidays/package.json').replace('package.json', 'LICENSE'), 'utf8')
const attribution = /<attribution>([^]*)<\/attribution>/.exec(licence)[1].trim().split(/\s*\n\s*/)

const entries = new Map()
const regions = {}
const catalogue = new Holidays()
for (const [country, name] of Object.entries(catalogue.getCountries('en'))) {
  add([country], name)
  for (const [state, stateName] of Object.entries(catalogue.getStates(country, 'en') ?? {})) {
    add([country, state], stateName)
    for (const [region, regionName] of Object.entries(catalogue.getRegions(country, state, 'en') ?? {})) {
      add([country, state, region], `${stateName}, ${regionName}`)
    }
  }
}
writeFileSync(new URL('../src/crm/clocks/holidays.json', import.meta.url), `{
"source": "date-holidays ${version}, https://github.com/commenthol/date-holidays",
"licence": "CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/, by the authors of date-holidays after the pages of Wikipedia below",
"attribution": ${JSON.stringify(attribution)},
"years": [${FIRST}, ${LAST}],
"holidays": [
${[...entries.keys()].join(',\n')}
],
"regions": {
${Object.entries(regions).map(([code, region]) => `${JSON.stringify(code)}: ${JSON.stringify(region)}`).join(',\n')}
}
}
`)

function add(path, name) {
  regions[path.join('-')] = [name, holidaysOf(path).map((entry) => {
    const text = JSON.stringify(entry)
    if (!entries.has(text)) entries.set(text, entries.size)
    return entries.get(text)
  })]
}

// Each holiday with its days: `MMDD` where it is the same every year, else two digits of
// base 36 for each year, the day within it, `--` in years without.
function holidaysOf(path) {
  const calendar = new Holidays(...path)
  const years = new Map() // by name, and by which day of that name in a year
  for (let year = FIRST; year <= LAST; year++) {
    const seen = new Map()
    for (const holiday of calendar.getHolidays(year).filter(({ type }) => type === 'public')) {
      const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`)
      const whole = Math.floor((holiday.end - holiday.start) / DAY + 0.2) // a day of the change to summer time is one
      for (let n = 0; n < whole; n++) {
        const day = first + n * DAY
        if (new Date(day).getUTCFullYear() !== year || seen.get(holiday.name)?.includes(day)) continue
        seen.set(holiday.name, [...(seen.get(holiday.name) ?? []), day])
      }
    }
    for (const [name, days] of seen) {
      days.forEach((day, n) => {
        const key = `${n} ${name}`
        const list = years.get(key) ?? Array(LAST - FIRST + 1).fill(null)
        years.set(key, list)
        list[year - FIRST] = day
      })
    }
  }
  return [...years].map(([key, days]) => [key.slice(key.indexOf(' ') + 1), written(days)])
}

function written(days) {
  const texts = new Set(days.map((day) => day && new Date(day).toISOString().slice(5, 10).replace('-', '')))
  if (texts.size === 1) return [...texts][0]
  return days.map((day) => {
    if (day === null) return '--'
    return ((day - Date.UTC(new Date(day).getUTCFullYear(), 0, 1)) / DAY).toString(36).padStart(2, '0')
  }).join('')
}
