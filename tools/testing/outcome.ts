/** What a step or a test came to. `detail` is for the reader of a failure. */
export interface Outcome {
  readonly name: string;
  readonly result: "passed" | "failed" | "skipped";
  readonly detail?: string;
}

/** One thing that `npm test` does, with the outcomes that it counts for. */
export interface Step {
  readonly name: string;
  run(): Promise<Outcome[]>;
}
