import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/embed/embedder.ts';
import type { SimView } from '../../src/playground/slack-sim/slack-sim.ts';
import type { Gateway } from '../../src/slack/gateway/gateway.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { discuss, hasButton, resolveAndDraft, solutionOf, solveAndSave } from './solve-in-thread.ts';

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });
/** Slack gives up after three seconds; what comes well before leaves room for a network. */
const inTimeMs = 2_300;
/** Whoever waited for it would be too late. */
const slowMs = 2_600;

describe.each(['socket', 'http'] as const)(
  'while everything behind the bot is slow, over %s',
  (transport) => {
    let workspace: TestWorkspace;
    /** The gateway and the embedder as they are without delay. */
    let quick: { gateway: Gateway; embedder: Embedder };
    beforeAll(async () => {
      workspace = await startTestWorkspace({ transport });
      const { gateway, embedder } = workspace.bot.ctx;
      quick = { gateway, embedder };
    }, 30_000);
    afterAll(() => workspace.stop());
    afterEach(() => {
      Object.assign(workspace.bot.ctx, quick);
    });

    function slowEmbedder(): void {
      const { embedder } = quick;
      workspace.bot.ctx.embedder = {
        ...embedder,
        embed: async (texts, kind) => {
          await setTimeout(slowMs);
          return embedder.embed(texts, kind);
        },
      };
    }

    /** Slack says slowly who somebody is; it opens and updates modals as ever. */
    function slowDirectory(ms: number = slowMs): void {
      const { gateway } = quick;
      workspace.bot.ctx.gateway = {
        ...gateway,
        personInfo: async (userId) => {
          await setTimeout(ms);
          return gateway.personInfo(userId);
        },
      };
    }

    async function draftOf(root: string) {
      const { ts } = await discuss(workspace, root, ['rolled back to v41', 'that fixed it']);
      const draft = await resolveAndDraft(workspace, ts);
      await workspace.settled();
      return { ts, draft };
    }

    async function openForm(ts: string, user: string): Promise<SimView> {
      const { slack, channel } = workspace;
      await slack.press({ channel: channel.id, ts, user, actionId: 'edit_draft' });
      return slack.waitFor(() => slack.modal(user), 'the form', 10_000);
    }

    const wordsOf = (user: string) => JSON.stringify(workspace.slack.modal(user)?.view.blocks);

    it('a form is acknowledged in time, says that it saves, and then that it is done', async () => {
      const { slack, ana, settled } = workspace;
      const { ts, draft } = await draftOf('checkout returns 502 in prod');
      const form = await openForm(draft.ts, ana.id);
      slowDirectory();
      const state = { title: typed('Gateway 502 after v42') };
      const sent = await slack.submitView({ viewId: form.id, user: ana.id, state });
      expect(sent.acked).toBe(true);
      expect(sent.tookMs).toBeLessThan(inTimeMs);
      expect(wordsOf(ana.id)).toContain('Saving…');
      await slack.waitFor(() => wordsOf(ana.id).includes('Done.'), 'the end of it', 10_000);
      expect((await solutionOf(workspace, ts))?.content.title).toBe('Gateway 502 after v42');
      await slack.closeView(form.id, ana.id);
      await settled();
    }, 20_000);

    it('a slow embedder holds no form up: embedding is a job', async () => {
      const { slack, ana, settled } = workspace;
      const { ts, draft } = await draftOf('exports are empty');
      const form = await openForm(draft.ts, ana.id);
      slowEmbedder();
      const state = { title: typed('Exports are empty since v43') };
      const sent = await slack.submitView({ viewId: form.id, user: ana.id, state });
      expect(sent.tookMs).toBeLessThan(1_000);
      expect(slack.modal(ana.id)).toBeUndefined();
      expect((await solutionOf(workspace, ts))?.content.title).toBe('Exports are empty since v43');
      await settled();
    }, 20_000);

    it('a form with an error in it says so at once, at its field', async () => {
      const { slack, ana } = workspace;
      const { draft } = await draftOf('uploads fail with 413');
      const form = await openForm(draft.ts, ana.id);
      slowEmbedder();
      slowDirectory();
      const state = { title: typed(' '), steps: typed('worked:') };
      const sent = await slack.submitView({ viewId: form.id, user: ana.id, state });
      expect(sent).toMatchObject({ acked: true, response: { response_action: 'errors' } });
      expect(sent.tookMs).toBeLessThan(1_000);
      expect(Object.keys(slack.modal(ana.id)?.errors ?? {})).toEqual(['title', 'steps']);
      await slack.closeView(form.id, ana.id);
    }, 20_000);

    it('a form that is refused late shows why, and all that was written into it', async () => {
      const { slack, ana, joon, settled } = workspace;
      const { ts, draft } = await draftOf('queue backlog grows');
      const form = await openForm(draft.ts, ana.id);
      const theirs = await openForm(draft.ts, joon.id);
      await slack.submitView({ viewId: theirs.id, user: joon.id, state: { title: typed('By Joon') } });
      slowDirectory();
      const steps = 'worked: added two workers\nno effect: <!channel> shouted';
      const state = { title: typed('By Ana'), steps: typed(steps) };
      const sent = await slack.submitView({ viewId: form.id, user: ana.id, state });
      expect(sent.acked).toBe(true);
      expect(sent.tookMs).toBeLessThan(inTimeMs);
      await slack.waitFor(() => wordsOf(ana.id).includes('Somebody else changed this'), 'why not', 10_000);
      const blocks = slack.modal(ana.id)?.view.blocks as { text?: { type: string; text: string } }[];
      const plain = blocks.flatMap(({ text }) => (text?.type === 'plain_text' ? [text.text] : []));
      expect(plain).toContain('By Ana');
      expect(plain).toContain(steps);
      expect((await solutionOf(workspace, ts))?.content.title).toBe('By Joon');
      await slack.closeView(form.id, ana.id);
      await settled();
    }, 20_000);

    it('what was written into a form that is refused after it was closed comes as a direct message', async () => {
      const { slack, ana, joon, settled } = workspace;
      const { draft } = await draftOf('cron mails twice');
      const form = await openForm(draft.ts, ana.id);
      const theirs = await openForm(draft.ts, joon.id);
      await slack.submitView({ viewId: theirs.id, user: joon.id, state: { title: typed('By Joon') } });
      slowDirectory();
      const state = { root_cause: typed('a second cron on mail-2') };
      await slack.submitView({ viewId: form.id, user: ana.id, state });
      await slack.closeView(form.id, ana.id);
      const direct = () => slack.channels().find((each) => each.isIm && each.members.includes(ana.id));
      const message = await slack.waitFor(() => slack.history(direct()?.id ?? '')[0], 'the message', 10_000);
      expect(JSON.stringify(message)).toMatch(/Somebody else changed this.*a second cron on mail-2/);
      await settled();
    }, 20_000);

    it('a button opens its modal while it is still good for one, and fills it when there is something', async () => {
      const { slack, channel, ana } = workspace;
      const { draft } = await draftOf('search returns 503 in prod');
      slowDirectory();
      const pressedAt = performance.now();
      const press = { channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'edit_draft' };
      expect(await slack.press(press)).toMatchObject({ acked: true });
      const opened = await slack.waitFor(() => slack.modal(ana.id), 'a modal', 10_000);
      expect(performance.now() - pressedAt).toBeLessThan(inTimeMs);
      expect(wordsOf(ana.id)).toContain('Loading…');
      await slack.waitFor(
        () => slack.modal(ana.id)?.view.callback_id === 'edit_solution',
        'the form',
        10_000,
      );
      expect(slack.modal(ana.id)?.id).toBe(opened.id);
      Object.assign(workspace.bot.ctx, quick);
      await slack.submitView({ viewId: opened.id, user: ana.id, state: { title: typed('Search of Ana') } });
      expect(slack.modal(ana.id)).toBeUndefined();
    }, 20_000);

    it('a button whose draft is gone says so in the modal that it opened', async () => {
      const { slack, channel, ana, joon, settled } = workspace;
      const { draft } = await draftOf('status page is blank');
      const before = slack.message(channel.id, draft.ts)?.blocks;
      await slack.press({ channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'discard_draft' });
      await settled();
      const discarded = slack.message(channel.id, draft.ts);
      expect(hasButton(discarded, 'edit_draft')).toBe(false);
      // As it still stands in a client that has not heard of it.
      if (discarded !== undefined && before !== undefined) discarded.blocks = before;
      slowDirectory();
      await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'edit_draft' });
      await slack.waitFor(() => wordsOf(ana.id)?.includes('no longer there'), 'why not', 10_000);
      const id = slack.modal(ana.id)?.id ?? '';
      await slack.closeView(id, ana.id);
    }, 20_000);

    it.runIf(transport === 'socket')(
      'what the App Home has to say too late for a modal comes as a direct message',
      async () => {
        const { slack, channel, ana, joon, settled } = workspace;
        const { ts, draft } = await draftOf('gazelle exports time out');
        await slack.openHome(joon.id);
        await settled();
        const value = (await solutionOf(workspace, ts))?.id ?? '';
        const viewId = slack.home(joon.id)?.id ?? '';
        await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'save_draft' });
        await settled();
        slowDirectory(3_200);
        await slack.press({ user: joon.id, viewId, actionId: 'save_draft', value });
        const direct = () => slack.channels().find((each) => each.isIm && each.members.includes(joon.id));
        const message = await slack.waitFor(
          () => slack.history(direct()?.id ?? '')[0],
          'the message',
          10_000,
        );
        expect(message.text).toMatch(/already saved by/);
        await settled();
      },
      20_000,
    );

    it('a merge is acknowledged in time, too', async () => {
      const { slack, channel, ana, settled } = workspace;
      const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
      const restart = ['ran `systemctl restart walrus-exporter`', 'that fixed it'];
      await solveAndSave(workspace, root, restart);
      const drain = ['ran `walrusctl drain --all`', 'that helped a bit', ...restart];
      const { ts } = await discuss(workspace, root, drain);
      const draft = await resolveAndDraft(workspace, ts);
      await settled();
      await slack.press({ channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'merge_with' });
      const form = await slack.waitFor(() => slack.modal(ana.id), 'both fixes', 10_000);
      slowDirectory();
      const sent = await slack.submitView({ viewId: form.id, user: ana.id, state: {} });
      expect(sent.acked).toBe(true);
      expect(sent.tookMs).toBeLessThan(inTimeMs);
      await slack.waitFor(() => wordsOf(ana.id).includes('Done.'), 'the end of it', 10_000);
      expect((await solutionOf(workspace, ts))?.mergedInto).not.toBeNull();
    }, 20_000);
  },
);
