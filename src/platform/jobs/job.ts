/** What a run of a job is given. */
export interface JobRun {
  /** What was sent with it; read by the job's own shape. */
  readonly data: unknown;
  /** Ends the work: it took too long, or the server stops and waited long enough. */
  readonly signal: AbortSignal;
}

/** «Задание»: work beside requests. It may run twice, after a process died in it: what it does must bear that. */
export interface Job {
  /** When it repeats: five fields of cron, in an IANA time zone. Absent where it is only sent. One run at a time in all processes. */
  readonly repeat?: { readonly cron: string; readonly timeZone: string };
  /** Seconds after which a run counts as dead. */
  readonly limitSeconds: number;
  /** How often a failed run is tried again, with pauses that grow from a minute. */
  readonly retries: number;
  readonly run: (run: JobRun) => Promise<void>;
}

/** The jobs of all slices by name; passed in by the composition root. */
export type JobList = Readonly<Record<string, Job>>;
