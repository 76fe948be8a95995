// Reads the reports of a file with one of the libraries for JavaScript and
// prints what main.go wants to know: node peers.mjs LIBRARY FILE.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'

const require = createRequire(import.meta.url)
const [library, file] = process.argv.slice(2)
const warmUp = 'The dockers’ guild will meet harbour owners on Friday, its leader Tove Aasen said. Talks began in Halvik.'

const readers = {
  'wink-nlp': () => {
    const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'))
    const its = nlp.its
    return (report, res) => {
      const doc = nlp.readDoc(report)
      res.Sentences += doc.sentences().length()
      const tokens = doc.tokens()
      res.Tokens += tokens.length()
      tokens.out(its.pos)
      tokens.out(its.lemma)
      res.Names += doc.entities().length()
    }
  },
  compromise: () => {
    const nlp = require('compromise')
    return (report, res) => {
      const doc = nlp(report)
      res.Sentences += doc.length
      res.Tokens += doc.json({ terms: true }).reduce((n, s) => n + s.terms.length, 0)
      res.Names += doc.people().length + doc.places().length + doc.organizations().length
    }
  },
}

const pkg = JSON.parse(readFileSync(new URL(`node_modules/${library}/package.json`, import.meta.url)))
const read = readers[library]()
const res = { Version: pkg.version, Sentences: 0, Tokens: 0, Names: 0 }
read(warmUp, { Sentences: 0, Tokens: 0, Names: 0 })
res.Load = performance.now()
const reports = JSON.parse(readFileSync(file))
const cpu = process.cpuUsage()
const begin = performance.now()
for (const r of reports) read(r, res)
res.Wall = performance.now() - begin
const spent = process.cpuUsage(cpu)
res.CPU = (spent.user + spent.system) / 1000
res.Peak = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify(res))
