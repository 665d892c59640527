const attachmentMark = /\[file: ([^[\]\n]{1,300})\]/g;

/** What phones, screenshot tools and Slack itself call a file: it says nothing of the problem. */
const generatedName =
  /^(?:image|img|photo|picture|pic|screen ?-?_?shots?|screen ?recording|cleanshot|snip|clipboard|pasted|untitled|bildschirmfoto|capture|dsc|pxl|video|recording|audio|scan|download|document|file|message|text|snippet|trace|log|output)?(?:[\s._()-]|\d|[0-9a-f-]{32,36}(?![\w-])|\b(?:image|from|ios|file|at|am|pm|x|utc)\b)*$/i;

/** A message's text with the names of its files as words: without mark and ending, and none that a machine gave. */
export function expandAttachmentNames(text: string): string {
  return text.includes('[file: ')
    ? text.replace(attachmentMark, (_, name: string) => wordsOfName(name))
    : text;
}

/** A message's text without the names of its files. */
export function stripAttachmentNames(text: string): string {
  return text.includes('[file: ') ? text.replace(attachmentMark, '') : text;
}

function wordsOfName(name: string): string {
  const baseName = name.trim().replace(/\.[a-z0-9]{1,5}$/i, '');
  return generatedName.test(baseName) ? '' : baseName;
}
