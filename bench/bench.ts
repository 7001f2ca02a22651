import { throughput } from './throughput.ts'
for (const e of process.argv.slice(2)) console.log(JSON.stringify(await throughput(e as 'embedded'), null, 1))
