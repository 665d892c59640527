import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port that nothing listens on, for a server that must know its own before it listens. Below those that systems
 * give out by themselves, and another for each process: nobody takes it in between.
 */
export async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port += 1) {
    const server = createServer().listen(port);
    const refused = await once(server, 'listening').then(
      () => null,
      (error: unknown) => error,
    );
    if (refused === null) {
      server.close();
      await once(server, 'close');
      return port;
    }
    if (!(refused instanceof Error && 'code' in refused && refused.code === 'EADDRINUSE')) throw refused;
  }
}
