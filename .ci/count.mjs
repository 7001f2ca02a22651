// Prints how many tests of a vitest report passed and failed; a file that broke before its tests ran is one that failed.
import { readFileSync } from 'node:fs'

const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
)
console.log(numPassedTests, numFailedTests + broken.length)
