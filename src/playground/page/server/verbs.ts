import { z } from 'zod';
import type { SlackSim } from '../../slack-sim/slack-sim.ts';
import type { PlaygroundActions } from '../playground-actions.ts';

/** What a verb of the page acts on. */
export type Stage = { slack: SlackSim; actions: PlaygroundActions };

/** A request that the page can do nothing with; `status` is the HTTP status to answer. */
export type Refusal = { status: number; error: string };

/** A verb's outcome: what to answer, or why not. */
export type VerbOutcome = { ok: true; result: unknown } | { ok: false; refusal: Refusal };

const id = z.string().min(1).max(255);
const text = z.string().max(40_000);
const place = z.object({ channel: id, ts: id });
const reaction = place.extend({ user: id, name: z.string().regex(/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/) });

function verb<T>(shape: z.ZodType<T>, perform: (stage: Stage, input: T) => unknown) {
  return async (stage: Stage, body: unknown): Promise<unknown> => {
    const input = shape.parse(body);
    return perform(stage, input);
  };
}

function ownMessage(slack: SlackSim, of: { channel: string; ts: string; user: string }) {
  const message = slack.message(of.channel, of.ts);
  if (message?.user !== of.user) throw new Error('Only your own messages can be changed.');
}

const verbs: Record<string, (stage: Stage, body: unknown) => Promise<unknown>> = {
  say: verb(
    z.object({
      channel: id,
      user: id,
      text: text.min(1),
      threadTs: id.optional(),
      broadcast: z.boolean().optional(),
    }),
    ({ slack }, { channel, user, text, threadTs, broadcast }) =>
      slack.say({
        channel,
        user,
        text,
        ...(threadTs === undefined ? {} : { threadTs }),
        ...(broadcast === undefined ? {} : { broadcast }),
      }),
  ),
  react: verb(reaction, ({ slack }, input) => slack.react(input)),
  unreact: verb(reaction, ({ slack }, input) => slack.unreact(input)),
  command: verb(
    z.object({ channel: id, user: id, text: text.startsWith('/', 'must begin with a slash') }),
    ({ slack }, input) => slack.command(input),
  ),
  press: verb(
    z.object({
      user: id,
      actionId: id,
      channel: id.optional(),
      ts: id.optional(),
      viewId: id.optional(),
      value: z.string().max(2000).optional(),
    }),
    ({ slack }, { user, actionId, channel, ts, viewId, value }) =>
      slack.press({
        user,
        actionId,
        ...(channel === undefined ? {} : { channel }),
        ...(ts === undefined ? {} : { ts }),
        ...(viewId === undefined ? {} : { viewId }),
        ...(value === undefined ? {} : { value }),
      }),
  ),
  submitView: verb(
    z.object({ viewId: id, user: id, state: z.record(z.string(), z.record(z.string(), z.unknown())) }),
    ({ slack }, input) => slack.submitView(input),
  ),
  closeView: verb(z.object({ viewId: id, user: id }), ({ slack }, { viewId, user }) =>
    slack.closeView(viewId, user),
  ),
  shortcut: verb(place.extend({ callbackId: id, user: id }), ({ slack }, input) => slack.shortcut(input)),
  openHome: verb(z.object({ user: id }), ({ slack }, { user }) => slack.openHome(user)),
  join: verb(z.object({ channel: id, user: id }), ({ slack }, { channel, user }) =>
    slack.join(channel, user),
  ),
  edit: verb(place.extend({ user: id, text: text.min(1) }), ({ slack }, { channel, ts, user, text }) => {
    ownMessage(slack, { channel, ts, user });
    return slack.edit({ channel, ts, text });
  }),
  delete: verb(place.extend({ user: id }), ({ slack }, { channel, ts, user }) => {
    ownMessage(slack, { channel, ts, user });
    return slack.delete(channel, ts);
  }),
  fireAlert: verb(z.object({ name: id }), ({ actions }, { name }) => actions.fireAlert(name)),
  resolveAlert: verb(z.object({ name: id }), ({ actions }, { name }) => actions.resolveAlert(name)),
  runDigest: verb(z.object({ channel: id }), ({ actions }, { channel }) => actions.runDigest(channel)),
};

/** Runs one verb of the page by its name; bad input and a refusing simulator come back as a refusal, never thrown. */
export async function performVerb(stage: Stage, name: string, body: unknown): Promise<VerbOutcome> {
  const perform = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (perform === undefined) {
    const known = Object.keys(verbs).join(', ');
    return {
      ok: false,
      refusal: { status: 404, error: `No verb "${name.slice(0, 40)}"; there are ${known}.` },
    };
  }
  try {
    return { ok: true, result: (await perform(stage, body)) ?? null };
  } catch (cause) {
    if (cause instanceof z.ZodError) {
      const faults = cause.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
      return { ok: false, refusal: { status: 400, error: `${name}: ${faults.join('; ')}` } };
    }
    return {
      ok: false,
      refusal: { status: 409, error: cause instanceof Error ? cause.message : String(cause) },
    };
  }
}
