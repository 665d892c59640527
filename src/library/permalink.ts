/** Slack's own form: https://team.slack.com/archives/C…/p1700000000000100?thread_ts=…&cid=C… */
export function permalinkOf(
  workspaceUrl: string,
  channelId: string,
  ts: string,
  threadTs: string | null = null,
): string {
  const link = `${workspaceUrl.replace(/\/*$/, '/')}archives/${channelId}/p${ts.replace('.', '')}`;
  return threadTs === null || threadTs === ts ? link : `${link}?thread_ts=${threadTs}&cid=${channelId}`;
}
