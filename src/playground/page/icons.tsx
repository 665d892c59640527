import type { ReactNode } from 'react';

function Icon({ children, label }: { children: ReactNode; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has an aria-label, or is hidden beside words
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      {...named}
    >
      {children}
    </svg>
  );
}

export const LockIcon = () => (
  <Icon label="private">
    <rect x="4.5" y="9" width="11" height="8" rx="1.5" strokeWidth="1.5" />
    <path d="M7 9V6.5a3 3 0 0 1 6 0V9" strokeWidth="1.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" strokeWidth="1.7" strokeLinecap="round" />
  </Icon>
);

export const SmileIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" strokeWidth="1.5" />
    <path d="M7 11.5c.6 1.3 1.7 2 3 2s2.4-.7 3-2" strokeWidth="1.5" strokeLinecap="round" />
    <path d="M7.5 7.5v.5M12.5 7.5v.5" strokeWidth="1.8" strokeLinecap="round" />
  </Icon>
);

export const ReplyIcon = () => (
  <Icon>
    <path d="M3.5 4.5h13v9H9l-3.5 3v-3h-2z" strokeWidth="1.5" strokeLinejoin="round" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M10 5v.01M10 10v.01M10 15v.01" strokeWidth="2.6" strokeLinecap="round" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path d="m3 4 14 6-14 6 2-6zM5 10h6" strokeWidth="1.5" strokeLinejoin="round" />
  </Icon>
);

export const PeopleIcon = () => (
  <Icon>
    <circle cx="10" cy="7" r="3" strokeWidth="1.5" />
    <path d="M4 17c.5-3.5 3-5 6-5s5.5 1.5 6 5" strokeWidth="1.5" strokeLinecap="round" />
  </Icon>
);

export const ThumbIcon = ({ down = false }: { down?: boolean }) => (
  <Icon>
    <path
      transform={down ? 'rotate(180 10 10)' : ''}
      d="M4 9h2.5v7H4zM6.5 9 10 3.5c1.3 0 1.8 1 1.5 2.2L11 8h4c1 0 1.5.8 1.3 1.7l-1.1 5c-.2.8-.8 1.3-1.6 1.3H6.5"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  </Icon>
);
