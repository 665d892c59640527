/**
 * One way an error writes its name. `signature` is what it becomes: a fixed name, or made from the match, where null
 * means "not this one after all". Patterns hold no unbounded repetition before their anchor, so that a page of text
 * costs linear time.
 */
type SignatureRule = {
  name: string;
  pattern: RegExp;
  signature: string | ((match: RegExpExecArray) => string | null);
};

const asWritten = (match: RegExpExecArray) => match[1] ?? match[0];
const lower = (match: RegExpExecArray) => (match[1] ?? match[0]).toLowerCase().replace(/\s+/g, ' ');

const httpReasons =
  'Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Request Timeout|Conflict|Payload Too Large|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Time-?out|Insufficient Storage';

/** Kubernetes writes these as one word; people write them in any case. */
const kubernetesReasons = [
  'OOMKilled',
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'ContainerCannotRun',
  'InvalidImageName',
  'FailedScheduling',
  'FailedMount',
  'FailedAttachVolume',
  'FailedCreatePodSandBox',
  'NodeNotReady',
  'NotReady',
  'Evicted',
  'DeadlineExceeded',
  'BackoffLimitExceeded',
  'NetworkNotReady',
  'DiskPressure',
  'MemoryPressure',
  'PIDPressure',
  'Unschedulable',
];
const kubernetesByLower = new Map(kubernetesReasons.map((reason) => [reason.toLowerCase(), reason]));

export const signatureRules: readonly SignatureRule[] = [
  { name: 'exception class', pattern: /\b([A-Z]\w{2,60}(?:Exception|Error))\b/g, signature: asWritten },
  {
    name: 'panic',
    pattern: /\bpanic: (?:runtime error: )?([^\n]{4,80})/g,
    signature: (match) => `panic: ${maskVariableParts(match[1] ?? '')}`,
  },
  {
    name: 'exit code',
    pattern: /\bexit(?:ed)?(?: with)?(?: (?:non-zero )?(?:code|status))[ :=]{1,3}(\d{1,3})\b/gi,
    signature: (match) => `exit code ${match[1]}`,
  },
  {
    name: 'http status after a word',
    pattern:
      /\b(?:HTTP(?:\/[\d.]{1,3})?|status(?:[ _-]?code)?|response code|returned|returning|returns)[ :="']{1,4}([45]\d\d)\b/gi,
    signature: (match) => `HTTP ${match[1]}`,
  },
  {
    name: 'http status before its reason',
    pattern: new RegExp(`\\b([45]\\d\\d)[ :-]{1,3}(?:${httpReasons})\\b`, 'gi'),
    signature: (match) => `HTTP ${match[1]}`,
  },
  {
    name: 'http status as people say it',
    pattern: /\b([45](?:\d\d|xx))(?:'?s| errors?)\b/gi,
    signature: (match) => `HTTP ${(match[1] ?? '').toLowerCase()}`,
  },
  {
    name: 'http class',
    pattern: /\b([45]xx)\b/gi,
    signature: (match) => `HTTP ${(match[1] ?? '').toLowerCase()}`,
  },
  {
    name: 'sqlstate',
    pattern: /\bSQLSTATE[ :=[("']{1,3}([0-9A-Z]{5})\b/gi,
    signature: (match) => `SQLSTATE ${(match[1] ?? '').toUpperCase()}`,
  },
  {
    name: 'oracle and mysql error number',
    pattern: /\b(ORA-\d{4,5}|ERROR \d{4} \([0-9A-Z]{5}\))/g,
    signature: asWritten,
  },
  {
    name: 'errno',
    pattern:
      /\b(E(?:CONNREFUSED|CONNRESET|CONNABORTED|TIMEDOUT|HOSTUNREACH|NETUNREACH|ADDRINUSE|ADDRNOTAVAIL|NOTFOUND|AI_AGAIN|PIPE|NOSPC|ACCES|PERM|MFILE|NFILE|NOENT|NOMEM|EXIST|DQUOT|ROFS|AGAIN))\b/g,
    signature: asWritten,
  },
  {
    name: 'kubernetes reason',
    pattern: new RegExp(`\\b(${kubernetesReasons.join('|')})\\b`, 'gi'),
    signature: (match) => kubernetesByLower.get((match[1] ?? '').toLowerCase()) ?? null,
  },
  {
    name: 'crash loop as people say it',
    pattern: /\bcrash[- ]?loop(?:ing|s|ed)?\b/gi,
    signature: 'CrashLoopBackOff',
  },
  { name: 'oom as people say it', pattern: /\boom[- ]?kill(?:ed|s|er|ing)?\b/gi, signature: 'OOMKilled' },
  {
    name: 'x509',
    pattern:
      /\bx509: (certificate (?!is valid for|is not valid for)[a-z ]{4,60}|cannot validate certificate|failed to [a-z ]{4,40})/gi,
    signature: (match) =>
      `x509: ${(match[1] ?? '')
        .toLowerCase()
        .replace(/ for $| for [a-z]+$/, '')
        .trim()}`,
  },
  {
    name: 'certificate of another name',
    pattern:
      /\bdoes not match certificate'?s? alt ?names?\b|\bcertificate is (?:not )?valid for\b|\bcertificate name mismatch\b|\bhostname mismatch\b/gi,
    signature: 'certificate does not match hostname',
  },
  {
    name: 'certificate expired',
    pattern:
      /\b(?:certificate|cert) (?:has |had |is |was )?expired\b|\bCERT_HAS_EXPIRED\b|\bERR_CERT_DATE_INVALID\b/gi,
    signature: 'certificate expired',
  },
  {
    name: 'certificate trust',
    pattern:
      /\bunable to (?:get local issuer|verify the first) certificate\b|\bself[- ]signed certificate\b|\bcertificate verify failed\b/gi,
    signature: lower,
  },
  {
    name: 'tls handshake',
    pattern: /\b(?:tls|ssl)[: ]{1,2}handshake (?:failure|failed|error|timeout)\b/gi,
    signature: 'TLS handshake failure',
  },
  {
    name: 'connection refused',
    pattern: /\bconnections? (?:was |were |is |being )?refused\b/gi,
    signature: 'connection refused',
  },
  {
    name: 'connection reset',
    pattern: /\bconnections? (?:was |were |being )?reset(?: by peer)?\b/gi,
    signature: 'connection reset',
  },
  {
    name: 'connection timed out',
    pattern: /\bconnect(?:ion|ions|ing)? (?:has |have |is |are )?(?:timed out|timing out|timeouts?)\b/gi,
    signature: 'connection timed out',
  },
  { name: 'broken pipe', pattern: /\bbroken pipe\b/gi, signature: 'broken pipe' },
  { name: 'io timeout', pattern: /\bi\/o timeout\b/gi, signature: 'i/o timeout' },
  {
    name: 'read timeout',
    pattern: /\b(?:read|socket|request|query|statement|lock wait) time(?:d )?-?out\b/gi,
    signature: (match) => match[0].toLowerCase().replace(/ time(?:d )?-?out/, ' timeout'),
  },
  { name: 'statement cancelled', pattern: /\bcanceling statement due to [a-z ]{4,40}/gi, signature: lower },
  { name: 'no route', pattern: /\bno route to host\b|\bnetwork is unreachable\b/gi, signature: lower },
  {
    name: 'disk full',
    pattern: /\bno space left on device\b|\bdisk (?:is |was )?(?:100% )?full\b|\bout of disk(?: space)?\b/gi,
    signature: 'no space left on device',
  },
  {
    name: 'too many',
    pattern: /\btoo many (connections|open files|redirects)\b/gi,
    signature: (match) => `too many ${(match[1] ?? '').toLowerCase()}`,
  },
  {
    name: 'no connection left on the server',
    pattern:
      /\btoo many clients(?: already)?\b|\bremaining connection slots are reserved\b|\bmaxclients reached\b|\bmax(?:imum)? number of (?:clients|connections) reached\b/gi,
    signature: 'too many connections',
  },
  { name: 'too many requests', pattern: /\btoo many requests\b/gi, signature: 'HTTP 429' },
  {
    name: 'cluster block',
    pattern: /\bcluster_block_exception\b|\bClusterBlockException\b/g,
    signature: 'cluster_block_exception',
  },
  {
    name: 'flood-stage watermark',
    pattern: /\bflood[- _]stage\b|\bread[-_]only[-_]allow[-_]delete\b/gi,
    signature: 'flood-stage watermark',
  },
  {
    name: 'no signing key',
    pattern:
      /\bno (?:matching|applicable|suitable) (?:signing )?key(?: was)?(?: found)?(?: (?:in|for)(?: the)? (?:jwks?|key ?set|kid))?\b|\bunable to find a(?: matching)? signing key\b|\bsigning key not found\b|\bno key (?:found )?(?:for|with) kid\b/gi,
    signature: 'no matching key in JWKS',
  },
  {
    name: 'consumer lag',
    pattern: /\bconsumer[- ](?:group[- ])?lag\b|\bKafkaConsumerLag\w{0,20}\b/gi,
    signature: 'consumer lag',
  },
  {
    name: 'http status that somebody gets',
    pattern:
      /\b(?:get|gets|getting|got|gives?|giving|throws?|throwing|answers?|answering|says?|sees?|seeing|with) (?:an? |only |mostly |http )?([45]\d\d)(?=\s{0,2}(?:$|[.,;:)!?\n]|(?:from|on|for|in|when|and|or|back|since|after|again|errors?|responses?|status)\b))/gim,
    signature: (match) => `HTTP ${match[1]}`,
  },
  {
    name: 'connections exhausted',
    pattern:
      /\b(?:(?:connection )?pool (?:is |was |has been )?(?:fully )?exhausted|(?:connection )?pool exhaustion|could not get a resource from the pool|timeout waiting for (?:an? )?(?:idle object|connection from (?:the )?pool)|unable to acquire (?:a )?(?:jdbc )?connection from (?:the )?pool|QueuePool limit of size \d{1,5} overflow \d{1,5} reached)\b/gi,
    signature: 'connection pool exhausted',
  },
  { name: 'permission denied', pattern: /\bpermission denied\b/gi, signature: 'permission denied' },
  { name: 'access denied', pattern: /\bAccess ?Denied\b/gi, signature: 'AccessDenied' },
  {
    name: 'unauthorised',
    pattern:
      /\b(?:UnauthorizedOperation|ExpiredToken|InvalidClientTokenId|AuthFailure|ThrottlingException|RequestLimitExceeded|InsufficientInstanceCapacity)\b/g,
    signature: asWritten,
  },
  { name: 'deadlock', pattern: /\bdeadlock(?:s)? (?:detected|found)\b/gi, signature: 'deadlock detected' },
  {
    name: 'duplicate key',
    pattern: /\bduplicate key value\b|\bduplicate entry\b/gi,
    signature: 'duplicate key',
  },
  {
    name: 'context deadline',
    pattern: /\bcontext deadline exceeded\b/gi,
    signature: 'context deadline exceeded',
  },
  { name: 'context cancelled', pattern: /\bcontext cancell?ed\b/gi, signature: 'context canceled' },
  {
    name: 'out of memory',
    pattern: /\bout of memory\b|\bcannot allocate memory\b|\bheap (?:space )?out of memory\b|\bOOM\b/g,
    signature: 'out of memory',
  },
  {
    name: 'out of memory in any case',
    pattern: /\bran out of memory\b|\bmemory exhausted\b/gi,
    signature: 'out of memory',
  },
  {
    name: 'nil pointer',
    pattern: /\bnil pointer dereference\b|\bnull pointer\b/gi,
    signature: 'nil pointer dereference',
  },
  {
    name: 'segmentation fault',
    pattern: /\bsegmentation fault\b|\bsegfault(?:ed|ing|s)?\b|\bSIGSEGV\b/gi,
    signature: 'segmentation fault',
  },
  { name: 'signal', pattern: /\b(SIGKILL|SIGABRT|SIGTERM|SIGBUS)\b/g, signature: asWritten },
  {
    name: 'grpc code',
    pattern:
      /\b(?:rpc error: )?code ?= ?(Unavailable|DeadlineExceeded|ResourceExhausted|Unauthenticated|PermissionDenied|Internal|Unimplemented|FailedPrecondition|Aborted|NotFound|Unknown|Canceled)\b/g,
    signature: (match) => `gRPC ${match[1]}`,
  },
  {
    name: 'grpc constant',
    pattern:
      /\b(UNAVAILABLE|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|UNAUTHENTICATED|PERMISSION_DENIED|FAILED_PRECONDITION)\b/g,
    signature: (match) =>
      `gRPC ${(match[1] ?? '')
        .toLowerCase()
        .split('_')
        .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
        .join('')}`,
  },
  { name: 'dns answer', pattern: /\b(NXDOMAIN|SERVFAIL)\b/g, signature: asWritten },
  {
    name: 'no such host',
    pattern:
      /\bno such host\b|\bname or service not known\b|\bcould not resolve host\b|\btemporary failure in name resolution\b/gi,
    signature: 'no such host',
  },
  { name: 'webhook', pattern: /\bfailed calling webhook\b/gi, signature: 'failed calling webhook' },
  {
    name: 'upstream',
    pattern:
      /\bno healthy upstream\b|\bno live upstreams\b|\bupstream (?:prematurely closed|timed out|connect error)\b/gi,
    signature: lower,
  },
  {
    name: 'read-only',
    pattern: /\bread[- ]only (?:file ?system|transaction|replica)\b/gi,
    signature: (match) =>
      match[0].toLowerCase().replace('read only', 'read-only').replace('file system', 'filesystem'),
  },
  { name: 'quota', pattern: /\b(?:quota|(?<!rate[- ])limit) exceeded\b/gi, signature: lower },
  {
    name: 'throttled',
    pattern:
      /\bTooManyRequestsException\b|\brate[- ]limit(?:ed|er|ing)\b|\brate[- ]limit (?:was |is |has been )?(?:exceeded|reached|hit)\b|\b(?:hit|hitting|over|exceed\w{0,3}|run into|running into) (?:the|a|our|their) rate[- ]limit\b/gi,
    signature: 'rate limited',
  },
  { name: 'replication lag', pattern: /\breplication lag\b/gi, signature: 'replication lag' },
  {
    name: 'terraform lock',
    pattern: /\berror acquiring the state lock\b/gi,
    signature: 'error acquiring the state lock',
  },
];

/** What makes one occurrence differ from the next (ids, addresses, times, counts, quoted values), as placeholders. */
export function maskVariableParts(text: string): string {
  return text
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>')
    .replace(/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?/g, '<time>')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g, '<address>')
    .replace(/\b0x[0-9a-f]{1,32}\b/gi, '<address>')
    .replace(/"[^"\n]{0,200}"|'[^'\n]{0,200}'/g, '<value>')
    .replace(/\b(?=[a-f]{0,11}\d)[0-9a-f]{12,64}\b/gi, '<id>')
    .replace(/\b\d+(?:\.\d{1,9})?\b/g, '<n>')
    .replace(/\s+/g, ' ')
    .trim();
}
