import { describe, expect, it } from 'vitest';
import { draftBody } from '../../../src/slack/views/draft.ts';
import { draftsBody } from '../../../src/slack/views/drafts.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import type { DraftView } from '../../../src/solutions/upsert-draft-message.ts';
import { buttonsOf, mrkdwnOf, wordsOf } from './expect-fits.ts';
import { redisContent } from './redis-case.ts';

const draft = (more: Partial<DraftView> = {}) =>
  draftBody({
    solutionId: 'sol-1',
    state: 'waiting',
    decidedBy: null,
    content: redisContent,
    proven: true,
    timeToResolutionMinutes: 25,
    ...more,
  });
const actionsOf = (value: unknown) => buttonsOf(value).map((button) => button.actionId);

describe('the draft', () => {
  it('shows every step in order with its outcome and who did it', () => {
    expect(wordsOf(draft())).toContain(
      [
        ':mag_right: looked at the clients `redis-cli info clients` – <@U012AB3CD>',
        ':heavy_minus_sign: scaled checkout to 20 – <@U012AB3CD>',
        ':no_entry: restarted Redis – <@U0OTHER01>',
        ':white_check_mark: raised the pool with `kubectl set env deploy/checkout REDIS_POOL=200` – <@U012AB3CD>',
      ].join('\n'),
    );
  });

  it('waits with Save, Edit and Discard, of which Discard asks first', () => {
    const message = draft();
    expect(buttonsOf(message.blocks)).toEqual([
      { actionId: 'save_draft', value: 'sol-1' },
      { actionId: 'edit_draft', value: 'sol-1' },
      { actionId: 'discard_draft', value: 'sol-1' },
    ]);
    expect(JSON.stringify(message.blocks)).toContain('"confirm":{"title"');
  });

  it('says in one line what it left out', () => {
    const leftOut = { messages: ['1.0', '2.0', '3.0', '4.0'], words: 'mailer <!here> is stuck' };
    const line = 'Left out: 4 messages about another problem (mailer &lt;!here&gt; is stuck)';
    for (const state of ['waiting', 'no_steps', 'auto_saved'] as const) {
      expect(wordsOf(draft({ state, content: { ...redisContent, leftOut } }))).toContain(line);
    }
    const one = { messages: ['1.0'], words: 'the wiki is down' };
    expect(wordsOf(draft({ content: { ...redisContent, leftOut: one } }))).toContain(
      'Left out: 1 message about',
    );
    expect(wordsOf(draft())).not.toContain('Left out');
  });

  it('says when nobody confirmed the fix', () => {
    expect(wordsOf(draft({ proven: false }))).toContain('Nobody said in the thread that it held');
    expect(wordsOf(draft())).not.toContain('Nobody said');
  });

  it('keeps only Edit once it is saved, and says who saved it', () => {
    const message = draft({ state: 'saved', decidedBy: 'U0SAVER01' });
    expect(wordsOf(message)).toContain('Saved by <@U0SAVER01> · the next incident like this gets it');
    expect(actionsOf(message.blocks)).toEqual(['edit_draft']);
  });

  it('says that nobody was asked, and keeps Edit and Discard to undo it', () => {
    const message = draft({ state: 'auto_saved' });
    expect(wordsOf(message)).toMatch(
      /Saved without asking, as `\/precedent settings`.*\*Discard\* takes it back/,
    );
    expect(wordsOf(message)).toContain('Raise the pool to 200');
    expect(actionsOf(message.blocks)).toEqual(['edit_draft', 'discard_draft']);
  });

  it('is one line without buttons once it is discarded', () => {
    const message = draft({ state: 'discarded', decidedBy: 'U0SAVER01' });
    expect(message.blocks).toHaveLength(1);
    expect(actionsOf(message.blocks)).toEqual([]);
  });

  it('asks for the fix instead of inventing one when there was no step', () => {
    const message = draft({ state: 'no_steps' });
    expect(wordsOf(message)).toContain('I saw no step that fixed it');
    expect(JSON.stringify(message.blocks)).toContain('Write the fix');
    expect(actionsOf(message.blocks)).toEqual(['edit_draft', 'discard_draft']);
  });

  it('says how many steps it does not show', () => {
    const steps = Array.from({ length: 15 }, () => redisContent.steps)
      .flat()
      .slice(0, 15);
    expect(wordsOf(draft({ content: { ...redisContent, steps } }))).toContain('…and 3 more, shown by Edit');
  });
});

const waiting = {
  solutionId: 'sol-1',
  title: 'Redis pool',
  channelId: 'C012AB3CD',
  threadTs: '1772503200.000100',
  permalink: null,
  ageDays: 2,
  proven: false,
  hasFix: true,
};

describe('the list of drafts', () => {
  it('shows ten with their buttons and counts the rest', () => {
    const message = draftsBody(Array.from({ length: 14 }, () => waiting));
    expect(actionsOf(message.blocks)).toHaveLength(30);
    expect(wordsOf(message)).toContain('14 drafts wait to be saved');
    expect(wordsOf(message)).toContain('…and 4 more');
  });

  it('is one line when none waits', () => {
    expect(draftsBody([]).blocks).toHaveLength(1);
  });
});

describe('the App Home', () => {
  const empty = { active: 0, drafts: 0, incidents: 0 };

  it('says how to start where nothing is watched', () => {
    const view = homeView({ watched: [], library: empty, drafts: [], recent: [], botUserId: 'U0BOT' });
    expect(mrkdwnOf(view).join('\n')).toContain('1. Invite <@U0BOT> to a channel');
  });

  it('shows waiting drafts before the channels, without the first steps', () => {
    const view = homeView({
      watched: [{ channelId: 'C012AB3CD', name: 'incidents', mode: 'mixed' }],
      library: { active: 3, drafts: 1, incidents: 4 },
      drafts: [waiting],
      recent: [],
      botUserId: null,
    });
    const words = mrkdwnOf(view).join('\n');
    expect(words.indexOf('Redis pool')).toBeLessThan(words.indexOf('<#C012AB3CD> – mixed'));
    expect(words).not.toContain('1. Invite');
    expect(actionsOf(view)).toEqual(['save_draft', 'edit_draft', 'discard_draft']);
  });
});
