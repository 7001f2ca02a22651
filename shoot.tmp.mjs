import { chromium } from 'playwright-core'
const [,, url, out, width, sel, js] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const c = await b.newContext({ viewport: { width: Number(width), height: 900 }, javaScriptEnabled: js !== 'nojs' })
const p = await c.newPage()
p.on('console', (m) => console.log('console', m.text())); p.on('pageerror', (e) => console.log('error', e.message))
await p.goto(url)
let n = 0
for (const el of await p.locator(sel).all()) await el.screenshot({ path: `${out}-${width}-${n++}.png` })
console.log(n, await p.evaluate(() => document.documentElement.scrollWidth - innerWidth))
await b.close()
