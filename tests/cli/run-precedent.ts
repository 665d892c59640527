import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = { code: number | null; stdout: string; stderr: string };

export type Precedent = {
  /** A folder of the test's own; the database is in it. */
  folder: string;
  run(args: string[], more?: { env?: Record<string, string>; input?: string | Uint8Array }): Promise<Ran>;
  start(args: string[], env?: Record<string, string>): ChildProcess;
  remove(): Promise<void>;
};

/** The real program in a process of its own, with an embedded database of its own and no setting of ours. */
export async function newPrecedent(): Promise<Precedent> {
  const precedent = await inNewFolder();
  migrated ??= migrateOnce();
  await cp(await migrated, join(precedent.folder, 'data'), { recursive: true });
  return precedent;
}

/** Made once for a test file and copied: making one takes longer than most tests. */
let migrated: Promise<string> | undefined;

async function migrateOnce(): Promise<string> {
  const precedent = await inNewFolder();
  await precedent.run(['migrate']);
  process.once('exit', () => rmSync(precedent.folder, { recursive: true, force: true }));
  return join(precedent.folder, 'data');
}

async function inNewFolder(): Promise<Precedent> {
  const folder = await mkdtemp(join(tmpdir(), 'precedent-cli-'));
  const env = (more: Record<string, string> = {}) => ({
    PATH: process.env.PATH ?? '',
    HOME: folder,
    PRECEDENT_DATA: join(folder, 'data'),
    ...more,
  });
  // In its own folder: what the developer's .env says must change no test.
  const command = (args: string[]) => [join(root, 'src/main.ts'), ...args];
  return {
    folder,
    run: (args, more) =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          command(args),
          { cwd: folder, env: env(more?.env), maxBuffer: 64 * 1024 ** 2 },
          (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
        );
        child.stdin?.end(more?.input ?? '');
      }),
    start: (args, more) =>
      spawn(process.execPath, command(args), { cwd: folder, env: env(more), stdio: 'ignore' }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Writes files below a folder: path → text, or what is to be JSON. */
export function writeFiles(folder: string, files: Record<string, unknown>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
}
