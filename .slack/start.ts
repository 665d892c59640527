import { spawn } from 'node:child_process';

// `slack run` hands its tokens over under names of its own; tokens that are set already win, empty ones do not.
const { SLACK_CLI_XAPP, SLACK_CLI_XOXB, ...env } = process.env;
const bot = spawn('npm', ['start'], {
  stdio: 'inherit',
  env: {
    ...env,
    SLACK_APP_TOKEN: env.SLACK_APP_TOKEN || SLACK_CLI_XAPP,
    SLACK_BOT_TOKEN: env.SLACK_BOT_TOKEN || SLACK_CLI_XOXB,
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => bot.kill(signal));
bot.on('error', () => {
  process.stderr.write('npm could not be started: it is not on the PATH.\n');
  process.exitCode = 1;
});
bot.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
