/** The sign: four neighbouring plots, one of them lit. */
export function Sign() {
  return (
    <svg
      width="36"
      height="36"
      viewBox="0 0 28 28"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M2 7 11.5 3 13 12 4.5 14.5ZM15 3 25 5 26 13 16 12ZM6.5 17.5 14 15 15 25 4 25Z" />
      <path fill="currentColor" d="M17 15 26 16 23.5 25 18 26Z" />
    </svg>
  );
}
