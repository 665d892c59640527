/** Labels that say what an alert is about; a measurement, a time or an assignee is none of them. */
const identityLabels = new Set(
  'alertname,alert name,service,service name,app,application,job,job name,component,instance,host,hostname,machine,server,node,pod,deployment,statefulset,daemonset,namespace,kube namespace,cluster,container,environment,env,stage,region,device,mountpoint,queue,topic,consumer group,partition,database,db,table,monitor,check,resource,resource name,resource arn,resource id,volume,bucket,s3 bucket,s3 object,function,url,endpoint,target,tenant,site,affected service,affected resources,finding type,source id'.split(
    ',',
  ),
);

type Labels = ReadonlyArray<readonly [name: string, value: string]>;

/**
 * What stays the same between an alert's firing, its repeats and its "resolved": the headline without state,
 * counts, measurements, times and incident numbers, then the labels that name things and `more`,
 * in a fixed order.
 */
export function alertKey(title: string, labels: Labels, extraLabels: Labels = []): string {
  const subject = subjectOf(title);
  const named = [...labels.filter(([name]) => identityLabels.has(name)), ...extraLabels]
    .map(([name, value]) => [name, subjectOf(value)] as const)
    .filter(([, value]) => value !== '' && !` ${subject} `.includes(` ${value} `))
    .map(([name, value]) => `${name}=${value}`);
  return [subject, ...[...new Set(named)].sort()].join(' | ').slice(0, 500);
}

const volatile: ReadonlyArray<readonly [pattern: RegExp, instead: string]> = [
  [/https?:\/\/[^\s)>]+/g, ''],
  [/(?<!\S):[a-z0-9_+-]{2,40}:(?!\S)/g, ' '],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, ' '],
  [/\b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:\s?(?:z|utc|gmt|[+-]\d\d:?\d\d))?/g, ' '],
  [/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, ' '],
  [/\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?\b/g, ' '],
  [/(?:\b(?:incident|issue|alert|case|ticket|event)\s*)?#\d+\b/g, ' '],
  [
    /\b(?:for|after|in|since|over|within)\s+(?:the\s+)?(?:last\s+)?\d+(?:\.\d+)?\s*(?:ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?)\b/g,
    ' ',
  ],
  [
    /(?<=[<>=≥≤]\s?|\b(?:is|at|was|value|currently|current|now|of|to|above|below|over|under|exceeds|than)[:=]?\s)-?\d+(?:[.,]\d+)*(?:\s?(?:%|percent|[kmgt]i?b|[kmg]?bps|ms|s|m|h|ns|us|x|rps|qps|req\/s))?(?![\w.])/g,
    '#',
  ],
  [
    /(?<![\w.:/-])-?\d+(?:[.,]\d+)*\s?(?:%|percent\b|[kmgt]i?b\b|[kmg]?bps\b|(?:ms|ns|us|s|m|h|x|rps|qps)(?![\w.]))/g,
    '#',
  ],
  [/(?<![\w.:/-])\d+[.,]\d+(?![\w.]|\/)/g, '#'],
  [/(?<![\w.:/-])\d+\s?(?:\/|of)\s?\d+(?![\w.])/g, '#'],
  [/(?<![\w.:/-])\d+(?=\s(?!status\b)[a-z]{3,}s\b)/g, '#'],
  [/(?<![\w.:/-])1[5-9]\d{8}(?:\d{3})?(?![\w.])/g, ' '],
  [/\((?:#|\s|,)*\)/g, ' '],
];

/** Lower case, without what changes from one message of the same alert to the next. */
function subjectOf(text: string): string {
  let subject = text.toLowerCase();
  for (const [pattern, instead] of volatile) subject = subject.replace(pattern, instead);
  return subject
    .replace(/["'`*~]/g, '')
    .replace(/[^\p{L}\p{N}\s()[\]{}/:._#@=<>%,-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,.|-]+|[\s:,.|!-]+$/g, '')
    .trim();
}
