// The app's own mark: a price tag whose hole is a tick of the desk's approval.

export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--pd-accent)" />
      <path
        d="M6.5 7.2c0-.4.3-.7.7-.7h5.1c.3 0 .6.1.8.3l4.4 4.4c.5.5.5 1.2 0 1.7l-4.6 4.6c-.5.5-1.2.5-1.7 0l-4.4-4.4a1.1 1.1 0 0 1-.3-.8z"
        fill="none"
        stroke="var(--pd-on-accent)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path
        d="m9.4 11.6 1.7 1.8 3-3.3"
        fill="none"
        stroke="var(--pd-on-accent)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
