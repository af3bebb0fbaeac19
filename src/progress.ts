import { SingleBar } from "cli-progress";

const PATIENCE_MS = 400;

export interface Progress {
  /** A share from 0 to 1. */
  readonly show: (share: number) => void;
  readonly close: () => void;
}

/** A bar on a terminal for work that takes longer than one notices; silent elsewhere. */
export function openProgress(): Progress {
  const bar = new SingleBar({
    format: "{bar} {percentage} %",
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
  });
  const began = performance.now();
  let started = false;
  return {
    show: (share) => {
      if (!process.stderr.isTTY || performance.now() - began < PATIENCE_MS) return;
      if (!started) bar.start(100, 0);
      started = true;
      bar.update(Math.round(share * 100));
    },
    close: () => bar.stop(),
  };
}
