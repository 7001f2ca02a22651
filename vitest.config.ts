import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    globalSetup: 'test/global-setup.ts',
    // One process per worker for all files: the embedded database costs half a gigabyte an instance.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
