import { configDefaults, defineConfig } from 'vitest/config';

const shared = {
  globalSetup: ['tests/setup/migrated-database.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
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
          exclude: [...configDefaults.exclude, 'tests/browser/**', 'tests/migrations.test.ts'],
        },
      },
    ],
  },
});
