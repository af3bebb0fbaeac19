import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Where an answer came from: the page cache, a file of the interface, or a page made for this request. */
export type AnswerSource = "cache" | "file" | "page";

/** What the process measures of itself while it runs, and gives out as Prometheus reads it. */
export interface Meters {
  /** An answer is out; how long it took, in seconds. Nothing of its address is kept. */
  readonly countAnswer: (answer: {
    readonly source: AnswerSource;
    readonly method: string;
    readonly status: number;
    readonly seconds: number;
  }) => void;
  /** A statement of the database is done, in seconds. */
  readonly countStatement: (seconds: number) => void;
  /** A figure that is asked for when somebody looks, such as how many letters wait. */
  readonly addGauge: (name: string, help: string, read: () => number | Promise<number>) => void;
  /** All of them as text (Prometheus' exposition format). */
  readonly print: () => Promise<string>;
  readonly contentType: string;
}

const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENT_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 5];
const METHODS = new Set(["GET", "HEAD", "POST"]);

/** Every process has its own; their labels are few and closed, so that nobody can fill them from outside. */
export function openMeters(): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: "sosedstvo_answer_seconds",
    help: "How long answers took, from the head of the request to the last byte",
    labelNames: ["source", "method", "status"],
    buckets: ANSWER_SECONDS,
    registers: [registry],
  });
  const statements = new Histogram({
    name: "sosedstvo_statement_seconds",
    help: "How long statements of the database took",
    buckets: STATEMENT_SECONDS,
    registers: [registry],
  });
  const faults = new Counter({
    name: "sosedstvo_gauge_faults_total",
    help: "How often a figure could not be read when it was asked for",
    labelNames: ["name"],
    registers: [registry],
  });
  return {
    countAnswer: ({ source, method, status, seconds }) =>
      answers.observe(
        { source, method: METHODS.has(method) ? method : "other", status: `${Math.floor(status / 100)}xx` },
        seconds,
      ),
    countStatement: (seconds) => statements.observe(seconds),
    addGauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        // Whoever looks while the database is away learns the rest all the same.
        async collect() {
          try {
            this.set(await read());
          } catch {
            this.set(Number.NaN);
            faults.inc({ name });
          }
        },
      });
    },
    print: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
