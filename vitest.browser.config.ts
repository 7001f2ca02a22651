import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/browser/**/*.browser.ts'], maxWorkers: 1, testTimeout: 400_000, hookTimeout: 240_000 },
})
