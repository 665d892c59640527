import type { Db } from '../store/connection/db.ts';
import { isDatabaseResponsive } from '../store/connection/is-database-responsive.ts';

/** What the pages show. `metrics` may be asked as often as anybody likes: see `serve-health.ts`. */
export type PageCtx = { db: Db; metrics: () => Promise<string> };

/** `text` ends with a line break. */
export type PageAnswer = { status: number; text: string; contentType?: string };

export type Page = {
  /** Answered before the bot has started, too. */
  always?: true;
  answer: (ctx: PageCtx) => Promise<PageAnswer>;
};

const noDatabase: PageAnswer = { status: 503, text: 'the database does not answer\n' };

/** Every page, by its path. Nothing in one is secret, so that the server may listen on every interface. */
export const pages: Readonly<Record<string, Page>> = {
  '/livez': { always: true, answer: async () => ({ status: 200, text: 'alive\n' }) },
  '/healthz': {
    answer: async ({ db }) => ((await isDatabaseResponsive(db)) ? { status: 200, text: 'ok\n' } : noDatabase),
  },
  '/metrics': {
    answer: async ({ metrics }) => ({
      status: 200,
      text: await metrics(),
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
    }),
  },
};

/** What a page answers; whatever fails behind it is the database's. */
export function answerPage(page: Page, ctx: PageCtx): Promise<PageAnswer> {
  return page.answer(ctx).catch(() => noDatabase);
}
