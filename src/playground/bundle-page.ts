import { fileURLToPath } from 'node:url';
import { PrecedentError } from '../errors.ts';

/** Bundles the page in memory, in less than a second. Throws a sentence for the person when esbuild is not installed. */
export async function bundlePage(): Promise<{ js: string; css: string }> {
  const { build } = await import('esbuild').catch((cause: unknown) => {
    throw new PrecedentError('unavailable', 'The playground needs the dev dependencies: run `npm ci`.', {
      cause,
    });
  });
  const entry = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: { js: entry('page/main.tsx'), css: entry('page/styles/page.css') },
    outdir: '/',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const output = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { js: output('.js'), css: output('.css') };
}
