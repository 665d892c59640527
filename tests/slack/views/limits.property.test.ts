import fc from 'fast-check';
import { describe, it } from 'vitest';
import { answerSensitivities } from '../../../src/library/answer-sensitivity.ts';
import { answerHelp } from '../../../src/slack/commands/commands.ts';
import { answerBody } from '../../../src/slack/views/answer.ts';
import { channelModes } from '../../../src/slack/views/channel-mode.ts';
import { digestBody } from '../../../src/slack/views/digest.ts';
import { draftBody } from '../../../src/slack/views/draft.ts';
import { draftsBody } from '../../../src/slack/views/drafts.ts';
import { editModal } from '../../../src/slack/views/edit-modal.ts';
import { errorBody } from '../../../src/slack/views/error.ts';
import { findBody } from '../../../src/slack/views/find.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { recurrenceBody } from '../../../src/slack/views/recurrence.ts';
import { settingsModal } from '../../../src/slack/views/settings.ts';
import { trendsBody } from '../../../src/slack/views/trends.ts';
import { withoutCharts } from '../../../src/slack/views/week-chart.ts';
import { welcomeBody } from '../../../src/slack/views/welcome.ts';
import { expectFits, expectViewFits } from './expect-fits.ts';
import {
  hostileContent,
  hostileDigest,
  hostileDraft,
  hostileEffectiveness,
  hostilePrecedent,
  hostileText,
} from './hostile.ts';

const runs = { numRuns: 60 };
const precedents = fc.array(hostilePrecedent, { maxLength: 4 });
const mode = fc.constantFrom(...channelModes);

function holds<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, check), runs);
}

describe('whatever the library holds, Slack takes', () => {
  it('the answer', () => {
    const view = fc.record({ incidentId: fc.uuid(), wider: fc.boolean(), precedents });
    holds(view, (value) => expectFits(answerBody(value)));
  });

  it('the line about an alert that is back', () => {
    const view = fc.record({
      minutesSince: fc.double({ min: 0, max: 60, noNaN: true }),
      permalink: fc.option(fc.webUrl(), { nil: null }),
      fix: fc.option(
        fc.record({ from: fc.constantFrom('thread' as const, 'answer' as const), content: hostileContent }),
        { nil: null },
      ),
    });
    holds(view, (value) => expectFits(recurrenceBody(value)));
  });

  it('the draft in each of its states', () => {
    const other = { solutionId: fc.uuid(), title: hostileText };
    const view = fc.record({
      solutionId: fc.uuid(),
      state: fc.constantFrom(
        'waiting',
        'saved',
        'auto_saved',
        'discarded',
        'evidence_lost',
        'no_steps',
        'linked',
      ),
      decidedBy: fc.constantFrom(null, 'U012AB3CD', '<!here>'),
      content: hostileContent,
      proven: fc.boolean(),
      timeToResolutionMinutes: fc.option(fc.nat(), { nil: null }),
      similar: fc.option(fc.record({ ...other, score: fc.double({ min: 0, max: 1, noNaN: true }) }), {
        nil: null,
      }),
      linkedTo: fc.option(fc.record({ ...other, seen: fc.nat(), effectiveness: hostileEffectiveness }), {
        nil: null,
      }),
    });
    holds(view, (value) => expectFits(draftBody(value)));
  });

  it('the digest, with and without charts', () => {
    holds(hostileDigest, (digest) => {
      expectFits(digestBody(digest));
      expectFits(withoutCharts(digestBody(digest)));
    });
  });

  it('the trends of many channels', () => {
    holds(fc.array(hostileDigest, { maxLength: 12 }), (digests) => expectFits(trendsBody(digests)));
  });

  it('what a search found', () => {
    const view = fc.record({ query: hostileText, precedents, silent: fc.boolean() });
    holds(view, (value) => expectFits(findBody(value)));
  });

  it('the list of drafts', () => {
    holds(fc.array(hostileDraft, { maxLength: 40 }), (drafts) => expectFits(draftsBody(drafts)));
  });

  it('help, welcome and errors', () => {
    holds(fc.tuple(hostileText, hostileText, mode), ([one, other, watchMode]) => {
      expectFits(answerHelp({ unknown: one, nearest: other }));
      expectFits(welcomeBody({ mode: watchMode, channelName: one, quietHours: 24, offer: 'offered' }));
      expectFits(errorBody(one));
    });
  });

  it('an error that says nothing that can be seen', () => {
    for (const nothing of ['', ' ', '\u0007 \u0007', '\u202e\n\u202e']) expectFits(errorBody(nothing));
  });

  it('the edit form', () => {
    holds(hostileContent, (content) =>
      expectViewFits(editModal({ solutionId: 's1', version: 3, content }), 'modal'),
    );
  });

  it('the settings form', () => {
    const view = fc.record({
      channelId: fc.constant('C012AB3CD'),
      channelName: hostileText,
      mode,
      digest: fc.boolean(),
      quietHours: fc.integer({ min: 1, max: 720 }),
      answerSensitivity: fc.constantFrom(...answerSensitivities),
      autoSave: fc.boolean(),
    });
    holds(view, (value) => expectViewFits(settingsModal(value), 'modal'));
  });

  it('the App Home', () => {
    const view = fc.record({
      watched: fc.array(fc.record({ channelId: fc.constant('C012AB3CD'), name: hostileText, mode }), {
        maxLength: 60,
      }),
      library: fc.record({ active: fc.nat(), drafts: fc.nat(), incidents: fc.nat() }),
      drafts: fc.array(hostileDraft, { maxLength: 30 }),
      recent: fc.array(hostilePrecedent, { maxLength: 12 }),
      botUserId: fc.constantFrom(null, 'U0BOT'),
    });
    holds(view, (value) => expectViewFits(homeView(value), 'home'));
  });
});
