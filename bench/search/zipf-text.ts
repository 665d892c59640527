import type { SolutionContent } from '../../src/library/solution.ts';
import { extractSignatures } from '../../src/text/signatures.ts';

const syllables =
  'ba de ki lo mu ra se ti vo zu na pe ri so tu ga le mi no pa re si to va ze do fu ha ja ko'.split(' ');
const errors = [
  'connection pool exhausted',
  'SQLSTATE 53300 too many clients already',
  'OOMKilled, exit code 137',
  'x509: certificate has expired',
  'no space left on device',
  'HTTP 502 Bad Gateway',
  'deadlock detected',
  'ImagePullBackOff',
  'i/o timeout',
  'permission denied',
];
const environments = ['production', 'production', 'production', 'staging', null];
const vocabulary = 60_000;
const services = 400;

/** Word number `rank` of a made-up language: the commoner, the shorter. */
function wordOf(rank: number): string {
  let word = '';
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length];
  }
  return word;
}

/** A rank by Zipf's law, as words of a real text have it (exponent 1, by inversion). */
function rankOf(random: () => number): number {
  return Math.floor(vocabulary ** random()) - 1;
}

/** A solution of about 60 terms: a service, an error, an identifier, and words as rare as those of real reports. */
export function syntheticSolution(random: () => number): SolutionContent {
  const words = (count: number) => Array.from({ length: count }, () => wordOf(rankOf(random)));
  const service = `${wordOf(Math.floor(random() * services))}-api`;
  const error = errors[Math.floor(random() * errors.length)] ?? '';
  const identifier = words(2)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const title = `${service}: ${words(4).join(' ')} ${identifier}`;
  const symptoms = `${words(14).join(' ')}. ${error} in ${identifier}. ${words(14).join(' ')}.`;
  return {
    title,
    symptoms,
    signatures: extractSignatures(symptoms),
    context: {
      service,
      environment: environments[Math.floor(random() * environments.length)] ?? null,
      severity: null,
    },
    rootCause: words(6).join(' '),
    fix: { immediate: words(8).join(' '), permanent: null },
    steps: [],
    tags: [],
  };
}

/** What somebody would write who meets the same trouble again: some of its words, in part others. */
export function paraphrase(content: SolutionContent, random: () => number): SolutionContent {
  const rephrase = (text: string) =>
    text
      .split(' ')
      .flatMap((word) => (random() < 0.4 ? [] : random() < 0.15 ? [wordOf(rankOf(random))] : [word]))
      .join(' ');
  return { ...content, title: rephrase(content.title), symptoms: rephrase(content.symptoms) };
}
