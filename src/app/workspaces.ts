import { PrecedentError } from '../errors.ts';
import type { JobCtx } from '../jobs/jobs.ts';
import type { SlackCtx } from '../slack/slack-ctx.ts';

/** All that the verbs and surfaces need of one workspace. */
export type BotCtx = JobCtx & SlackCtx;

/** The workspaces that this process serves. An event or a job names its workspace, and its Ctx comes from here. */
export type Workspaces = {
  install(ctx: BotCtx): void;
  /** Throws 'unavailable' for one that is not installed here: the queue tries again, and nothing is lost. */
  ctxOf(workspaceId: string): BotCtx;
};

export function createWorkspaces(): Workspaces {
  const installed = new Map<string, BotCtx>();
  return {
    install: (ctx) => void installed.set(ctx.workspaceId, ctx),
    ctxOf: (workspaceId) => {
      const ctx = installed.get(workspaceId);
      if (ctx !== undefined) return ctx;
      throw new PrecedentError('unavailable', 'this process does not serve the workspace of the job');
    },
  };
}
