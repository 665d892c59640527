import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { servePage } from '../../src/playground/serve-page.ts';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { galleryBlocks } from './gallery-blocks.ts';
import { chromiumMissing, openChromium } from './open-chromium.ts';
import { startLunchBot } from './start-lunch-bot.ts';

const title = `the playground page${chromiumMissing === undefined ? '' : ` – skipped: ${chromiumMissing}`}`;

describe.skipIf(chromiumMissing !== undefined)(title, { timeout: 30_000 }, () => {
  const pictures = mkdtempSync(join(tmpdir(), 'precedent-page-'));
  const done: string[] = [];
  let browser: Browser;
  let slack: SlackSim;
  let served: { url: string; stop(): Promise<void> };
  let bot: { stop(): Promise<void> };
  let maya: SimUser;
  let channel: SimChannel;
  let secret: SimChannel;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    slack = await startSlackSim({ teamName: 'Northwind' });
    maya = slack.addUser({ name: 'maya', realName: 'Maya Lindqvist' });
    const omar = slack.addUser({ name: 'omar', realName: 'Omar Haddad' });
    const members = [maya.id, omar.id, slack.botUserId];
    channel = slack.addChannel({ name: 'incidents', members, topic: 'One incident, one thread' });
    secret = slack.addChannel({ name: 'security', isPrivate: true, members: [omar.id] });
    slack.addChannel({ name: 'general', members });
    bot = await startLunchBot(slack);
    await slack.waitFor(() => slack.connections() > 0, 'the bot connected');
    served = await servePage({
      slack,
      port: 0,
      actions: {
        alerts: [{ name: 'redis', label: 'Redis: connections exhausted' }],
        async fireAlert(name) {
          done.push(`fired ${name}`);
          const fields = [{ title: 'service', value: 'checkout', short: true }];
          await slack.botSays({
            channel: channel.id,
            username: 'Alertmanager',
            attachments: [
              { color: 'danger', title: '[FIRING:1] RedisDown', text: 'maxclients reached', fields },
            ],
          });
        },
        async resolveAlert(name) {
          done.push(`resolved ${name}`);
        },
        async runDigest(id) {
          done.push(`digest ${id}`);
        },
      },
    });
    browser = await openChromium();
  }, 30_000);

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await bot?.stop();
    await slack?.stop();
  });

  beforeEach(async () => {
    faults = [];
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(8000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url)) faults.push(`asked for ${request.url()}`);
    });
    await page.goto(served.url);
    await page.getByRole('main', { name: 'Channel incidents' }).waitFor();
  });

  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const main = () => page.getByRole('main');
  const thread = () => page.getByRole('complementary', { name: 'Thread' });
  const row = (text: string) => page.getByRole('article').filter({ hasText: text });
  async function send(text: string, label = 'Message #incidents') {
    await page.getByLabel(label).fill(text);
    await page.getByLabel(label).press('Enter');
  }
  async function openThreadOf(text: string) {
    await send(text);
    await row(text)
      .getByRole('button', { name: /1 reply/ })
      .click();
    await thread().getByText('Soup').first().waitFor();
  }

  it('sends what is typed as the chosen person and shows the reply count of the answer', async () => {
    await page.getByLabel('posting as').selectOption('Omar Haddad');
    await send('*Checkout* is slow, lunch? @maya :fire:');
    const sent = row('is slow, lunch?');
    await sent.getByRole('button', { name: /1 reply/ }).waitFor();
    expect(await sent.getByText('Omar Haddad').count()).toBe(1);
    expect(await sent.locator('strong').first().innerText()).toBe('Checkout');
    expect(await sent.locator('.mention').innerText()).toBe('@maya');
    expect(await sent.locator('.body').innerText()).toContain('🔥');
    const kept = slack.history(channel.id).find((one) => one.text.includes('is slow'));
    expect(kept?.text).toBe(`*Checkout* is slow, lunch? <@${maya.id}> :fire:`);
  });

  it('completes a name after @ with the keyboard', async () => {
    await page.getByLabel('Message #incidents').pressSequentially('ask @om');
    await page.getByRole('option', { name: '@omar' }).waitFor();
    await picture('suggestions');
    await page.keyboard.press('Enter');
    await page.keyboard.type('about it');
    await page.keyboard.press('Enter');
    await row('ask @omar about it').locator('.mention').waitFor();
  });

  it('opens a thread with the blocks of the answer and posts replies into it', async () => {
    await openThreadOf('a thread with lunch?');
    expect(await thread().getByRole('heading', { name: 'Lunch 🍕 today' }).count()).toBe(1);
    expect(await thread().getByRole('table').innerText()).toContain('Votes');
    expect(await thread().getByRole('link', { name: 'the menu' }).getAttribute('href')).toBe(
      'https://example.com/menu',
    );
    await send('I restarted it\nand it went away', 'Reply…');
    await thread().getByText('and it went away').waitFor();
    await picture('thread');
    expect(await main().getByText('and it went away').count()).toBe(0);
  });

  it('adds a reaction through the picker and takes it off by its pill', async () => {
    await send('react to me');
    const message = row('react to me');
    await message.hover();
    await message.getByRole('button', { name: 'Find another reaction' }).click();
    await picture('picker');
    await page.getByRole('button', { name: ':white_check_mark:' }).click();
    const pill = message.getByRole('button', { name: /1 :white_check_mark:/ });
    await pill.waitFor();
    expect(slack.history(channel.id).at(-1)?.reactions).toMatchObject([{ name: 'white_check_mark' }]);
    await pill.click();
    await pill.waitFor({ state: 'detached' });
  });

  it('finds an emoji by its name', async () => {
    await send('search for me');
    await row('search for me').hover();
    await row('search for me').getByRole('button', { name: 'Find another reaction' }).click();
    await page.getByLabel('Search emoji').fill('pizza');
    await page.keyboard.press('Enter');
    await row('search for me')
      .getByRole('button', { name: /1 :pizza:/ })
      .waitFor();
  });

  it('presses a button, whose message is edited in place', async () => {
    await openThreadOf('press a button, lunch?');
    await thread().getByRole('button', { name: 'Skip' }).click();
    await thread().getByText('for today.').waitFor();
    expect(await thread().getByRole('button', { name: 'Book a table' }).count()).toBe(0);
  });

  it('fills a modal, shows what is wrong with it, and submits it when it is right', async () => {
    await openThreadOf('a modal, lunch?');
    await thread().getByRole('button', { name: 'Book a table' }).click();
    const modal = page.getByRole('dialog', { name: 'Book a table' });
    await modal.getByRole('button', { name: 'Book', exact: true }).click();
    expect(await modal.getByText('Please complete this required field.').count()).toBe(2);
    await modal.getByLabel('Name').fill('Maya');
    await modal.getByLabel('Seats').selectOption('8 seats');
    await modal.getByLabel('By the window').check();
    await modal.getByRole('button', { name: 'Book', exact: true }).click();
    await modal.getByText('Eight do not fit.').waitFor();
    await picture('modal');
    await modal.getByLabel('Seats').selectOption('4 seats');
    await modal.getByRole('button', { name: 'Book', exact: true }).click();
    await modal.waitFor({ state: 'detached' });
    await row('@maya booked 4 seats for Maya with window').waitFor();
  });

  it('keeps the focus inside a modal and closes it with Escape', async () => {
    await openThreadOf('escape, lunch?');
    await thread().getByRole('button', { name: 'Book a table' }).click();
    const modal = page.getByRole('dialog', { name: 'Book a table' });
    await modal.waitFor();
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      const isOutside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
      );
      expect(isOutside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await slack.waitFor(() => slack.modal(maya.id) === undefined, 'the modal closed');
  });

  it('shows the answer of a slash command to that person alone, until it is dismissed', async () => {
    await send('/lunch Friday');
    const answer = page
      .getByRole('article', { name: /only visible to you/ })
      .filter({ hasText: 'Menu for Friday' });
    await answer.waitFor();
    expect(await answer.getByText('Only visible to you').count()).toBe(1);
    await picture('command');
    await page.getByLabel('posting as').selectOption('Omar Haddad');
    await answer.waitFor({ state: 'detached' });
    await page.getByLabel('posting as').selectOption('Maya Lindqvist');
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    await answer.waitFor({ state: 'detached' });
  });

  it('says so when a slash command times out, and refuses one in a thread, in the words of Slack', async () => {
    await send('/slow');
    await page.getByText('/slow failed with the error "operation_timeout"').waitFor();
    await openThreadOf('commands in threads, lunch?');
    await send('/lunch now', 'Reply…');
    await thread().getByText('is not supported in threads. Sorry!').waitFor();
  });

  it('opens the Home of the app', async () => {
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await page.getByRole('heading', { name: 'Your lunches' }).waitFor();
    await picture('home');
  });

  it('takes a message shortcut, edits and deletes own messages from the menu', async () => {
    await send('first words');
    const menu = async (text: string, item: string) => {
      await row(text).first().hover();
      await row(text).first().getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('button', { name: item }).click();
    };
    await menu('first words', 'Find past fixes');
    await page.getByText('Past fixes for: first words').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await menu('first words', 'Edit message');
    await page.getByLabel('Edit message').fill('second words');
    await page.getByLabel('Edit message').press('Enter');
    await row('second words').getByText('(edited)').waitFor();
    await menu('second words', 'Delete message');
    await row('second words').waitFor({ state: 'detached' });
  });

  it('fires and resolves an alert and runs the digest from the guide', async () => {
    await page.getByRole('button', { name: 'Fire an alert' }).click();
    await row('[FIRING:1] RedisDown').first().waitFor();
    expect(await row('[FIRING:1] RedisDown').first().innerText()).toContain('Alertmanager');
    await picture('alert');
    await page.getByRole('button', { name: 'Resolve it' }).click();
    await page.getByRole('button', { name: 'Run the weekly digest' }).click();
    await expect.poll(() => done).toEqual(['fired redis', 'resolved redis', `digest ${channel.id}`]);
  });

  it('marks a channel with news as unread, and hides a private one from who is not a member', async () => {
    const general = slack.channels().find((one) => one.name === 'general')?.id ?? '';
    await slack.say({
      channel: general,
      user: slack.users().find((one) => one.name === 'omar')?.id ?? '',
      text: 'hi',
    });
    await page.getByRole('button', { name: /general unread messages/ }).waitFor();
    expect(await page.getByRole('button', { name: secret.name }).count()).toBe(0);
    await page.getByLabel('posting as').selectOption('Omar Haddad');
    await page.getByRole('button', { name: secret.name }).waitFor();
  });

  it('draws the blocks of an answer, a chart and a table of a digest', async () => {
    await slack.botSays({ channel: channel.id, username: 'Gallery', text: 'gallery', blocks: galleryBlocks });
    const drawn = row('Incidents per week');
    await drawn.getByRole('img', { name: /Bar chart: Incidents per week/ }).waitFor();
    expect(
      await drawn.getByText('checkout-api').evaluate((found) => getComputedStyle(found).fontWeight),
    ).toBe('400');
    await drawn.getByRole('button', { name: 'It worked' }).waitFor();
    await drawn.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('button', { name: 'Show the steps' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await drawn.getByText('which this page cannot draw').count()).toBe(1);
    await page.setViewportSize({ width: 1280, height: 1500 });
    await picture('gallery');
    await drawn.getByRole('button', { name: 'Retire' }).click();
    await page
      .getByRole('dialog', { name: 'Retire this fix?' })
      .getByRole('button', { name: 'Keep it' })
      .click();
  });

  it('draws hostile text as text', async () => {
    await send('<script>window.hit = 1</script> <!channel> <javascript:window.hit=2|click>');
    const typed = row('<script>window.hit = 1</script> <!channel> <javascript:window.hit=2|click>');
    await typed.waitFor();
    expect(await typed.locator('.mention, a').count()).toBe(0);
    const raw =
      '<javascript:window.hit=3|press me> <img src=x onerror="window.hit=4"> &lt;!here&gt; <b>bold</b>';
    await slack.botSays({
      channel: channel.id,
      username: 'Mallory',
      text: 'raw',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: raw } },
        { type: 'header', text: { type: 'plain_text', text: '<script>window.hit = 5</script>' } },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [{ type: 'link', url: 'javascript:window.hit=6', text: 'rich link' }],
            },
          ],
        },
      ],
    });
    const drawn = row('press me');
    await drawn.waitFor();
    expect(await drawn.locator('.mention, a, b, img, script').count()).toBe(0);
    expect(await drawn.innerText()).toContain('<!here>');
    await drawn.getByText('rich link').click();
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  });

  it('follows a permalink to the message inside the page', async () => {
    const general = slack.channels().find((one) => one.name === 'general')?.id ?? '';
    const posted = await slack.say({ channel: general, user: maya.id, text: 'the message that was meant' });
    await send(`see https://northwind.slack.com/archives/${general}/p${posted.ts.replace('.', '')}`);
    await row('see https://northwind').last().getByRole('link').click();
    await page.getByRole('main', { name: 'Channel general' }).waitFor();
    expect(await page.locator('.message.marked').innerText()).toContain('the message that was meant');
  });

  it('holds together in a window of 900 pixels', async () => {
    await page.setViewportSize({ width: 900, height: 700 });
    await openThreadOf('narrow, lunch?');
    await picture('narrow');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await thread().getByRole('button', { name: 'Close the thread' }).click();
    await thread().waitFor({ state: 'detached' });
  });
});
