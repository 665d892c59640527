import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrecedentError } from '../../errors.ts';

/**
 * What this process holds. Its own number in a file that it does not hold counts as gone: a restarted
 * container often has the pid of the one that was killed.
 */
const ownLocks = new Set<string>();

/**
 * Takes the embedded database's folder for this process and returns what gives it back. The lock of a
 * process that is gone (kill -9) is taken over. Throws PrecedentError('database') while another process lives.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'precedent.lock');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      ownLocks.add(file);
      return () => {
        ownLocks.delete(file);
        rmSync(file, { force: true });
      };
    } catch (cause) {
      if (!isCode(cause, 'EEXIST')) {
        throw new PrecedentError(
          'database',
          `The folder ${folder} cannot be written to. Set PRECEDENT_DATA to a folder of your own, or DATABASE_URL to a server.`,
          { cause },
        );
      }
      const owner = readOwner(file);
      if (isLocked(file, owner)) {
        throw new PrecedentError(
          'database',
          `The embedded database in ${folder} is in use by process ${owner}. Stop that one first, choose another PRECEDENT_DATA, or set DATABASE_URL to share a server.`,
        );
      }
      removeStaleLock(file);
    }
  }
}

/**
 * Removes a lock that nobody holds. Of several processes that find it so at once, one looks again and removes
 * it; without the guard a slow one would remove the lock that a quick one has taken by then.
 */
function removeStaleLock(file: string): void {
  const guard = `${file}.guard`;
  try {
    writeFileSync(guard, '', { flag: 'wx' });
  } catch {
    pause();
    // Held for less than a millisecond, unless its process was killed right there.
    if (ageMs(guard) > 5_000) rmSync(guard, { force: true });
    return;
  }
  try {
    const owner = readOwner(file);
    // Between its making and its writing a lock is empty.
    if (owner === null && ageMs(file) < 500) pause();
    else if (!isLocked(file, owner)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function isLocked(file: string, owner: number | null): owner is number {
  return owner !== null && (owner === process.pid ? ownLocks.has(file) : isAlive(owner));
}

function ageMs(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}

function readOwner(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
