import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { chromiumMissing, openChromium } from './open-chromium.ts';

const title = `the playground${chromiumMissing === undefined ? '' : ` – skipped: ${chromiumMissing}`}`;

/** `PRECEDENT_SCREENSHOTS=docs npx vitest run --project embedded tests/browser/playground.test.ts` makes those of the documentation. */
const pictures = process.env.PRECEDENT_SCREENSHOTS;

describe.skipIf(chromiumMissing !== undefined)(title, { timeout: 60_000 }, () => {
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    playground = await startPlayground(readConfig({}), { log: createLog('silent'), port: 0 });
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') faults.push(line.text());
    });
    await page.goto(playground.url);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
  });

  const thread = () => page.getByRole('complementary', { name: 'Thread' });
  const channel = () => page.getByRole('main', { name: /Channel incidents/ });

  async function write(place: Locator, text: string): Promise<void> {
    await place.getByRole('textbox').last().fill(text);
    await place.getByRole('textbox').last().press('Enter');
  }

  /** Pictures are for people: a test that compared them would be no test. */
  async function shoot(name: string, height = 860): Promise<void> {
    if (pictures === undefined) return;
    await page.setViewportSize({ width: 1280, height });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.setViewportSize({ width: 1280, height: 860 });
  }

  it('lets a person play the whole loop: answer, fix, draft, save, verdict, digest', async () => {
    await page.getByRole('navigation', { name: 'Workspace' }).getByText('incidents', { exact: true }).click();

    // Something breaks that broke before, and the answer is in its thread.
    await write(
      channel(),
      'checkout errors in prod again, JedisConnectionException: Could not get a resource from the pool',
    );
    await channel().getByText('1 reply').last().click();
    await thread().getByText('Fix:', { exact: false }).first().waitFor();
    await thread().getByText('Do not:', { exact: false }).first().waitFor();
    await shoot('playground');

    // A verdict by the native button moves the count in the same message.
    const worked = thread()
      .getByText(/worked \d+ of \d+/)
      .first();
    const before = await worked.textContent();
    await thread().getByRole('button', { name: 'This fix worked' }).click();
    await expect.poll(() => worked.textContent(), { timeout: 10_000 }).not.toBe(before);
    await shoot('answer', 1_250);

    // Something new breaks; people fix it; the ✅ brings the draft; Save keeps it.
    await write(
      channel(),
      'billing-export fails in prod: ERROR: canceling statement due to statement timeout (SQLSTATE 57014)',
    );
    const message = channel().getByRole('article').filter({ hasText: 'billing-export fails' });
    await message.hover();
    await message.getByRole('button', { name: 'Reply in thread' }).click();
    await write(thread(), 'restarting the exporter');
    await write(thread(), 'no change, same timeout');
    await write(thread(), 'added the missing index: `create index concurrently on invoices (account_id)`');
    await write(thread(), 'that fixed it, export went through');
    await message.hover();
    await message.getByRole('button', { name: 'React with ✅' }).click();
    await thread().getByRole('button', { name: 'Save', exact: true }).waitFor({ timeout: 15_000 });
    await shoot('draft', 1_000);
    await thread().getByRole('button', { name: 'Save', exact: true }).click();
    await thread()
      .getByText(/Saved by/)
      .waitFor({ timeout: 15_000 });

    // It breaks again, and the fix that was saved a moment ago answers.
    await write(channel(), 'billing-export failing in prod again, statement timeout SQLSTATE 57014');
    const again = channel().getByRole('article').filter({ hasText: 'billing-export failing' });
    await again.getByText('1 reply').click({ timeout: 15_000 });
    await thread()
      .getByText(/create index concurrently/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Run the weekly digest' }).click();
    await channel().getByText('Keeps coming back').waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await page.getByRole('button', { name: 'Hide the guide' }).last().click();
    const digest = channel().getByRole('article').filter({ hasText: 'Keeps coming back' });
    await digest.scrollIntoViewIfNeeded();
    await shoot('digest', 1_100);
    expect(faults).toEqual([]);
  });

  it('answers a fired alert in #alerts, and resolves it', async () => {
    await page.getByRole('navigation', { name: 'Workspace' }).getByText('alerts', { exact: true }).click();
    const alerts = page.getByRole('main', { name: /Channel alerts/ });
    if (await page.getByRole('button', { name: 'How to play' }).isVisible()) {
      await page.getByRole('button', { name: 'How to play' }).click();
    }
    await page.getByRole('button', { name: 'Fire an alert' }).click();
    await alerts.getByText('1 reply').last().click({ timeout: 15_000 });
    await thread().getByText('Fix:', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Resolve it' }).click();
    await alerts
      .getByText(/RESOLVED/)
      .last()
      .waitFor({ timeout: 15_000 });
    expect(faults).toEqual([]);
  });

  it('tells a person what to do instead, of a wrong word and of a command in a thread', async () => {
    await page.getByRole('navigation', { name: 'Workspace' }).getByText('incidents', { exact: true }).click();
    await write(channel(), '/precedent wach');
    await channel()
      .getByText(/\/precedent watch/)
      .last()
      .waitFor({ timeout: 15_000 });
    await write(channel(), '/precedent help');
    await channel()
      .getByText(/Only visible to you/)
      .last()
      .waitFor();
    await shoot('help');
    expect(faults).toEqual([]);
  });
});
