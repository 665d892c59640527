import fc from 'fast-check';
import type { StepOccurrence } from '../../../src/library/contradictions.ts';
import type { WeeklyDigest } from '../../../src/library/digest.ts';
import { effectivenessOf } from '../../../src/library/effectiveness.ts';
import type { SolutionContent } from '../../../src/library/solution.ts';
import { type Evidence, type Step, stepOutcomes } from '../../../src/library/step.ts';
import type { PrecedentView } from '../../../src/match/describe-precedents.ts';
import type { WaitingDraft } from '../../../src/solutions/waiting-drafts.ts';
import type { Severity } from '../../../src/text/severity.ts';

const nasty = [
  '<!channel>',
  '<!here|here>',
  '<@U012AB3CD>',
  '<http://evil.example|bank.com>',
  '@everyone',
  '&lt;!channel&gt;',
  '```',
  '`',
  '*',
  '_~*`',
  '\u202Egnp.exe',
  '\u0000\u0007',
  'שלום عليكم',
  '👩‍👩‍👧‍👦',
  '🇨🇭',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '\n> quote\n',
  '\ud83d',
  '|',
  '&&&&&&&&&&&&&&&&&',
  ' ',
];

/** Library text at its worst: empty, hostile, in any script, and now and then far too long. */
export const hostileText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
      .map((parts) => parts.join(' ')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...nasty).map((part) => part.repeat(600)) },
  { weight: 1, arbitrary: fc.constant('') },
);

const textOrNull = fc.option(hostileText, { nil: null });
const permalink = fc.constantFrom(
  null,
  'https://acme.slack.com/archives/C1/p1',
  'javascript:alert(1)',
  'https://a|b>c',
);
const userId = fc.constantFrom(null, 'U012AB3CD', '<!channel>');

const step: fc.Arbitrary<Step> = fc.record({
  text: hostileText,
  command: textOrNull,
  outcome: fc.constantFrom(...stepOutcomes),
  by: userId,
  at: fc.constant('2026-03-03T02:00:00.000Z'),
  evidence: fc.constant<Evidence[]>([{ ts: '1772503200.000100', quote: 'ok' }]),
});

export const hostileContent: fc.Arbitrary<SolutionContent> = fc.record({
  title: hostileText,
  symptoms: hostileText,
  signatures: fc.constant<string[]>([]),
  context: fc.record({
    service: textOrNull,
    environment: textOrNull,
    severity: fc.constantFrom<Severity | null>(null, 'high'),
  }),
  rootCause: textOrNull,
  fix: fc.record({ immediate: textOrNull, permanent: textOrNull }),
  steps: fc.array(step, { maxLength: 25 }),
  tags: fc.constant<string[]>([]),
});

const count = fc.nat({ max: 50 });
export const hostileEffectiveness = fc
  .record({ worked: count, partial: count, failed: count })
  .map(effectivenessOf);

const occurrence: fc.Arbitrary<StepOccurrence> = fc.record({
  outcome: fc.constantFrom(...stepOutcomes),
  at: fc.date({ noInvalidDate: false }),
  service: textOrNull,
  environment: textOrNull,
});

export const hostilePrecedent: fc.Arbitrary<PrecedentView> = fc.record({
  solutionId: fc.uuid(),
  title: hostileText,
  confidence: fc.double({ min: -1, max: 2 }),
  why: fc.array(hostileText, { maxLength: 12 }),
  effectiveness: hostileEffectiveness,
  timeToResolutionMinutes: fc.option(fc.nat({ max: 100_000 }), { nil: null }),
  content: hostileContent,
  permalink,
  occurredAt: fc.date({ noInvalidDate: false }),
  rank: fc.integer({ min: 1, max: 3 }),
  seen: fc.nat(),
  lastOccurredAt: fc.date({ noInvalidDate: false }),
  contradictions: fc.array(fc.record({ step, here: occurrence, there: occurrence }), { maxLength: 5 }),
  isPastIncident: fc.boolean(),
  service: fc.record({ ours: textOrNull, theirs: textOrNull }),
});

export const hostileDraft: fc.Arbitrary<WaitingDraft> = fc.record({
  solutionId: fc.uuid(),
  title: hostileText,
  channelId: fc.constant('C012AB3CD'),
  threadTs: fc.constant('1772503200.000100'),
  permalink,
  ageDays: fc.nat({ max: 400 }),
  proven: fc.boolean(),
  hasFix: fc.boolean(),
});

export const hostileDigest: fc.Arbitrary<WeeklyDigest> = fc.record({
  channelId: fc.constantFrom('C012AB3CD', 'not an id', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'),
  channelName: hostileText,
  week: fc.constant('2026-W47'),
  from: fc.constant(new Date('2026-11-16T00:00:00Z')),
  to: fc.constant(new Date('2026-11-23T00:00:00Z')),
  opened: count,
  resolved: count,
  answered: count,
  openedBefore: fc.array(count, { maxLength: 30, size: 'max' }),
  minutesToResolve: fc.option(fc.nat(), { nil: null }),
  minutesToResolveBefore: fc.option(fc.nat(), { nil: null }),
  services: fc.array(
    fc.record({ service: hostileText, count, weeklyMeanBefore: fc.double({ min: 0, max: 9, noNaN: true }) }),
    { maxLength: 9 },
  ),
  recurring: fc.array(
    fc.record({
      title: hostileText,
      incidentIds: fc.array(fc.uuid()),
      count,
      countThisWeek: count,
      solutionId: fc.constant(null),
      permalink,
    }),
    { maxLength: 9 },
  ),
  worked: fc.array(
    fc.record({ solutionId: fc.uuid(), title: hostileText, effectiveness: hostileEffectiveness, permalink }),
    { maxLength: 9 },
  ),
  withoutFix: fc.array(
    fc.record({ title: hostileText, incidentIds: fc.array(fc.uuid()), count, permalink }),
    { maxLength: 9 },
  ),
  draftsWaiting: count,
});
