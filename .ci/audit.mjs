// Asks the registry for known faults in what is installed. High ones in what runs in production fail the check; a
// registry that does not answer this question (mirrors often do not) is said loudly and fails nothing.
import { spawnSync } from 'node:child_process'

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 120_000 })
let report
try {
  report = JSON.parse(stdout)
} catch {
  report = { message: stderr.trim() || 'npm audit gave no answer' }
}
const found = report.metadata?.vulnerabilities
if (found === undefined) {
  console.warn('**********************************************************************')
  console.warn('WARNING: the packages were NOT checked for known faults.')
  console.warn(`The registry does not answer: ${String(report.message ?? report.error?.summary).split('\n')[0]}`)
  console.warn('Run "npm audit --omit=dev" against a registry that does, before a release.')
  console.warn('**********************************************************************')
  process.exit(0)
}
for (const [name, fault] of Object.entries(report.vulnerabilities ?? {})) console.log(`${fault.severity}: ${name} ${fault.range}`)
const serious = (found.high ?? 0) + (found.critical ?? 0)
console.log(`${serious} serious, ${found.total} in all`)
process.exit(serious > 0 ? 1 : 0)
