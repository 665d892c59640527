import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

// The Slack CLI wants JSON on standard output, and nothing else there.
const manifest: unknown = parse(readFileSync(new URL('../slack-manifest.yml', import.meta.url), 'utf8'));
process.stdout.write(`${JSON.stringify(manifest)}\n`);
