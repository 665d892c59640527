/** A Slack timestamp ("1712345678.000100") as a date. */
export function dateOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}

/** "3:04 PM". */
export function clockTime(ts: string): string {
  return dateOf(ts).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}

/** "Today", "Yesterday" or "Monday, March 3rd", with the year when it is another. */
export function dayName(ts: string, now: Date = new Date()): string {
  const date = dateOf(ts);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'Today';
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  const words = date.toLocaleDateString('en-US', { weekday: 'long', month: 'long' });
  const year = date.getFullYear() === now.getFullYear() ? '' : `, ${date.getFullYear()}`;
  const [month = '', weekday = ''] = words.split(' ');
  return `${weekday}, ${month} ${ordinal(date.getDate())}${year}`;
}

/** "today at 3:04 PM", for the end of a sentence. */
export function dayAndTime(ts: string): string {
  const day = dayName(ts);
  return `${/^(Today|Yesterday)$/.test(day) ? day.toLowerCase() : day} at ${clockTime(ts)}`;
}

function ordinal(day: number): string {
  const ending =
    day % 10 === 1 && day !== 11
      ? 'st'
      : day % 10 === 2 && day !== 12
        ? 'nd'
        : day % 10 === 3 && day !== 13
          ? 'rd'
          : 'th';
  return `${day}${ending}`;
}
