import { configDefaults, defineConfig } from 'vitest/config';

const shared = {
  globalSetup: ['tests/setup/migrated-database.ts'],
  setupFiles: ['tests/setup/property-seed.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // Many tests wait (for a retry, a reconnect, a child), so two files at a time suit even two cores.
    maxWorkers: 2,
    // Two projects over the same tests: PGlite by default, and the server that DATABASE_URL names.
    projects: [
      {
        test: {
          ...shared,
          name: 'embedded',
          include: ['tests/**/*.test.ts'],
          env: { DATABASE_URL: '' },
        },
      },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['tests/**/*.test.ts'],
          // These do not touch the server: a browser, drizzle-kit, and programs that bring their own database.
          exclude: [
            ...configDefaults.exclude,
            'tests/browser/**',
            'tests/cli/**',
            'tests/migrations.test.ts',
          ],
        },
      },
    ],
  },
});
