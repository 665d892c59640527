/**
 * The words of a list, separated by white space. A word may hold a piece of a regular expression (`errors?`,
 * `crash\w*`), since lists are parts of patterns; a character with a meaning there is escaped by who writes it.
 */
export function words(list: TemplateStringsArray): readonly string[] {
  return String.raw(list).split(/\s+/).filter(Boolean);
}

/** The same, of phrases: they hold spaces, so a bar with white space on both sides separates them. */
export function phrases(list: TemplateStringsArray): readonly string[] {
  return String.raw(list)
    .split(/\s+\|\s+/)
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}
