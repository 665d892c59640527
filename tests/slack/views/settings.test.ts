import { describe, expect, it } from 'vitest';
import { answerHelp } from '../../../src/slack/commands/commands.ts';
import { readSettings, type Settings, settingsModal } from '../../../src/slack/views/settings.ts';
import type { ViewValues } from '../../../src/slack/views/view-values.ts';
import { welcomeBody } from '../../../src/slack/views/welcome.ts';
import { wordsOf } from './expect-fits.ts';

type Choice = { value: string };
type Input = {
  type: string;
  block_id: string;
  element: { initial_option?: Choice; initial_options?: Choice[] };
};

/** What Slack sends back when nobody changes anything. */
function submit(settings: Settings): ViewValues {
  const modal = settingsModal({ channelId: 'C012AB3CD', channelName: 'incidents', ...settings });
  const inputs = (modal.blocks as Input[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => [
      block_id,
      {
        value: {
          selected_option: element.initial_option ?? null,
          selected_options: element.initial_options ?? [],
        },
      },
    ]),
  );
}

describe('the settings form', () => {
  it.each<Settings>([
    { mode: 'mixed', digest: true, quietHours: 24, answerSensitivity: 'normal', autoSave: false },
    { mode: 'alerts', digest: false, quietHours: 7, answerSensitivity: 'eager', autoSave: true },
  ])('reads back what it shows: %o', (settings) => {
    expect(readSettings(submit(settings))).toEqual({ settings });
  });

  it('names the channel that it is about', () => {
    const modal = settingsModal({
      channelId: 'C1',
      channelName: 'x',
      mode: 'mixed',
      digest: true,
      quietHours: 8,
      answerSensitivity: 'quiet',
      autoSave: false,
    });
    expect([modal.callback_id, modal.private_metadata]).toEqual(['edit_settings', '{"channelId":"C1"}']);
  });

  it('refuses what it did not offer', () => {
    const forged: ViewValues = {
      mode: { value: { selected_option: { value: 'everything' } } },
      quiet_hours: { value: { selected_option: { value: '-1' } } },
      answers: { value: { selected_option: { value: 'always' } } },
    };
    const result = readSettings(forged);
    expect('errors' in result && Object.keys(result.errors)).toEqual(['mode', 'quiet_hours', 'answers']);
  });
});

describe('help', () => {
  it('leads with the nearest right word after a wrong one', () => {
    expect(answerHelp({ unknown: 'wach', nearest: 'watch' }).text).toBe(
      'I do not know “wach”. Did you mean `/precedent watch`?',
    );
  });

  it('lists the commands, with the placeholder shown and not a tag', () => {
    expect(wordsOf(answerHelp({}))).toMatch(/`\/precedent &lt;symptoms&gt;`[\s\S]*settings/);
  });
});

describe('the first message after watch', () => {
  it('says what opens an incident, when it ends, and how to stop', () => {
    const words = wordsOf(
      welcomeBody({ mode: 'alerts', channelName: 'alerts', quietHours: 8, offer: 'declined' }),
    );
    expect(words).toContain('Every firing alert of a bot opens an incident');
    expect(words).toContain('8 hours without a word');
    expect(words).toContain('/precedent unwatch');
  });
});
