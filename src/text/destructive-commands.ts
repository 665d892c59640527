/** What a command or a sentence does that cannot be undone, or stops what runs; each with what it is called to people. */
const destructive: readonly { name: string; pattern: RegExp; words: string }[] = [
  {
    name: 'scale to zero',
    pattern: /--replicas[= ]0\b|\bscal\w+ (?:[\w./-]+ ){0,4}to (?:0|zero)\b|\bdesired-count[= ]0\b/i,
    words: 'stops what runs',
  },
  {
    name: 'reset offsets',
    pattern: /--reset-offsets\b|\breset\w*\b[^.\n]{0,40}\boffsets?\b/i,
    words: 'moves where a consumer reads',
  },
  {
    name: 'hard reset',
    pattern: /\breset --hard\b|\bpush\b[^\n]{0,60}(?:--force\b|\s-f\b)|\bfactory reset\b/i,
    words: 'throws changes away',
  },
  {
    name: 'delete',
    pattern:
      /\b(?:kubectl|aws|gcloud|az|helm|docker|rabbitmqctl|redis-cli|etcdctl|git)\b[^\n]{0,120}\b(?:delete|del|rm|remove|purge\w*|uninstall|terminate\w*|prune)\b|\bdelete from\b|-X\s?DELETE\b|--delete\b/i,
    words: 'deletes',
  },
  {
    name: 'drop or truncate',
    pattern:
      /\bdrop (?:table|database|index|schema|column|constraint|partition|view|user|role)\b|\btruncate\b|\bflush(?:all|db)\b/i,
    words: 'deletes data',
  },
  {
    name: 'rm',
    pattern:
      /(?:^|[\s`;&|(])(?:sudo )?(?:rm|shred|wipefs|mkfs[.\w]*|dd)\s+(?:-|\/|[\w.~*])|\bfind\b[^\n]{0,120}-delete\b/i,
    words: 'deletes files',
  },
  {
    name: 'destroy',
    pattern: /\bdestroy\b|\bterraform\b[^\n]{0,60}\b(?:taint|state rm)\b/i,
    words: 'destroys',
  },
  {
    name: 'kill',
    pattern:
      /(?:^|[\s`;&|(])(?:sudo )?(?:p?kill|killall)\s+\S|\bpg_terminate_backend\b|\bkill (?:query|connection)\b/i,
    words: 'kills what runs',
  },
  {
    name: 'force',
    pattern:
      /(?:^|\s)--(?:force|force-with-lease|grace-period[= ]0|no-preserve-root|yes-i-really-mean-it)\b/i,
    words: 'is forced',
  },
  {
    name: 'drain or stop',
    pattern:
      /\bkubectl (?:drain|cordon)\b|\b(?:systemctl|service)\b[^\n]{0,60}\bstop\b|\b(?:shutdown|poweroff|halt)\b\s+-/i,
    words: 'stops what runs',
  },
];

/** What is destructive in a text, in words for a person ("deletes data"); null for nothing. Reads 4,000 characters. */
export function destructiveWordsOf(text: string): string | null {
  const read = text.slice(0, 4_000);
  return destructive.find(({ pattern }) => pattern.test(read))?.words ?? null;
}
