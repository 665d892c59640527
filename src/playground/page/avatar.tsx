const colours = [
  '#e8912d',
  '#2bac76',
  '#1d9bd1',
  '#7c3085',
  '#cd2553',
  '#4c6e9c',
  '#8d6a3f',
  '#5b6470',
  '#00838f',
];

/** Drawn initials on a colour that belongs to the name; decorative, the name stands beside it. */
export function Avatar({
  name,
  isOurs = false,
  size = 36,
}: {
  name: string;
  isOurs?: boolean;
  size?: number;
}) {
  const initials = name
    .split(/[\s._-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const sum = [...name].reduce(
    (total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  const fill = isOurs ? '#611f69' : (colours[sum % colours.length] ?? '#5b6470');
  return (
    <svg className="avatar" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="8" fill={fill} />
      <text
        x="18"
        y="19"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="14"
        fontWeight="700"
        fill="#fff"
      >
        {initials}
      </text>
    </svg>
  );
}
