/** What a browser is shown at `/`. */
import packageJson from '../../../package.json' with { type: 'json' }
import { escaped, htmlPage } from './html.js'

export function startPage(): string {
  const { version, description } = packageJson
  return htmlPage(
    'Olshem',
    `<h1>Olshem ${escaped(version)}</h1>
<p>${escaped(description)}.</p>
<ul>
<li><a href="/v1/methodologies">The methodologies</a> and their versions (JSON)</li>
<li><a href="/v1/data-sets">The data sets</a> and <a href="/v1/runs">the runs</a> that are kept (JSON); the first start brings demonstrations, named as such</li>
<li><a href="/docs">How to use the server</a>: every address, what it takes and what it answers</li>
<li><a href="/v1/openapi.json">The same as OpenAPI 3.1</a>, for programs</li>
</ul>
<p>Score the development index of a country:</p>
<pre>curl ${EXAMPLE_URL} --json '${escaped(EXAMPLE_BODY)}'</pre>`,
  )
}

const EXAMPLE_URL = 'http://127.0.0.1:8080/v1/score'
const EXAMPLE_BODY = JSON.stringify({
  methodology: 'hdi',
  year: 2021,
  bodies: [
    {
      id: 'KAZ',
      life_expectancy: '69.3622',
      expected_schooling: '15.76500034',
      mean_schooling: '12.34756189',
      gni_per_capita: '23942.81837',
    },
  ],
})
