import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const healthcheck = z.object({ test: z.array(z.string()).min(2), interval: z.string(), retries: z.number() });
const compose = z
  .object({
    services: z.object({
      bot: z.object({
        build: z.literal('.'),
        env_file: z.literal('.env'),
        environment: z.record(z.string(), z.string()),
        depends_on: z.object({ postgres: z.object({ condition: z.literal('service_healthy') }) }),
        stop_grace_period: z.string(),
        ports: z.array(z.string()),
        healthcheck,
      }),
      postgres: z.object({
        image: z.literal('pgvector/pgvector:pg17'),
        environment: z.record(z.string(), z.string()),
        volumes: z.array(z.string()),
        healthcheck,
      }),
    }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(read('docker-compose.yml')));
const { bot, postgres } = compose.services;

describe('docker-compose.yml', () => {
  it('starts the bot once the database is well, and asks the port that the bot serves whether it is', () => {
    expect(postgres.healthcheck.test.join(' ')).toContain('pg_isready');
    const port = bot.environment.PRECEDENT_HEALTH_PORT;
    expect(bot.healthcheck.test.join(' ')).toContain(`:${port}/healthz`);
    expect(bot.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  it("keeps the database's files in a named volume", () => {
    expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql/data']);
    expect(Object.keys(compose.volumes)).toEqual(['postgres']);
  });

  it('holds no secret: passwords and tokens come from outside, and starting without one says so', () => {
    const values = [...Object.entries(bot.environment), ...Object.entries(postgres.environment)];
    const secret = values.filter(([name]) => /PASSWORD|TOKEN|SECRET|KEY|_URL/.test(name));
    expect(secret.length).toBe(2);
    for (const [, value] of secret) expect(value).toContain('${POSTGRES_PASSWORD:?');
    expect(read('docker-compose.yml')).not.toMatch(/xox[a-z]-|xapp-|sk-ant/);
  });

  it('gives the bot longer to stop than it needs to finish', () => {
    const queue = /timeout: ([\d_]+), close: true/.exec(read('src/jobs/queue.ts'))?.[1] ?? '';
    expect(Number.parseInt(bot.stop_grace_period, 10) * 1000).toBeGreaterThan(
      Number(queue.replaceAll('_', '')),
    );
    expect(queue).not.toBe('');
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const linesOf = (instruction: string) =>
    lines
      .filter((line) => line.startsWith(`${instruction} `))
      .map((line) => line.slice(instruction.length + 1));

  it('is slim, of the Node that package.json asks for, and without dev dependencies', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const major = /\d+/.exec(engines.node)?.[0];
    expect(linesOf('FROM')).toEqual([`node:${major}-slim`]);
    expect(linesOf('RUN')[0]).toMatch(/^npm ci --omit=dev --ignore-scripts /);
  });

  it('runs the bot as a user who is not root', () => {
    expect(lines.indexOf('USER node')).toBeGreaterThan(-1);
    expect(lines.indexOf('USER node')).toBeLessThan(lines.findIndex((line) => line.startsWith('CMD ')));
    expect(linesOf('CMD').map((command) => JSON.parse(command) as unknown)).toEqual([
      ['node', 'src/main.ts', 'start'],
    ]);
  });

  it('asks the health port whether the bot is well, by a program that is valid', () => {
    const check = linesOf('HEALTHCHECK')[0] ?? '';
    const [node, flag, program] = JSON.parse(check.slice(check.indexOf('['))) as string[];
    expect([node, flag]).toEqual(['node', '-e']);
    expect(program).toContain('/healthz');
    expect(() => new Function(program ?? '')).not.toThrow();
  });

  it('copies only what .dockerignore lets through', () => {
    const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map((match) => match[1]);
    const copied = linesOf('COPY').flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied.toSorted()).toEqual(allowed.toSorted());
  });
});

describe('the CI workflow', () => {
  const workflow = z
    .object({
      jobs: z.object({
        ci: z.object({
          'timeout-minutes': z.number().max(20),
          services: z.object({ postgres: z.object({ image: z.literal('pgvector/pgvector:pg17') }) }),
          steps: z.array(
            z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).optional() }),
          ),
        }),
      }),
    })
    .parse(parse(read('.github/workflows/ci.yml')));

  it('runs what everybody runs, against a server with pgvector', () => {
    const runs = workflow.jobs.ci.steps.filter((step) => step.run !== undefined);
    expect(runs.map((step) => step.run)).toEqual(['.ci/run']);
    expect(runs[0]?.env?.DATABASE_URL).toMatch(/^postgres:\/\/postgres@postgres:5432\//);
  });
});
