import fc from 'fast-check';

/**
 * Properties draw the same cases in every run, so that whether a commit passes depends on the commit alone.
 * `PROPERTY_SEED=random npm test` looks for cases nobody has met; a number there runs those of a report again.
 */
const asked = process.env.PROPERTY_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 2026 : Number(asked) });
